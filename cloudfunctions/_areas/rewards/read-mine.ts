import type { Entry } from '../../../shared/books/entry'
import { allow } from '../../../shared/kit/ruling'
import type { rewardsMine } from '../../../shared/rewards/contract'
import { isCancellable } from '../../../shared/rewards/release'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { exchangeView, type Ending } from './exchange-view'
import { isTheirs, poolOf } from './pool'

/** An exchange has two entries, or three, so a page shows half as many exchanges. */
const readSize = 60

type Told = Extract<Entry, { exchangeNo: number }>

/** What the member has swapped for, newest first, with what became of each. */
export const readMine: Handler<typeof rewardsMine, EnrolledContext> = async (context, { before, cardId }) => {
  const { effects, terms, now } = context
  const pool = await poolOf(context, cardId)
  if (!pool.ok) return pool
  const { account } = pool.value
  const posted = await effects.store.find<Told>('entries', {
    where: { accountId: account._id, exchangeNo: { gt: 0, lt: before ?? account.seq + 1 } },
    orderBy: [['exchangeNo', 'desc']],
    limit: readSize,
  })
  const full = posted.length === readSize
  const lowest = full ? (posted.at(-1)?.exchangeNo ?? 0) : 0
  const entries = [...posted, ...unposted(account.outbox, posted)].filter(
    // The last one of a full page may have lost its other entry to the next page.
    ({ exchangeNo }) => exchangeNo > lowest && (before === undefined || exchangeNo < before),
  )
  const made = entries
    .filter((entry): entry is Extract<Told, { kind: 'exchange' }> => entry.kind === 'exchange')
    .filter((entry) => isTheirs(entry, pool.value))
  const endOf = (no: number) =>
    entries.find(
      (entry): entry is Ending =>
        (entry.kind === 'exchange-fulfil' || entry.kind === 'exchange-release') && entry.exchangeNo === no,
    )
  const rerouted = new Set(entries.flatMap((entry) => (entry.kind === 'exchange-reroute' ? [entry.exchangeNo] : [])))
  const asItGoes = (one: (typeof made)[number]) =>
    rerouted.has(one.exchangeNo) ? { ...one, way: 'post' as const, until: null } : one
  return allow({
    serverAt: now,
    cancellable: isCancellable(terms.programme),
    exchanges: made
      .sort((a, b) => b.exchangeNo - a.exchangeNo)
      .map((one) => exchangeView(asItGoes(one), endOf(one.exchangeNo) ?? null, terms)),
    nextBefore: full ? lowest + 1 : null,
  })
}

function unposted(outbox: readonly { entry: Entry }[], posted: readonly Told[]): Told[] {
  const known = new Set(posted.map(({ _id }) => _id))
  return outbox.flatMap(({ entry }) => ('exchangeNo' in entry && !known.has(entry._id) ? [entry] : []))
}
