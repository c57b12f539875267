import { useState } from 'react'
import type { Bill } from '@shared/purchases/bill'
import { staffAccrue, staffMe } from '@shared/staff/contract'
import type { Refusal } from '@/kit/call'
import { useCommand } from '@/kit/command'
import { haptic } from '@/kit/haptic'
import { openInstead } from '@/kit/open'
import { outdated } from '@/kit/read'
import { useTicking } from '@/kit/ticking'
import { amountAfter, billFor, type Key } from './bill'
import { changeTill, type Customer } from './till'

/** One payment of the customer at the counter: what was typed, what it comes to, and the booking of it. */
export function usePayment(customer: Customer) {
  const accrue = useCommand(staffAccrue)
  const [text, setText] = useState('')
  const [withPoints, setWithPoints] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const { sheet, storeId, offset } = customer
  const now = useTicking(offset)
  const shown = billFor(text, sheet, withPoints)
  const bill = told?.text === text && told.withPoints === withPoints ? told.bill : shown

  async function confirm(): Promise<void> {
    if (bill.amountFen === 0) return
    const answer = await accrue.run({
      scanId: sheet.scanId,
      accountId: sheet.accountId,
      amountFen: bill.amountFen,
      dueFen: bill.dueFen,
      ...(bill.burnPoints > 0 ? { burnPoints: bill.burnPoints } : {}),
    })
    if (!answer) return
    if (answer.ok) {
      haptic('medium')
      outdated(staffMe)
      const heard = Date.parse(answer.value.at) - Date.now()
      const { name } = sheet.member
      const { accountId } = sheet
      changeTill({
        customer: null,
        receipt: { order: answer.value, storeId, accountId, name, offset: heard, undone: false },
      })
      openInstead('receipt')
    } else if (passOver.includes(answer.refusal.code)) {
      haptic('heavy')
      changeTill({ customer: null, refused: { refusal: answer.refusal, text: '', at: Date.now() + offset } })
      openInstead('refused')
    } else {
      haptic('heavy')
      const now = billTold(answer.refusal)
      if (now) setTold({ text, withPoints, bill: now })
    }
  }

  return {
    text,
    press: (key: Key) => setText((before) => amountAfter(before, key)),
    withPoints,
    setWithPoints,
    bill,
    confirm,
    busy: accrue.busy,
    refusal: accrue.refusal,
    leftMs: Date.parse(sheet.goodUntil) - now,
  }
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
