import { balanceOf } from '../books/account'
import { record, type Journal } from '../books/journal'
import { isOn } from '../kit/period'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { dayOf, type Instant } from '../kit/time'
import { windowKey } from '../kit/window'
import { isForTier } from '../programme/for-tiers'
import type { PointsTopUp } from '../programme/parts/points-top-up'
import type { Programme } from '../programme/schema'
import { expiryOf } from './earn'
import { expirePoints } from './expire'

export type TopUpRefusal =
  'top_up_not_offered' | 'top_up_not_today' | 'top_up_not_your_tier' | 'top_up_taken' | 'top_up_none'

/**
 * On member day a nearly full balance is filled up, once in each window and only when the member claims it. What is given
 * so counts towards no tier.
 */
export function topUpPoints(journal: Journal, programme: Programme, at: Instant): Ruling<Journal, TopUpRefusal> {
  const topUp = programme.pointsTopUp
  if (!topUp) return refuse('top_up_not_offered')
  const settled = expirePoints(journal, at)
  const { account } = settled
  const day = dayOf(at)
  const granted = { code: 'points-top-up', window: windowKey(topUp.per, day) }
  if (!isForTier(programme, topUp, account.tierId)) return refuse('top_up_not_your_tier')
  if (!isOn(topUp.when, day)) return refuse('top_up_not_today')
  if (account.granted.some(({ code, window }) => code === granted.code && window === granted.window))
    return refuse('top_up_taken')
  const balance = balanceOf(account)
  const full = filledUp(topUp, balance)
  if (full === null) return refuse('top_up_none')
  const change = full - balance
  const expiresAt = expiryOf(programme, at)
  const fact = {
    kind: 'adjust' as const,
    change,
    repaid: 0,
    expiresAt,
    draws: [],
    reason: 'top-up',
    actor: 'programme',
  }
  return allow(record(settled, { ...fact, granted }, { at }))
}

/** What a balance is filled up to; null when nothing is added. */
export function filledUp({ bands, above }: PointsTopUp, balance: number): number | null {
  const band = bands.find(({ from, to }) => from <= balance && balance <= to)
  if (band) return band.becomes
  if (!above || balance < above.from || balance % above.step < above.step - above.upper) return null
  return (Math.floor(balance / above.step) + 1) * above.step
}
