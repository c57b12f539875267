import type { Round } from '../../../shared/chances/round'
import type { DrawRules } from '../../../shared/draws/contract'
import { commitmentOf, readRules, rulesOf, rulesText } from '../../../shared/draws/rules'
import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import type { DrawTerms } from '../../../shared/programme/parts/draws'
import type { Programme } from '../../../shared/programme/schema'
import type { Effects } from '../../_runtime/effects'
import { standingVersions } from '../../_runtime/terms'
import { open, seal } from '../../_runtime/vault'
import { hashing } from './hashing'

/** A round of a draw as it was fixed before it opened. Nothing of it changes but that its seed is told in the end. */
export type StoredRound = {
  _id: string
  drawId: string
  until: Instant
  rules: string
  commitment: string
  /** The seed, which nobody can read from the database. */
  sealed: string
  /** The seed once the round is closed. */
  seed: string | null
  /** When the clock tells the seed; null once it has. */
  revealAt: Instant | null
}

export type OpenRound = { stored: StoredRound; rules: DrawRules }

/** A little after the end, so that no function whose clock is late still draws when the seed is told. */
const revealAfterMs = 2 * 60_000

/**
 * The round, fixed now if nobody has fixed it yet: seed, commitment and rules are written together and once. The rules
 * are those of the version in force when the round begins.
 */
export async function fixRound(
  effects: Effects,
  about: { programme: Programme; draw: DrawTerms; round: Round; organiser: string },
): Promise<OpenRound> {
  const { round } = about
  const known = await readRound(effects, round.roundId)
  if (known) return known
  const fixed = newRound(effects, await termsAt(effects, about))
  if ((await effects.store.insert('draws', [fixed.stored])) === 'inserted') return fixed
  const first = await readRound(effects, round.roundId)
  if (!first) throw new Error(`the round ${round.roundId} was fixed and is gone`)
  return first
}

/** A round that was fixed; null where there is none. */
export async function readRound(effects: Effects, roundId: string): Promise<OpenRound | null> {
  const stored = await effects.store.get<StoredRound>('draws', roundId)
  return stored && { stored, rules: rulesIn(stored) }
}

/** The seed, for drawing: never told to anybody before the round is closed. */
export function seedOf({ secrets }: Effects, { _id, sealed }: StoredRound): string {
  return open(secrets.vaultKey, sealed, aboutSeed(_id))
}

/** The seed as it is published: null as long as anybody may still draw. */
export function toldSeed(effects: Effects, round: StoredRound, now: Instant): string | null {
  return isTold(round, now) ? (round.seed ?? seedOf(effects, round)) : null
}

function isTold({ until }: StoredRound, now: Instant): boolean {
  return now >= addMilliseconds(until, revealAfterMs)
}

export function rulesIn(stored: Pick<StoredRound, '_id' | 'rules'>): DrawRules {
  const rules = readRules(stored.rules)
  if (!rules) throw new Error(`the rules of ${stored._id} cannot be read`)
  return rules
}

function newRound(effects: Effects, { programme, draw, round, organiser }: Parameters<typeof fixRound>[1]): OpenRound {
  const rules = rulesOf(programme, draw, round, organiser)
  const text = rulesText(rules)
  const seed = Buffer.from(effects.random(32)).toString('hex')
  return {
    rules,
    stored: {
      _id: round.roundId,
      drawId: draw.id,
      until: round.until,
      rules: text,
      commitment: commitmentOf(hashing, seed, text),
      sealed: seal(effects.secrets.vaultKey, seed, aboutSeed(round.roundId)),
      seed: null,
      revealAt: addMilliseconds(round.until, revealAfterMs),
    },
  }
}

/** A round that begins later may begin under a version that is not in force yet. */
async function termsAt(effects: Effects, about: Parameters<typeof fixRound>[1]): Promise<typeof about> {
  if (about.round.from <= effects.now()) return about
  const versions = await standingVersions(effects.store)
  const then = versions.find(({ effectiveAt }) => effectiveAt <= about.round.from)
  const draw = then?.programme.draws?.find(({ id }) => id === about.draw.id)
  return then && draw ? { ...about, programme: then.programme, draw } : about
}

function aboutSeed(roundId: string): string {
  return `draws/${roundId}/seed`
}
