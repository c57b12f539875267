import type { CampaignGiven } from '../books/campaign'
import type { Journal } from '../books/journal'
import { grant } from '../chances/grant'
import { isOpenOn } from '../chances/round'
import { issueOf } from '../coupons/cost'
import { give } from '../coupons/give'
import { giftSpan } from '../coupons/validity'
import { dayOf, type Instant } from '../kit/time'
import { isCostUnknown } from '../programme/costs'
import type { Campaign } from '../programme/parts/campaigns'
import type { DrawTerms } from '../programme/parts/draws'
import type { Rounding } from '../programme/parts/earning'
import { givenOf, givenWith, greatestTimes, timesOf, type Effect } from '../programme/parts/effects'
import type { Given } from '../programme/parts/effects/given'
import type { Programme } from '../programme/schema'
import { morePointsOnPart, pointsOf } from '../points/earn'
import { worthFen } from '../points/redemption'
import { budgetsOf } from './budgets'
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
    const all = effects.flatMap((effect) => givenWith(effect, order))
    const points = sum(all.map((given) => (given.what === 'points' ? given.points : 0))) + onGoods
    const issues = consents ? all.map((given) => issueOf(programme, given)) : []
    const issued = sum(issues.map((issue) => issue.issued))
    const offFen = order.campaignOff?.find((one) => one.id === id)?.offFen ?? 0
    const isMultiplier = earned.multiplied?.code === id
    const chances = consents ? sum(all.map((given) => chancesOf(programme, given, order.at))) : 0
    if (points === 0 && issued === 0 && offFen === 0 && chances === 0 && !isMultiplier) return []
    const isStated = isOneUnknown(programme, effects, { consents, isMultiplied: isMultiplier || onGoods > 0, chances })
    const issuedFen = sum(issues.map((issue) => issue.costFen)) + (isStated ? (campaign.costFen ?? 0) : 0)
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

/** Whether something was given of which nothing but the campaign itself tells what it costs. */
function isOneUnknown(
  programme: Programme,
  effects: readonly Effect[],
  { consents, isMultiplied, chances }: { consents: boolean; isMultiplied: boolean; chances: number },
): boolean {
  return effects.some((effect) => {
    if (timesOf(effect) !== null) return isMultiplied && isCostUnknown(programme, effect)
    const isGiven = givenOf(effect).some(({ what }) =>
      what === 'chances' ? chances > 0 : consents || what === 'points',
    )
    return isGiven && isCostUnknown(programme, effect)
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
    return effects
      .flatMap((effect) => givenWith(effect, order))
      .reduce((so, one) => giveWithOrder(so, programme, one, { id, fromFen, order }), current)
  }, journal)
}

/** Points that come with an order stand in its own entry. */
function giveWithOrder(
  journal: Journal,
  programme: Programme,
  given: Given,
  { id, fromFen, order }: { id: string; fromFen: number; order: CampaignOrder },
): Journal {
  if (given.what === 'points') return journal
  if (given.what === 'chances') return grantWithOrder(journal, programme, given, { fromFen, order })
  const source = { by: 'rule' as const, why: 'campaign' as const, code: campaignCode(id, order) }
  return give(journal, programme, given, { source, at: order.at, span: giftSpan(order.at), takes: [] })
}

/** How many chances somebody has of what is given at an instant: none in a draw that is not open, so that nothing counts as given. */
function chancesOf(programme: Programme, given: Given, at: Instant): number {
  return given.what === 'chances' && openDraw(programme, given.drawId, at) ? given.chances : 0
}

function openDraw({ draws = [] }: Pick<Programme, 'draws'>, drawId: string, at: Instant): DrawTerms | null {
  return draws.find((draw) => draw.id === drawId && isOpenOn(draw, dayOf(at))) ?? null
}

/** Chances stand as the order's own, so that its refund takes back those that are not used. */
function grantWithOrder(
  journal: Journal,
  { draws = [] }: Programme,
  { drawId, chances }: Extract<Given, { what: 'chances' }>,
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

/** What a campaign for some goods adds by multiplying their points alone. */
function multipliedOnGoods(programme: Programme, campaign: Campaign, order: CampaignOrder, earned: Earned): number {
  const partFen = goodsFen(programme, campaign, order)
  const times = greatestTimes(campaign.effects)
  if (partFen === null || times === null) return 0
  const { amountFen: paidFen, listFen = paidFen } = order
  const { earningFen, rate, rounding } = earned
  return morePointsOnPart({ partFen, listFen, paidFen, earningFen }, { rate, times, rounding })
}

function multipliedMore({ earningFen, rate, multiplied, rounding }: Earned): number {
  return pointsOf(earningFen, rate, multiplied?.hundredths, rounding) - pointsOf(earningFen, rate, 100, rounding)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
