import type { Coupon } from '../../shared/books/coupon'
import { openJournal } from '../../shared/books/journal'
import { billCampaign } from '../../shared/campaigns/bill'
import { tillChannel, type Occasion } from '../../shared/campaigns/aimed'
import { goodsFen, type Part } from '../../shared/campaigns/goods'
import { campaignsFor, type Spent } from '../../shared/campaigns/running'
import type { Campaign } from '../../shared/programme/parts/campaigns'
import type { Programme } from '../../shared/programme/schema'
import { billOf, billTermsOf, earningTerms, type Bill } from '../../shared/purchases/bill'
import { purchase } from '../../shared/purchases/purchase'
import { tierById } from '../../shared/tiers/qualify'
import { allowed, firstDay, stampAt, type Book } from './builders'
import { couponShop, templateOf } from './coupons'

/** A campaign that is always on and adds ten points, but for what is changed. */
export function campaignOf(id: string, more: Partial<Campaign> = {}): Campaign {
  return { id, name: { zh: id, en: id }, when: { kind: 'always' }, effects: [{ kind: 'points', points: 10 }], ...more }
}

/** A shop with campaigns and a coupon of ¥10. */
export function campaignShop(campaigns: Campaign[], more: Partial<Programme> = {}): Programme {
  return couponShop([templateOf('ten')], { campaigns, ...more })
}

/** The campaigns that are on for a member at the till, by name. */
export function onFor(book: Book, programme: Programme, more: Partial<Occasion> = {}): string[] {
  return campaignsFor(programme, book.account, { at: firstDay, storeId: 'S1', ...more }).map(({ id }) => id)
}

type Paid = { id?: string; fen: number; at?: string; spent?: Spent; parts?: Part[]; coupons?: Coupon[] }

/** The bill of a member as the till works it out. */
export function billFor(
  book: Book,
  programme: Programme,
  { fen, at = firstDay, spent, parts = [], coupons = [] }: Paid,
): Bill {
  const channel = tillChannel(book.account, false)
  const campaigns = campaignsFor(programme, book.account, { at, storeId: 'S1', parts, channel }, spent).map((one) =>
    billCampaign(one, goodsFen(programme, one, { parts })),
  )
  const tier = tierById(programme, book.account.tierId)
  const earning = earningTerms(programme, tier, book.account, at)
  const terms = billTermsOf(programme, tier, { campaigns, earning })
  return billOf({ amountFen: fen, burnPoints: 0, coupons }, terms)
}

/** An order at the till, billed and taken. */
export function pays(book: Book, programme: Programme, paid: Paid): Book {
  const { id = 'a', fen, at = firstDay, spent, parts = [] } = paid
  const bill = billFor(book, programme, paid)
  const asked = { storeId: 'S1', orderId: id, amountFen: bill.dueFen, listFen: fen, burnPoints: 0, at, nonce: null }
  const order = { ...asked, parts, campaignOff: bill.campaigns, ...(spent ? { spent } : {}) }
  return allowed(book, purchase(openJournal(book.account, stampAt(at)), order, programme))
}
