import type { BilledCoupon } from '@shared/coupons/off'
import { fenFromDecimal } from '@shared/kit/money'
import { billOf, countedOn, type AskedBill, type Bill, type BillTerms } from '@shared/purchases/bill'
import type { CustomerSheet } from '@shared/staff/contract'

/** What was typed for the goods of coupons and campaigns that are for a part of the bill, by their ids. */
export type Parts = { readonly [id: string]: string }

/** What a typed amount comes to for this customer, by the rule that the cloud books by. */
export function billFor(amountText: string, sheet: CustomerSheet, withPoints: boolean, about: About = {}): Bill {
  const burnPoints = withPoints && sheet.proof === 'code' ? Math.max(0, sheet.points.balance) : 0
  return billWith(left(sheet, about), { ...askedFor(amountText, about), burnPoints })
}

/** What was typed besides the amount, and what else counts on the bill. */
type About = {
  leftOut?: string
  coupons?: readonly BilledCoupon[]
  /** Campaigns of which the cloud says that nothing is left. */
  spent?: readonly string[]
  parts?: Parts
}

/** What the till itself has to work into the amount, by the campaigns that count for it. */
export function byHandFor(amountText: string, sheet: CustomerSheet, about: About): CustomerSheet['campaigns'] {
  const { campaigns } = left(sheet, about)
  const told = campaigns.filter(({ byHand }) => byHand.length > 0)
  // Until the part that its goods make up is typed it is said all the same: the customer may have them.
  const parts = Object.fromEntries(told.map(({ id }) => [id, about.parts?.[id] || '0.01']))
  const counted = countedOn(askedFor(amountText, about), termsOf({ ...sheet, campaigns }, { ...about.parts, ...parts }))
  return told.filter(({ id }) => counted.includes(id))
}

function left(sheet: CustomerSheet, { spent = [] }: About): CustomerSheet {
  return { ...sheet, campaigns: sheet.campaigns.filter(({ id }) => !spent.includes(id)) }
}

function askedFor(amountText: string, { leftOut = '', coupons = [], parts = {} }: About) {
  return { amountFen: fenTyped(amountText), leftOutFen: fenTyped(leftOut), coupons, parts }
}

/** A bill at this customer's terms. */
export function billWith(
  sheet: CustomerSheet,
  { parts = {}, ...asked }: Omit<AskedBill, 'burnPoints'> & { burnPoints?: number; parts?: Parts },
): Bill {
  return billOf({ burnPoints: 0, ...asked }, termsOf(sheet, parts))
}

function termsOf(sheet: CustomerSheet, parts: Parts): BillTerms {
  const { discountPercent, pointsPerYuan } = sheet.tier
  const { redemption, leftOut, rounding, earning } = sheet
  const campaigns = sheet.campaigns.flatMap(({ forGoods, ...one }) => {
    const onFen = forGoods ? fenTyped(parts[one.id] ?? '') : null
    return onFen === 0 ? [] : [{ ...one, onFen }]
  })
  const bulk = sheet.shared?.bulk ?? null
  const terms = { discountPercent, pointsPerYuan, redemption, leftOut, campaigns, bulk, earning }
  return rounding ? { ...terms, rounding } : terms
}

/** A typed amount in fen; 0 while nothing is typed. */
export function fenTyped(text: string): number {
  const read = fenFromDecimal(text.replace(/\.$/, ''))
  return read.ok ? read.value : 0
}

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00' | '.' | 'delete' | 'clear'

/** The amount after a key: at most two decimals, at most a million yuan, no zeros in front. */
export function amountAfter(text: string, key: Key): string {
  if (key === 'clear') return ''
  if (key === 'delete') return text.slice(0, -1)
  if (key === '.') return text.includes('.') ? text : `${text || '0'}.`
  const next = `${text}${key}`.replace(/^0+(?=\d)/, '')
  const tooFine = /\.\d{3,}$/.test(next)
  return tooFine || !fenFromDecimal(next).ok ? text : next
}
