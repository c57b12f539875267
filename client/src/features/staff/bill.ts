import type { BilledCoupon } from '@shared/coupons/off'
import { fenFromDecimal } from '@shared/kit/money'
import { billOf, type AskedBill, type Bill } from '@shared/purchases/bill'
import type { CustomerSheet } from '@shared/staff/contract'

/** What was typed for the goods of coupons and campaigns that are for a part of the bill, by their ids. */
export type Parts = { readonly [id: string]: string }

/** What a typed amount comes to for this customer, by the rule that the cloud books by. */
export function billFor(
  amountText: string,
  sheet: CustomerSheet,
  withPoints: boolean,
  about: { leftOut?: string; coupons?: readonly BilledCoupon[]; spent?: readonly string[]; parts?: Parts } = {},
): Bill {
  const { leftOut = '', coupons = [], spent = [], parts = {} } = about
  const burnPoints = withPoints && sheet.proof === 'code' ? Math.max(0, sheet.points.balance) : 0
  const campaigns = sheet.campaigns.filter(({ id }) => !spent.includes(id))
  const asked = { amountFen: fenTyped(amountText), burnPoints, leftOutFen: fenTyped(leftOut), coupons }
  return billWith({ ...sheet, campaigns }, { ...asked, parts })
}

/** A bill at this customer's terms. */
export function billWith(
  sheet: CustomerSheet,
  { parts = {}, ...asked }: Omit<AskedBill, 'burnPoints'> & { burnPoints?: number; parts?: Parts },
): Bill {
  const { discountPercent, pointsPerYuan } = sheet.tier
  const { redemption, leftOut } = sheet
  const campaigns = sheet.campaigns.flatMap(({ forGoods, ...one }) => {
    const onFen = forGoods ? fenTyped(parts[one.id] ?? '') : null
    return onFen === 0 ? [] : [{ ...one, onFen }]
  })
  const terms = { discountPercent, pointsPerYuan, redemption, leftOut, campaigns, bulk: sheet.shared?.bulk ?? null }
  return billOf({ burnPoints: 0, ...asked }, terms)
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
