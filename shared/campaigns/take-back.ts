import type { Account } from '../books/account'
import type { CampaignGiven } from '../books/campaign'
import type { Coupon } from '../books/coupon'
import type { Journal } from '../books/journal'
import { issueOne } from '../coupons/issue'
import { withdrawCoupons } from '../coupons/give-back'
import type { Instant } from '../kit/time'
import { followsPaid, givenWith, type Effect } from '../programme/parts/effects'
import type { Programme } from '../programme/schema'
import { campaignCode } from './gives'

/** An order as far as what campaigns gave with it can be taken back. */
type Order = {
  storeId: string
  orderId: string
  amountFen: number
  listFen?: number
  campaigns?: readonly CampaignGiven[]
}

/** Of what campaigns gave with an order: what a refund takes back now, and what stays after it. */
export type CampaignsLost = { gone: CampaignGiven[]; stand: CampaignGiven[] }

/**
 * What campaigns lose by a refund: all with the whole order; with a part of it those whose threshold what is left no longer
 * reaches. What the budget has again is what was not used: a coupon that was taken meanwhile stays paid for, and so does what
 * was taken off the bill of an order until the last of it goes back. Where something was used, the member has had it, and their
 * limit counts it on.
 */
export function campaignsLost(
  { coupons = [], chances }: Pick<Account, 'coupons' | 'chances'>,
  { purchase, refunds }: { purchase: Order; refunds: readonly { campaigns?: readonly CampaignGiven[] }[] },
  leftFen: number,
): CampaignsLost {
  const goneBefore = new Set(refunds.flatMap(({ campaigns = [] }) => campaigns.map(({ id }) => id)))
  const given = (purchase.campaigns ?? []).filter(({ id }) => !goneBefore.has(id))
  const leftListFen = listLeft(purchase, leftFen)
  const isGone = ({ fromFen }: CampaignGiven) => leftFen === 0 || leftListFen < fromFen
  const gone = given.filter(isGone).map((one) => {
    const unused = coupons.filter((coupon) => isOf(coupon, campaignCode(one.id, purchase))).length
    const drawn = (one.chances ?? 0) > 0 && isDrawnWith(chances, purchase)
    const isUsed = unused < one.issued || drawn
    const usedFen = isUsed ? one.issuedFen : 0
    const keptFen = leftFen === 0 ? 0 : one.offFen
    const { take, ...back } = one
    return { ...back, costFen: one.costFen - usedFen - keptFen, ...(take && !isUsed ? { take } : {}) }
  })
  return { gone: [...gone, ...keptUntilNow(purchase, goneBefore, leftFen)], stand: given.filter((one) => !isGone(one)) }
}

/** Whether any of the chances that came with an order was used. */
function isDrawnWith(chances: Account['chances'], { storeId, orderId }: Order): boolean {
  return (chances?.granted ?? []).some(
    ({ source, of, left }) =>
      source.by === 'purchase' && source.storeId === storeId && source.orderId === orderId && left < of,
  )
}

/** What campaigns that an earlier refund took back had still taken off the bill: it is given back with the last part. */
function keptUntilNow({ campaigns = [] }: Order, goneBefore: ReadonlySet<string>, leftFen: number): CampaignGiven[] {
  if (leftFen > 0) return []
  return campaigns
    .filter(({ id, offFen }) => goneBefore.has(id) && offFen > 0)
    .map(({ id, storeId, fromFen, offFen, counted }) => {
      const kept = { id, storeId, fromFen, points: 0, costFen: offFen, offFen, issued: 0, issuedFen: 0 }
      return counted ? { ...kept, counted } : kept
    })
}

/** Takes back unused what campaigns had issued with the order; of what follows what was paid stays what is given for the rest. */
export function withdrawGiven(
  journal: Journal,
  programme: Programme,
  about: { order: Order; campaigns: CampaignsLost; leftFen: number; at: Instant },
): Journal {
  const { order, campaigns, leftFen, at } = about
  const codes = campaigns.gone.map(({ id }) => campaignCode(id, order))
  const without =
    codes.length === 0 ? journal : withdrawCoupons(journal, (one) => codes.some((code) => isOf(one, code)), at)
  return campaigns.stand.reduce((current, { id }) => {
    const effects = programme.campaigns?.find((one) => one.id === id)?.effects ?? []
    const rest = { code: campaignCode(id, order), leftFen, at }
    return following(effects).reduce((so, effect) => broughtDown(so, effect, rest), current)
  }, without)
}

/** The effects that give a coupon whose amount follows what was paid; of several with the same coupon the first. */
function following(effects: readonly Effect[]): Effect[] {
  const ids = effects.map(followsPaid)
  return effects.filter((_, index) => ids[index] !== null && ids.indexOf(ids[index] ?? null) === index)
}

function broughtDown(
  journal: Journal,
  effect: Effect,
  { code, leftFen, at }: { code: string; leftFen: number; at: Instant },
): Journal {
  const isMeant = (coupon: Coupon) => coupon.templateId === followsPaid(effect) && isOf(coupon, code)
  const held = journal.account.coupons?.find(isMeant)
  if (held?.worth.kind !== 'amount') return journal
  const offFen = Math.min(held.worth.offFen, offFenFor(effect, leftFen))
  if (offFen === held.worth.offFen) return journal
  const without = withdrawCoupons(journal, isMeant, at)
  const { templateId, name, worth, stacks, giftable, source, from, until } = held
  const terms = { templateId, name, worth: { ...worth, offFen }, stacks, giftable }
  return offFen > 0 ? issueOne(without, terms, { source, span: { from, until }, takes: [], at }) : without
}

/** The amount of an effect's own coupon for an order of so much. */
function offFenFor(effect: Effect, amountFen: number): number {
  const own = givenWith(effect, { amountFen }).find((given) => given.what === 'coupon')
  return own?.coupon.worth.kind === 'amount' ? own.coupon.worth.offFen : 0
}

function isOf({ source }: Coupon, code: string): boolean {
  return source.by === 'rule' && source.why === 'campaign' && source.code === code
}

/** What is left of the order as it was before any money off, in proportion to what was paid, rounded up. */
export function listLeft(
  { amountFen, listFen = amountFen }: Pick<Order, 'amountFen' | 'listFen'>,
  leftFen: number,
): number {
  return amountFen === 0 ? 0 : Math.ceil((listFen * leftFen) / amountFen)
}
