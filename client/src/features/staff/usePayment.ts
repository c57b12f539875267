import { useState } from 'react'
import type { TillCoupon } from '@shared/coupons/contract'
import { isForSomeGoods, type BilledCoupon } from '@shared/coupons/off'
import type { Bill } from '@shared/purchases/bill'
import type { Refusal } from '@/kit/call'
import { haptic } from '@/kit/haptic'
import { openInstead } from '@/kit/open'
import { useTicking } from '@/kit/ticking'
import type { CustomerSheet } from '@shared/staff/contract'
import { amountAfter, billFor, byHandFor, fenTyped, type Key, type Parts } from './bill'
import { countsAt } from './chosenCoupons'
import { changeTill, type Customer, type Unanswered } from './till'
import { unansweredOf } from './unanswered'
import { mayStand, useBooking } from './useBooking'
import { couponsOf, useChosen, withoutCoupon } from './useChosen'

/** One payment of the customer at the counter: what was typed, what it comes to, and the booking of it. */
export function usePayment(customer: Customer) {
  const booking = useBooking(() => openInstead('receipt'))
  const [text, setText] = useState('')
  const [leftOut, setLeftOut] = useState('')
  const [parts, setParts] = useState<{ [couponId: string]: string }>({})
  const [field, setField] = useState<Field>('amount')
  const [withPoints, setWithPoints] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const { sheet, storeId, offset, sentHome } = customer
  const now = useTicking(offset)
  const chosen = useChosen(customer, fenTyped(text), now)
  const coupons = couponsOf(customer, chosen.ids)
  const billed = billedOf(coupons, fenTyped(text), parts)
  const typed = JSON.stringify([text, leftOut, billed, parts])
  // For another bill they may have enough left.
  const spent = told?.typed === typed ? told.spent : []
  const about = { leftOut, coupons: billed, spent, parts }
  const shown = billFor(text, sheet, withPoints, about)
  const bill = told?.typed === typed && told.withPoints === withPoints ? told.bill : shown

  async function confirm(): Promise<void> {
    if (bill.amountFen === 0) return
    const before = unansweredOf(sheet.accountId)
    const payment = paymentNow()
    // Another payment of theirs may be in the books already; only once it is known not to be does this one follow.
    if (before && !isSame(before, payment) && mayStand(await booking.book(before))) return
    const answer = await booking.book(payment)
    if (!answer || answer.ok) return
    if (passOver.includes(answer.refusal.code)) {
      haptic('heavy')
      changeTill({ customer: null, refused: { refusal: answer.refusal, text: '', at: Date.now() + offset } })
      openInstead('refused')
    } else if (answer.refusal.code === 'coupon_used') {
      haptic('heavy')
      toldUsed(answer.refusal)
    } else {
      haptic('heavy')
      const now = billTold(answer.refusal)
      if (now) setTold({ typed, withPoints, bill: now, spent: spentTold(answer.refusal) })
    }
  }

  /** Which one it was, the cloud does not say: where only one was offered it is known, else all are left to be looked at. */
  function toldUsed(refusal: Refusal): void {
    const [only, ...others] = coupons
    const about = only && others.length === 0 ? { coupon: only.name } : {}
    const rest = only && others.length === 0 ? withoutCoupon(customer, only.couponId) : { chosen: [] }
    changeTill({
      customer: { ...customer, ...rest },
      refused: { refusal, text: '', at: Date.now() + offset, ...about },
    })
    openInstead('refused')
  }

  function press(key: Key): void {
    if (field === 'amount') setText((before) => amountAfter(before, key))
    else if (field === 'leftOut') setLeftOut((before) => amountAfter(before, key))
    else setParts((before) => ({ ...before, [field.of]: amountAfter(before[field.of] ?? '', key) }))
  }

  function paymentNow(): Unanswered {
    const { scanId, accountId, member } = sheet
    const points = bill.burnPoints > 0 ? { burnPoints: bill.burnPoints } : {}
    const part = bill.leftOutFen > 0 ? { leftOutFen: bill.leftOutFen } : {}
    const named = billed.map(({ couponId, onFen }) => ({ couponId, ...(onFen === undefined ? {} : { onFen }) }))
    const used = named.length > 0 ? { coupons: named } : {}
    const without = spent.length > 0 ? { spent: [...spent] } : {}
    const channel = sentHome ? { channel: 'delivery' as const } : {}
    const goods = partsOf(sheet, parts)
    const onGoods = goods.length > 0 ? { parts: goods } : {}
    const bound = {
      amountFen: bill.amountFen,
      dueFen: bill.dueFen,
      ...points,
      ...part,
      ...used,
      ...channel,
      ...onGoods,
      ...without,
    }
    const input = { scanId, accountId, ...bound }
    return { input, storeId, name: member.name, at: Date.now() }
  }

  return {
    text,
    leftOut,
    field,
    setField,
    parts,
    press,
    chosen,
    coupons,
    now,
    withPoints,
    setWithPoints,
    bill,
    byHand: byHandFor(text, sheet, about),
    confirm,
    busy: booking.busy,
    refusal: booking.refusal,
    leftMs: Date.parse(sheet.goodUntil) - now,
  }
}

function isSame(one: Unanswered, other: Unanswered): boolean {
  return JSON.stringify(one.input) === JSON.stringify(other.input)
}

/** What takes the keys: the amount, the part of it that is left out, or the part that a coupon is for. */
export type Field = 'amount' | 'leftOut' | { of: string }

/** The ticked coupons as the bill takes them: those that the amount is high enough for and whose part is known. */
function billedOf(coupons: readonly TillCoupon[], amountFen: number, parts: { [couponId: string]: string }) {
  return coupons.flatMap((coupon): BilledCoupon[] => {
    if (amountFen === 0 || !countsAt(coupon, amountFen)) return []
    if (!isForSomeGoods(coupon)) return [coupon]
    const onFen = Math.min(fenTyped(parts[coupon.couponId] ?? ''), amountFen)
    return onFen > 0 ? [{ ...coupon, onFen }] : []
  })
}

/** Refusals after which the till can do nothing more for this customer without reading a code again. */
const passOver: readonly string[] = ['scan_over', 'card_frozen', 'card_reissued']

type Told = { typed: string; withPoints: boolean; bill: Bill; spent: readonly string[] }

/** The whole bill as the cloud has it now, where it did not come to what was shown. */
function billTold({ code, details = {} }: Refusal): Bill | null {
  if (code !== 'bill_changed') return null
  const told = (name: keyof Bill) => Number(details[name] ?? 0)
  return {
    amountFen: told('amountFen'),
    leftOutFen: told('leftOutFen'),
    discountFen: told('discountFen'),
    moneyOffFen: told('moneyOffFen'),
    campaigns: [],
    coupons: [],
    couponFen: told('couponFen'),
    burnPoints: told('burnPoints'),
    burnFen: told('burnFen'),
    dueFen: told('dueFen'),
    paidLeftOutFen: told('paidLeftOutFen'),
    earns: told('earns'),
  }
}

/** How much of the bill the goods of campaigns make up, as far as it was typed. */
function partsOf({ campaigns }: CustomerSheet, parts: Parts): { campaignId: string; onFen: number }[] {
  return campaigns
    .filter(({ forGoods }) => forGoods)
    .map(({ id }) => ({ campaignId: id, onFen: fenTyped(parts[id] ?? '') }))
    .filter(({ onFen }) => onFen > 0)
}

/** Campaigns that the cloud names as having nothing left for this order. */
function spentTold({ details = {} }: Refusal): string[] {
  return String(details['spent'] ?? '')
    .split(' ')
    .filter(Boolean)
}
