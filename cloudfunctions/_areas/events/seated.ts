import type { Journal } from '../../../shared/books/journal'
import { seatsOf, type SeatRow, type Seats } from '../../../shared/events/seats'
import { seatTermsOf } from '../../../shared/events/terms'
import type { ShopEvent } from '../../../shared/programme/parts/events'
import { refuse, type Ruling } from '../../../shared/kit/ruling'
import type { EnrolledContext } from '../../_runtime/handler'
import { ownCommand } from '../../_runtime/own-command'
import type { StoredAccount } from '../../_runtime/stored-account'
import { knownReply, type Decision } from '../../_runtime/unit-of-work'
import { claimOf, holdRows, readList, releaseHeld, settleHeld, type Held } from './seat-list'

/** What a command puts into the list at once, and what follows when its entry stands or does not. */
export type Holding = { rows: SeatRow[] } & Pick<Held, 'undo' | 'then'>

type SeatedWork<Value, Refusal extends string> = {
  event: ShopEvent
  /** What it wants of the list as it stands, or why it may not. Null: nothing has to change there any more. */
  ask: (seats: Seats, key: string) => Ruling<Holding, Refusal>
  /** The rule on the account, once the list has taken the rows. */
  decide: (journal: Journal, seats: Seats, key: string) => Ruling<Decision<Value, Refusal>, Refusal>
}

/**
 * A member's command on which an event's list rules: first the list takes its row, then the account is written by what the
 * list says, then the row is settled. A function that ends in between leaves what it held to the clock, which looks
 * whether the account was written: so no seat is lost and none is had twice.
 */
export async function seatedCommand<Value, Refusal extends string>(
  context: EnrolledContext,
  { event, ask, decide }: SeatedWork<Value, Refusal>,
) {
  const { effects, account, terms, request, now } = context
  if (!request) return refuse('request_id_missing')
  const known = await knownReply<Value>(effects, { account }, request)
  if (known) return known
  const claim = claimOf(event.id, account._id, request.id)
  const before = await readList(effects, event.id)
  const asked = ask(seatsOf(before.rows, now), claim.key)
  if (!asked.ok) return asked
  const { rows, ...after } = asked.value
  await holdRows(effects, before, { terms: seatTermsOf(terms.programme, event), rows, claim, after })
  const seats = seatsOf((rows.length > 0 ? await readList(effects, event.id) : before).rows, now)
  const ruling = await ownCommand<Value, Refusal>(context, (journal) => decide(journal, seats, claim.key))
  if (ruling.ok) effects.afterReply(() => settleHeld(effects, claim, after))
  else if (!(await wasWritten(context))) await releaseHeld(effects, claim, after)
  return ruling
}

/** The same request may have been quicker elsewhere; then the row is its own. */
async function wasWritten({ effects, account, request }: EnrolledContext): Promise<boolean> {
  const fresh = await effects.store.get<StoredAccount>('accounts', account._id)
  return (await knownReply(effects, { account: fresh }, request)) !== null
}
