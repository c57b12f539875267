import { createHash } from 'node:crypto'
import type { Bilingual } from '../../../shared/kit/fields'
import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'

/** Something that does not add up, or did not come about. It stands on the board until a later audit finds it gone. */
export type Finding = {
  _id: string
  /**
   * The account, the stock or the round of a draw; `begin:` and more for a journey that did not begin, `head:` for a store,
   * `left:` for who was dismissed, `figures` for days.
   */
  subject: string
  words: Bilingual
  firstAt: Instant
  lastAt: Instant
  goneAt: Instant | null
}

export type Found = { subject: string; words: Bilingual }

/** Open findings of one look; there are none in a shop whose books are whole. */
const openMax = 1_000

/**
 * Keeps what was found about the subjects that were looked at, each once under an id of its own, and marks what is gone of
 * what had been found about them before.
 */
export async function keepFindings(
  effects: Effects,
  looked: readonly string[],
  found: readonly Found[],
  now: Instant,
): Promise<void> {
  for (const { subject, words } of found) {
    const finding: Finding = { _id: idOf({ subject, words }), subject, words, firstAt: now, lastAt: now, goneAt: null }
    if ((await effects.store.insert('findings', [finding])) === 'duplicate')
      await effects.store.change('findings', { _id: finding._id }, { set: { lastAt: now, goneAt: null } })
    effects.log({ event: 'audit_found', subject, detail: words.en })
  }
  const still = new Set(found.map(idOf))
  const open = await openFindings(effects)
  const gone = open.filter(({ _id, subject }) => looked.includes(subject) && !still.has(_id)).map(({ _id }) => _id)
  if (gone.length > 0) await effects.store.change('findings', { _id: { in: gone } }, { set: { goneAt: now } })
}

/** What did not come about is not looked at again: after a month whoever was to see it has. */
export async function letGoOfOld({ store }: Effects, now: Instant): Promise<void> {
  const old = { goneAt: null, firstAt: { lte: addMilliseconds(now, -keptDays * 24 * 3_600_000) } }
  await store.change('findings', { ...old, subject: { gte: 'begin:', lt: 'begin;' } }, { set: { goneAt: now } })
}

const keptDays = 30

function openFindings({ store }: Effects): Promise<Finding[]> {
  return store.find<Finding>('findings', { where: { goneAt: null }, orderBy: [['firstAt', 'asc']], limit: openMax })
}

function idOf({ subject, words }: Found): string {
  return `finding-${createHash('sha256').update(`${subject}\n${words.en}`).digest('hex').slice(0, 32)}`
}
