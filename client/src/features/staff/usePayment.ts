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
  const [withPoints, setWithPoints] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const { sheet, storeId, offset } = customer
  const now = useTicking(offset)
  const shown = billFor(text, sheet, withPoints)
  const bill = told?.text === text && told.withPoints === withPoints ? told.bill : shown

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
      if (now) setTold({ text, withPoints, bill: now })
    }
  }

  function paymentNow(): Unanswered {
    const { scanId, accountId, member } = sheet
    const points = bill.burnPoints > 0 ? { burnPoints: bill.burnPoints } : {}
    const input = { scanId, accountId, amountFen: bill.amountFen, dueFen: bill.dueFen, ...points }
    return { input, storeId, name: member.name, at: Date.now() }
  }

  return {
    text,
    press: (key: Key) => setText((before) => amountAfter(before, key)),
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

type Told = { text: string; withPoints: boolean; bill: Bill }

/** The whole bill as the cloud has it now, where it did not come to what was shown. */
function billTold({ code, details = {} }: Refusal): Bill | null {
  if (code !== 'bill_changed') return null
  const told = (name: keyof Bill) => Number(details[name])
  return {
    amountFen: told('amountFen'),
    discountFen: told('discountFen'),
    burnPoints: told('burnPoints'),
    burnFen: told('burnFen'),
    dueFen: told('dueFen'),
    earns: told('earns'),
  }
}
