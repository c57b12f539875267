import type { Bilingual } from '../kit/fields'
import { allow, refuse, type Refused, type Ruling } from '../kit/ruling'
import { addMilliseconds, type Instant } from '../kit/time'
import { differences, type Difference } from './differences'
import { noticeDays } from './notice'
import type { Programme } from './schema'

/** One version of a shop's programme. Its number is never used again, also when it was withdrawn. */
export type Version = {
  version: number
  effectiveAt: Instant
  programme: Programme
  withdrawnAt: Instant | null
  /** What members are told of it; null when nobody gets less. */
  announcement: Announcement | null
}

/** Told on every member's home, from the day it is published until some time after it took effect. */
export type Announcement = { version: number; words: Bilingual[]; effectiveAt: Instant; from: Instant; until: Instant }

/** What stands: the version that a new one would follow, how many are still to come, and the highest number ever given. */
export type Standing = { last: Version; toCome: number; newest: number }

/** A published version takes effect at least this much later, so that no warm instance ever applies a stale one. */
export const publishLeadMs = 5 * 60_000

/** Until this long before it takes effect a version can be withdrawn. */
export const withdrawLeadMs = 60_000

/** How many versions may be to come at once. */
export const toComeMax = 5

const dayMs = 24 * 60 * 60_000
/** Who comes seldom still reads of a change a month after it. */
const toldAfterMs = 30 * dayMs
const wordsMax = 20
/** How many differences a refusal names; a check of the draft names them all. */
const toldMax = 5

export type PublishRefusal =
  'version_taken' | 'versions_too_many' | 'version_too_soon' | 'version_order' | 'programme_same' | 'notice_too_short'

type Publication = {
  programme: Programme
  effectiveAt: Instant
  /** The highest number that whoever publishes has seen; another one since was somebody else's. */
  basedOn: number
}

/**
 * A draft becomes the next version. It follows every version that stands; when somebody may get less by it than by the one
 * before, it needs the notice that the one before promises.
 */
export function publishVersion(
  { last, toCome, newest }: Standing,
  { programme, effectiveAt, basedOn }: Publication,
  now: Instant,
): Ruling<Version, PublishRefusal> {
  if (basedOn !== newest) return refuse('version_taken', { version: newest })
  if (toCome >= toComeMax) return refuse('versions_too_many', { max: toComeMax })
  if (effectiveAt < addMilliseconds(now, publishLeadMs)) return refuse('version_too_soon')
  if (effectiveAt <= last.effectiveAt) return refuse('version_order', { version: last.version })
  const found = differences(last.programme, programme)
  if (found.length === 0) return refuse('programme_same', { version: last.version })
  const adverse = found.filter((one) => one.adverse)
  const days = noticeDays(last.programme)
  if (adverse.length > 0 && effectiveAt < addMilliseconds(now, days * dayMs)) return tooShort(days, adverse)
  const version = newest + 1
  const words = adverse.slice(0, wordsMax).map(({ zh, en }) => ({ zh, en }))
  const until = addMilliseconds(effectiveAt, toldAfterMs)
  const announcement = words.length > 0 ? { version, words, effectiveAt, from: now, until } : null
  return allow({ version, effectiveAt, programme, withdrawnAt: null, announcement })
}

/** The soonest that a draft with these differences could take effect. */
export function earliestFor(last: Version, found: readonly Difference[], now: Instant): Instant {
  const notice = found.some(({ adverse }) => adverse) ? noticeDays(last.programme) * dayMs : 0
  const earliest = addMilliseconds(now, Math.max(publishLeadMs, notice))
  return earliest > last.effectiveAt ? earliest : addMilliseconds(last.effectiveAt, 1)
}

function tooShort(days: number, adverse: readonly Bilingual[]): Refused<'notice_too_short'> {
  const told = adverse.slice(0, toldMax)
  const [zh, en] = [told.map((one) => one.zh).join('；'), told.map((one) => one.en).join('; ')]
  return refuse('notice_too_short', { days, count: adverse.length, zh, en })
}

export type WithdrawRefusal = 'version_unknown' | 'version_in_force' | 'version_followed'

/** A version that is not yet in force is taken back; of several to come the last one first. */
export function withdrawVersion(
  version: (Version & { followedBy: number | null }) | null,
  now: Instant,
): Ruling<{ withdrawnAt: Instant }, WithdrawRefusal> {
  if (!version) return refuse('version_unknown')
  if (version.withdrawnAt !== null) return allow({ withdrawnAt: version.withdrawnAt })
  if (version.effectiveAt <= addMilliseconds(now, withdrawLeadMs)) return refuse('version_in_force')
  if (version.followedBy !== null) return refuse('version_followed', { version: version.followedBy })
  return allow({ withdrawnAt: now })
}

/** What members are told of now: the soonest change of which the time has come. */
export function announcedAt(versions: readonly Version[], now: Instant): Announcement | null {
  const told = versions.flatMap(({ announcement, withdrawnAt }) => (announcement && !withdrawnAt ? [announcement] : []))
  const open = told.filter(({ from, until }) => from <= now && now < until)
  return open.reduce<Announcement | null>(
    (first, one) => (first && first.effectiveAt <= one.effectiveAt ? first : one),
    null,
  )
}
