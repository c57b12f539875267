import { allow, refuse } from '../../../shared/kit/ruling'
import { obstacleTo } from '../../../shared/rewards/available'
import type { rewardsRemind } from '../../../shared/rewards/contract'
import { rewardStockId } from '../../../shared/rewards/redeem'
import { accountAsOf } from '../../../shared/tiers/as-of'
import type { Effects } from '../../_runtime/effects'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { keepMark, readMark } from '../../_runtime/request-marks'
import { backMark, type Stock } from '../../_runtime/stock'
import type { RequestMark } from '../../_runtime/unit-of-work'
import { leftOf } from './stock-of'
import { waitingId, type Waiting } from './waiting'

/**
 * Remembers that the member wants to be told when a reward that is sold out is there again. Whoever waits already is told
 * once, and their asking again changes nothing. Each member writes a document of their own, so that ten thousand may ask
 * for one reward and none stands in another's way.
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
  const [before, stock, mark] = await Promise.all([
    store.get<Waiting>('waiting', _id),
    store.get<Stock>('stocks', stockId),
    readMark(effects, account._id, request),
  ])
  if (!mark.ok) return mark
  if (mark.value.seen || (before?.requestId === request.id && before.toldAt !== null)) return allow(reminded)
  if (reward.stock === undefined || leftOf(reward.stock, stock ?? undefined) > 0) return refuse('reward_there')
  if (before && before.toldAt === null) return waitsAlready(context, before, request)
  const asked = { askedAt: now, tellAt: now, toldAt: null, requestId: request.id }
  if (before) {
    const { ask, toldAt } = before
    await store.change('waiting', { _id, ask, toldAt }, { set: { ...asked, ask: ask + 1 } })
  } else {
    await store.insert('waiting', [{ _id, rewardId, accountId: account._id, ask: 1, ...asked }])
  }
  await lookAgain(effects, stockId, { total: reward.stock, by: request.id })
  return allow(reminded)
}

const reminded = { reminded: true as const }

/** That a further request found them waiting is written beside, so that its repetition after they were told asks for nothing. */
function waitsAlready({ effects, account }: EnrolledContext, { requestId }: Waiting, request: RequestMark) {
  if (requestId !== request.id) effects.afterReply(() => keepMark(effects, account._id, request))
  return allow(reminded)
}

/** What came back before they were written down was told to those who waited then: the clock has to look once more. */
async function lookAgain(
  { store, now }: Effects,
  stockId: string,
  { total, by }: { total: number; by: string },
): Promise<void> {
  const stock = await store.get<Stock>('stocks', stockId)
  if (leftOf(total, stock ?? undefined) === 0) return
  await store.change('stocks', { _id: stockId }, { set: { backAt: backMark(now(), by) } })
}
