import { balanceOf } from '../../../shared/books/account'
import type { Entry } from '../../../shared/books/entry'
import type { Journal } from '../../../shared/books/journal'
import type { InputOf } from '../../../shared/kit/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { rewardsRedeem } from '../../../shared/rewards/contract'
import { redeem as decide, rewardStockId } from '../../../shared/rewards/redeem'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { storeName } from '../../_runtime/terms'
import type { Wanted } from '../../_runtime/unit-of-work'
import { exchangeView } from './exchange-view'
import { sealAddress } from './parcel'
import { poolCommand, poolOf } from './pool'

/** The member swaps their points, or those of a pool, for a reward; one of a stock is held until the account is written, and no later given to two. */
export const redeem: Handler<typeof rewardsRedeem, EnrolledContext> = async (context, input) => {
  const { effects, terms, now } = context
  const { rewardId, count, handing, points, addFen } = input
  const { programme } = terms
  const storeId = handing.way === 'store' ? handing.storeId : null
  if (storeId !== null && !storeName(terms, storeId)) return refuse('store_unknown', { storeId })
  const pool = await poolOf(context, input.cardId)
  if (!pool.ok) return pool
  return poolCommand(context, pool.value, (opened) => {
    const shown = { points, addFen }
    const asked = { rewardId, count, way: handing.way, storeId, shown, at: now, by: pool.value.by }
    const ruling = decide(opened, programme, asked)
    if (!ruling.ok) return ruling
    const { account } = ruling.value
    const made = exchangeOf(ruling.value)
    const parcel = made.way === 'post' ? sealAddress(effects, made, addressIn(handing)) : undefined
    return allow({
      journal: ruling.value,
      reply: { exchange: exchangeView(made, null, terms), balance: balanceOf(account) },
      stock: stockFor(made, programme.rewards?.find(({ id }) => id === rewardId)?.stock),
      ...(parcel ? { parcel } : {}),
    })
  })
}

type Made = Extract<Entry, { kind: 'exchange' }>

function exchangeOf({ entries }: Journal): Made {
  const made = entries.find((entry): entry is Made => entry.kind === 'exchange')
  if (!made) throw new Error('a reward was swapped for and wrote no exchange')
  return made
}

function stockFor({ rewardId, count }: Made, total: number | undefined): Wanted<'reward_sold_out'>[] {
  if (total === undefined) return []
  return [{ stockId: rewardStockId(rewardId), way: 'take', count, total, refusal: 'reward_sold_out' }]
}

function addressIn(handing: InputOf<typeof rewardsRedeem>['handing']) {
  if (handing.way !== 'post') throw new Error('nothing is sent without an address')
  return handing.address
}
