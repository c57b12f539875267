import type { Account } from '../../../shared/books/account'
import { addMilliseconds } from '../../../shared/kit/time'
import type { EnrolledContext } from '../../_runtime/handler'
import { numbersMax, type StoredNumber } from './numbers'

/** By then a function that took a chance has given it its number, or was cut off and never will. */
const cutOffMs = 60_000

/**
 * The taking that a phone goes on with instead of using another chance up: the one of the same salt, whether or not it has
 * its number by now, else one that was cut off before its number and whose salt nobody can tell any more. Null for none.
 * `drawer`: the account as the command finds it, which somebody who was faster may have changed since it was loaded.
 */
export function takeBegun(
  { account: loaded, now }: Pick<EnrolledContext, 'account' | 'now'>,
  drawer: Pick<Account, 'chances'>,
  numbers: readonly StoredNumber[],
  { roundId, saltHash }: { roundId: string; saltHash: string },
): number | null {
  const known = numbers.find((one) => one.roundId === roundId && one.saltHash === saltHash)
  if (known) return known.takeNo
  const open = drawer.chances?.open.filter((one) => one.roundId === roundId) ?? []
  const own = open.find((one) => one.saltHash === saltHash)
  if (own) return own.no
  const old = addMilliseconds(now, -cutOffMs)
  const isYoung = (no: number) => no > loaded.seq || loaded.outbox.some(({ entry, at }) => entry.seq === no && at > old)
  // Of takings before the last numbers nobody knows here, and they have had theirs for long.
  const isAmong = (no: number) => numbers.length < numbersMax || no > (numbers.at(-1)?.takeNo ?? 0)
  const left = open.find(({ no }) => !numbers.some(({ takeNo }) => takeNo === no) && isAmong(no) && !isYoung(no))
  return left?.no ?? null
}
