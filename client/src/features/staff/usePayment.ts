import { useState } from 'react'
import type { Bill } from '@shared/purchases/bill'
import type { Refusal } from '@/kit/call'
import { haptic } from '@/kit/haptic'
import { openInstead } from '@/kit/open'
import { useTicking } from '@/kit/ticking'
import { amountAfter, billFor, type Key } from './bill'
import { changeTill, type Customer, type Unanswered } from './till'
import { unansweredOf } from './unanswered'
import { mayStand, useBooking } from './useBooking'

/** One payment of the customer at the counter: what was typed, what it comes to, and the booking of it. */
export function usePayment(customer: Customer) {
  const booking = useBooking(() => openInstead('receipt'))
  const [text, setText] = useState('')
  const [leftOut, setLeftOut] = useState('')
  const [field, setField] = useState<'amount' | 'leftOut'>('amount')
  const [withPoints, setWithPoints] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const { sheet, storeId, offset } = customer
  const now = useTicking(offset)
  const shown = billFor(text, sheet, withPoints, leftOut)
  const typed = `${text} ${leftOut}`
  const bill = told?.typed === typed && told.withPoints === withPoints ? told.bill : shown
  const set = field === 'amount' ? setText : setLeftOut

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
    } else {
      haptic('heavy')
      const now = billTold(answer.refusal)
      if (now) setTold({ typed, withPoints, bill: now })
    }
  }

  function paymentNow(): Unanswered {
    const { scanId, accountId, member } = sheet
    const points = bill.burnPoints > 0 ? { burnPoints: bill.burnPoints } : {}
    const part = bill.leftOutFen > 0 ? { leftOutFen: bill.leftOutFen } : {}
    const input = { scanId, accountId, amountFen: bill.amountFen, dueFen: bill.dueFen, ...points, ...part }
    return { input, storeId, name: member.name, at: Date.now() }
  }

  return {
    text,
    leftOut,
    field,
    setField,
    press: (key: Key) => set((before) => amountAfter(before, key)),
    withPoints,
    setWithPoints,
    bill,
    confirm,
    busy: booking.busy,
    refusal: booking.refusal,
    leftMs: Date.parse(sheet.goodUntil) - now,
  }
}

function isSame(one: Unanswered, other: Unanswered): boolean {
  return JSON.stringify(one.input) === JSON.stringify(other.input)
}

/** Refusals after which the till can do nothing more for this customer without reading a code again. */
const passOver: readonly string[] = ['scan_over', 'card_frozen', 'card_reissued']

type Told = { typed: string; withPoints: boolean; bill: Bill }

/** The whole bill as the cloud has it now, where it did not come to what was shown. */
function billTold({ code, details = {} }: Refusal): Bill | null {
  if (code !== 'bill_changed') return null
  const told = (name: keyof Bill) => Number(details[name] ?? 0)
  return {
    amountFen: told('amountFen'),
    leftOutFen: told('leftOutFen'),
    discountFen: told('discountFen'),
    coupons: [],
    couponFen: told('couponFen'),
    burnPoints: told('burnPoints'),
    burnFen: told('burnFen'),
    dueFen: told('dueFen'),
    paidLeftOutFen: told('paidLeftOutFen'),
    earns: told('earns'),
  }
}
