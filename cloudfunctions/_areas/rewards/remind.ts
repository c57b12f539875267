import { allow, refuse } from '../../../shared/kit/ruling'
import { obstacleTo } from '../../../shared/rewards/available'
import type { rewardsRemind } from '../../../shared/rewards/contract'
import { rewardStockId } from '../../../shared/rewards/redeem'
import { accountAsOf } from '../../../shared/tiers/as-of'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { Stock } from '../../_runtime/stock'
import { leftOf } from './stock-of'
import { waitingId, type Waiting } from './waiting'

/**
 * Remembers that the member wants to be told when a reward that is sold out is there again. Asked for twice it is told
 * once. Whoever waits is written down first and the stock marked after it, so that a clock which is just about to take
 * the mark away looks again.
 */
export const remind: Handler<typeof rewardsRemind, EnrolledContext> = async (context, { rewardId }) => {
  const { effects, account, terms, request, now } = context
  const { store } = effects
  if (!request) return refuse('request_id_missing')
  const { programme } = terms
  const reward = programme.rewards?.find(({ id }) => id === rewardId)
  if (!reward) return refuse('reward_not_offered')
  const obstacle = obstacleTo(reward, { programme, account: accountAsOf(account, programme, now), at: now })
  if (obstacle) return refuse(obstacle)
  const [_id, stockId] = [waitingId(rewardId, account._id), rewardStockId(rewardId)]
  const [before, stock] = await Promise.all([store.get<Waiting>('waiting', _id), store.get<Stock>('stocks', stockId)])
  if (before?.requests.includes(request.id) && before.toldAt !== null) return allow({ reminded: true as const })
  if (reward.stock === undefined || leftOf(reward.stock, stock ?? undefined) > 0) return refuse('reward_there')
  if (before && before.toldAt !== null) {
    const { ask, toldAt } = before
    const again = { ask: ask + 1, askedAt: now, requests: [request.id], toldAt: null }
    await store.change('waiting', { _id, ask, toldAt }, { set: again })
  } else {
    const first: Waiting = {
      _id,
      rewardId,
      accountId: account._id,
      ask: 1,
      askedAt: now,
      requests: [request.id],
      toldAt: null,
    }
    const isFirst = !before && (await store.insert('waiting', [first])) === 'inserted'
    // Somebody who waits already is told once, by whichever of these requests it is repeated.
    if (!isFirst) await store.change('waiting', { _id, toldAt: null }, { append: { requests: [request.id] } })
  }
  await store.change('stocks', { _id: stockId }, { set: { awaited: `${now} ${account._id} ${request.id}` } })
  return allow({ reminded: true as const })
}
