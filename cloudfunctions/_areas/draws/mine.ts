import type { Entry } from '../../../shared/books/entry'
import type { drawsMine } from '../../../shared/draws/contract'
import { allow } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'

const pageSize = 20
type Result = Extract<Entry, { kind: 'chance-draw' }>

/** What the member has drawn, newest first; what is not in the ledger yet stands on the account. */
export const readMine: Handler<typeof drawsMine, EnrolledContext> = async ({ effects, account, now }, { before }) => {
  const seq = { lt: before ?? account.seq + 1 }
  const posted = await effects.store.find<Result>('entries', {
    where: { accountId: account._id, kind: 'chance-draw', seq },
    orderBy: [['seq', 'desc']],
    limit: pageSize,
  })
  const known = new Set(posted.map(({ _id }) => _id))
  const unposted = account.outbox
    .map(({ entry }) => entry)
    .filter(
      (entry): entry is Result & Entry => entry.kind === 'chance-draw' && entry.seq < seq.lt && !known.has(entry._id),
    )
  const results = [...posted, ...unposted].sort((a, b) => b.seq - a.seq).slice(0, pageSize)
  return allow({
    serverAt: now,
    results: results.map(({ drawId, roundId, number, place, chain, name: prize, won: isPrize, at }) => ({
      ...{ drawId, roundId, number, place, chain },
      ...{ prize, isPrize, at },
    })),
    nextBefore: results.length === pageSize ? (results.at(-1)?.seq ?? null) : null,
  })
}
