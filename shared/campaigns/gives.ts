import type { CampaignGiven } from '../books/campaign'
import type { Journal } from '../books/journal'
import { grant } from '../chances/grant'
import { isOpenOn } from '../chances/round'
import { giveEffect } from '../coupons/give'
import { issueOne, templateOf } from '../coupons/issue'
import { giftSpan } from '../coupons/validity'
import { hundredths } from '../kit/hundredths'
import { dayOf, type Instant } from '../kit/time'
import { isCostUnknown } from '../programme/costs'
import type { Campaign } from '../programme/parts/campaigns'
import type { DrawTerms } from '../programme/parts/draws'
import type { Rounding } from '../programme/parts/earning'
import type { Effect } from '../programme/parts/effects'
import type { Programme } from '../programme/schema'
import { pointsOf } from '../points/earn'
import { worthFen } from '../points/redemption'
import { budgetsOf } from './budgets'
import { cashBackFen, costOf } from './cost'
import { goodsFen, type Goods } from './goods'
import { contender, takeOfCampaign } from './running'

/** An order as far as campaigns look at it. */
export type CampaignOrder = Goods & {
  storeId: string
  orderId: string
  at: Instant
  /** What was paid. */
  amountFen: number
  /** Before any money off, where that is known. */
  listFen?: number
  /** What campaigns took off its bill. */
  campaignOff?: readonly { id: string; offFen: number }[]
}

/** What the order earned, by what that was multiplied and how it was made whole. */
export type Earned = {
  tierId: string
  earningFen: number
  rate: number
  multiplied: Multiplied | null
  rounding: Rounding | undefined
}
export type Multiplied = { hundredths: number; code: string }

/**
 * What the campaigns that count for an order give with it: points on top, what they took off the bill, and what they issue
 * to somebody who has agreed to the terms. `costFen` is what their budgets count. Campaigns that come to nothing are left out.
 */
export function givenBy(
  programme: Programme,
  campaigns: readonly Campaign[],
  order: CampaignOrder,
  { earned, consents }: { earned: Earned; consents: boolean },
): CampaignGiven[] {
  return campaigns.flatMap((campaign) => {
    const { id, effects } = campaign
    const onGoods = multipliedOnGoods(programme, campaign, order, earned)
    const points = sum(effects.map((effect) => (effect.kind === 'points' ? effect.points : 0))) + onGoods
    const issues = consents ? effects.filter((effect) => issuedOf(programme, effect, order.amountFen) > 0) : []
    const isGivenHere = (effect: Effect) =>
      effect.kind === 'points' ||
      (effect.kind === 'earning-times' && (onGoods > 0 || earned.multiplied?.code === id)) ||
      issues.includes(effect) ||
      (consents && chancesOf(programme, effect, order.at) > 0)
    const isStated = effects.some((effect) => isGivenHere(effect) && isCostUnknown(programme, effect))
    const issuedFen =
      sum(issues.map((effect) => costOf(programme, effect, order.amountFen))) + (isStated ? (campaign.costFen ?? 0) : 0)
    const issued = sum(issues.map((effect) => issuedOf(programme, effect, order.amountFen)))
    const offFen = order.campaignOff?.find((one) => one.id === id)?.offFen ?? 0
    const isMultiplier = earned.multiplied?.code === id
    const chances = consents ? sum(effects.map((effect) => chancesOf(programme, effect, order.at))) : 0
    if (points === 0 && issued === 0 && offFen === 0 && chances === 0 && !isMultiplier) return []
    const morePoints = points + (isMultiplier ? multipliedMore(earned) : 0)
    const pointsFen = worthFen(programme, morePoints, earned.tierId) ?? 0
    const take = takeOfCampaign(campaign, order.at)
    const { fromFen } = contender(campaign)
    const costFen = offFen + pointsFen + issuedFen
    const counted = budgetsOf(campaign).map(({ scope }) => scope)
    const limited = {
      ...(take ? { take } : {}),
      ...(onGoods > 0 ? { byAmount: onGoods } : {}),
      ...(chances > 0 ? { chances } : {}),
      ...(costFen > 0 && counted.length > 0 ? { counted } : {}),
    }
    return [{ id, storeId: order.storeId, fromFen, points, costFen, offFen, issued, issuedFen, ...limited }]
  })
}

/** Issues what campaigns give with an order, each named after the order, so that its refund finds it. */
export function issueGiven(
  journal: Journal,
  programme: Programme,
  given: readonly CampaignGiven[],
  order: CampaignOrder,
): Journal {
  return given.reduce((current, { id, issued, fromFen, chances }) => {
    if (issued === 0 && !chances) return current
    const effects = programme.campaigns?.find((one) => one.id === id)?.effects ?? []
    return effects.reduce((so, effect) => issueEffect(so, programme, effect, { id, fromFen, order }), current)
  }, journal)
}

function issueEffect(
  journal: Journal,
  programme: Programme,
  effect: Effect,
  { id, fromFen, order }: { id: string; fromFen: number; order: CampaignOrder },
): Journal {
  if (effect.kind === 'chance') return grantWithOrder(journal, programme, effect, { fromFen, order })
  if (!isIssued(effect)) return journal
  const source = { by: 'rule' as const, why: 'campaign' as const, code: campaignCode(id, order) }
  const giving = { source, at: order.at, span: giftSpan(order.at), takes: [] }
  if (effect.kind !== 'cash-back') return giveEffect(journal, programme, effect, giving)
  const offFen = cashBackFen(effect, order.amountFen)
  return offFen > 0 ? issueOne(journal, cashBackTerms(offFen), giving) : journal
}

/** How many chances an effect gives at an instant: none in a draw that is not open, so that nothing counts as given. */
function chancesOf(programme: Programme, effect: Effect, at: Instant): number {
  return effect.kind === 'chance' && openDraw(programme, effect.drawId, at) ? effect.chances : 0
}

function openDraw({ draws = [] }: Pick<Programme, 'draws'>, drawId: string, at: Instant): DrawTerms | null {
  return draws.find((draw) => draw.id === drawId && isOpenOn(draw, dayOf(at))) ?? null
}

/** Chances stand as the order's own, so that its refund takes back those that are not used. */
function grantWithOrder(
  journal: Journal,
  { draws = [] }: Programme,
  { drawId, chances }: Extract<Effect, { kind: 'chance' }>,
  { fromFen, order }: { fromFen: number; order: CampaignOrder },
): Journal {
  const { storeId, orderId, at, amountFen, listFen = amountFen } = order
  const draw = openDraw({ draws }, drawId, at)
  if (!draw) return journal
  // What is asked of the amount before money off, in terms of what was paid, by which refunds go; never of nothing.
  const paidFen = Math.max(1, listFen === 0 ? 0 : Math.ceil((fromFen * amountFen) / listFen))
  return grant(journal, draw, { chances, source: { by: 'purchase', storeId, orderId, fromFen: paidFen }, at })
}

/** What campaigns added to the points of an order; of an order of which a part is left, what they would have added to that. */
export function pointsOfCampaigns(given: readonly CampaignGiven[], left = { fen: 1, ofFen: 1 }): number {
  return sum(
    given.map(
      ({ points, byAmount = 0 }) =>
        points - byAmount + (left.ofFen === 0 ? 0 : Math.floor((byAmount * left.fen) / left.ofFen)),
    ),
  )
}

/** By what something that a campaign issued with an order is known. */
export function campaignCode(id: string, { storeId, orderId }: { storeId: string; orderId: string }): string {
  return `${id}@${storeId}:${orderId}`
}

/** Cash back comes as a coupon of its own amount, good on any bill. */
export function cashBackTerms(offFen: number) {
  return {
    templateId: cashBackId,
    name: { zh: '返现券', en: 'Cash back' },
    worth: { kind: 'amount' as const, offFen },
    stacks: true,
    giftable: false,
  }
}
export const cashBackId = 'cash-back'

/** How many coupons and things an effect issues with an order of so much. */
function issuedOf(programme: Programme, effect: Effect, amountFen: number): number {
  if (!isIssued(effect)) return 0
  if (effect.kind === 'coupon') return templateOf(programme, effect.couponId) ? (effect.count ?? 1) : 0
  if (effect.kind === 'cash-back') return cashBackFen(effect, amountFen) > 0 ? 1 : 0
  return 1
}

type Issued = Extract<Effect, { kind: 'coupon' | 'gift' | 'described' | 'cash-back' }>

/** Bills and rates are worked out elsewhere; this is what a member carries away. */
function isIssued(effect: Effect): effect is Issued {
  return ['coupon', 'gift', 'described', 'cash-back'].includes(effect.kind)
}

/**
 * What a campaign for some goods adds by multiplying their points alone, at what was paid for them: their part of the
 * order before money off, of what was paid.
 */
function multipliedOnGoods(programme: Programme, campaign: Campaign, order: CampaignOrder, earned: Earned): number {
  const partFen = goodsFen(programme, campaign, order)
  const times = Math.max(0, ...campaign.effects.map((effect) => (effect.kind === 'earning-times' ? effect.times : 0)))
  const { amountFen, listFen = amountFen } = order
  if (partFen === null || times === 0 || listFen === 0) return 0
  const paidFen = Math.min(Math.floor((partFen * amountFen) / listFen), earned.earningFen)
  const { rate, rounding } = earned
  return pointsOf(paidFen, rate, hundredths(times) ?? 100, rounding) - pointsOf(paidFen, rate, 100, rounding)
}

function multipliedMore({ earningFen, rate, multiplied, rounding }: Earned): number {
  return pointsOf(earningFen, rate, multiplied?.hundredths, rounding) - pointsOf(earningFen, rate, 100, rounding)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
