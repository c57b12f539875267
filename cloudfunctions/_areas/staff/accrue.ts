import { balanceOf } from '../../../shared/books/account'
import type { Entry } from '../../../shared/books/entry'
import { openJournal, type Journal } from '../../../shared/books/journal'
import type { OutputOf } from '../../../shared/kit/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addMilliseconds } from '../../../shared/kit/time'
import { orderEntryId, purchase } from '../../../shared/purchases/purchase'
import type { staffAccrue } from '../../../shared/staff/contract'
import { tierById } from '../../../shared/tiers/qualify'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { commit } from '../../_runtime/unit-of-work'
import { progressView, tierFace } from '../tiers/faces'
import { readPass } from './pass'

/** How long a payment may be undone by whoever took it. */
export const undoMs = 5 * 60_000

/** Takes a payment of the customer whom the till has identified. The request id is the order's number. */
export const accrue: Handler<typeof staffAccrue, StaffContext> = async (context, input) => {
  const { effects, now, request } = context
  const { accountId, amountFen, burnPoints = 0 } = input
  const load = async () => ({ account: await effects.store.get<StoredAccount>('accounts', accountId) })
  const [entered, loaded] = await Promise.all([context.entered, load()])
  if (!entered.ok) return entered
  if (!request) return refuse('request_id_missing')
  const { grant, terms } = entered.value
  const orderId = `till-${request.id}`
  const pass = readPass(effects, input.scanId, { accountId, staffId: grant._id })
  if (!pass.ok) return pass
  const { storeId, goodUntil } = pass.value
  return commit(effects, {
    loaded,
    reload: load,
    request,
    receiptId: orderEntryId(storeId, orderId),
    decide: ({ account }) => {
      if (!account) return refuse('member_unknown')
      // Only here, since a repeated request is answered as the first time even after the pass is over.
      if (now >= goodUntil) return refuse('scan_over')
      const stamp = {
        recordedAt: now,
        programmeVersion: terms.programmeVersion,
        requestId: request.id,
        actor: grant._id,
      }
      const order = { storeId, orderId, amountFen, burnPoints, at: now, nonce: null }
      const ruling = purchase(openJournal(account, stamp), order, terms.programme)
      return ruling.ok
        ? allow({ journal: ruling.value, reply: receiptOf(ruling.value, account.tierId, terms) })
        : ruling
    },
  })
}

/** What the till shows of an order it has just taken. */
function receiptOf({ account, entries }: Journal, tierBefore: string, terms: Terms): OutputOf<typeof staffAccrue> {
  const order = entries.find((entry): entry is Extract<Entry, { kind: 'purchase' }> => entry.kind === 'purchase')
  if (!order) throw new Error('an order that was taken wrote no entry')
  const tier = tierById(terms.programme, account.tierId)
  return {
    orderId: order.orderId,
    at: order.at,
    amountFen: order.amountFen,
    earned: order.earned,
    burned: order.burned,
    balance: balanceOf(account),
    pointsPerYuan: order.rate / 100,
    tier: tierFace(tier),
    upgradedFrom: tier.id === tierBefore ? null : tierFace(tierById(terms.programme, tierBefore)),
    progress: progressView(account, terms, order.at),
    undoUntil: addMilliseconds(order.at, undoMs),
  }
}
