import { changeTill, useTill, type Unanswered } from './till'

/** Long enough for whoever comes back to the counter; a receipt of another day would only confuse. */
const keptMs = 12 * 60 * 60_000

/** The payment of this member that has had no answer yet. */
export function unansweredOf(accountId: string): Unanswered | null {
  return fresh()[accountId] ?? null
}

/** Kept before it is sent: the app may be closed before the answer comes. */
export function keepUnanswered(payment: Unanswered): void {
  changeTill({ unanswered: { ...fresh(), [payment.input.accountId]: payment } })
}

export function dropUnanswered(accountId: string): void {
  const { [accountId]: _known, ...rest } = fresh()
  changeTill({ unanswered: rest })
}

function fresh(): { [accountId: string]: Unanswered } {
  const all = Object.entries(useTill.getState().unanswered)
  return Object.fromEntries(all.filter(([, { at }]) => Date.now() - at < keptMs))
}
