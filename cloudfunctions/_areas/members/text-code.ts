import { addDays, addMilliseconds, startOfDay, type Day } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import { lookupHash } from '../../_runtime/vault'

/** The code last sent to a number for one phone, or to a mail address for one account; the code itself is kept nowhere. */
export type TextCode = {
  _id: string
  codeHash: string
  goodUntil: string
  /** Times that somebody has tried to give it. */
  tries: number
  /** The request that had it sent, so that its repetition sends no other. */
  requestId: string
  /** When the clock forgets it, given or not. */
  sweepAt: string
}

/** How many codes a number, an address, or a person, was sent on a day, and when the last was. */
export type TextCount = { _id: string; day: string; count: number; sentAt: string; sweepAt: string }

export const codeGoodMs = 5 * 60_000
export const codeTriesMax = 5
export const codePauseMs = 60_000
export const codesADayMax = 5

/** A day's count is of no use once the day and the pause after its last code are over. */
export function countOverAt(day: Day): string {
  return addMilliseconds(startOfDay(addDays(day, 1)), codePauseMs)
}

export function textCodeId(effects: Effects, person: string, to: string): string {
  return `code-${hash(effects, `text-code:${person}:${to}`)}`
}

/** Counted by number or address, so that nobody is flooded, and by person, so that nobody floods. */
export function textCountIds(effects: Effects, person: string, to: string): [string, string] {
  return [`number-${hash(effects, `text-count:${to}`)}`, `person-${hash(effects, `text-count:${person}`)}`]
}

export function textCodeHash(effects: Effects, codeId: string, code: string): string {
  return hash(effects, `${codeId}:${code}`)
}

function hash(effects: Effects, text: string): string {
  return lookupHash(effects.secrets.identityKey, text)
}
