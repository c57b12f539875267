import { useState } from 'react'
import { staffAccrue } from '@shared/staff/contract'
import { useCommand } from '@/kit/command'
import { haptic } from '@/kit/haptic'
import { openInstead } from '@/kit/open'
import { useTicking } from '@/kit/ticking'
import { amountAfter, billOf, type Key } from './bill'
import { changeTill, type Customer } from './till'

/** One payment of the customer at the counter: what was typed, what it comes to, and the booking of it. */
export function usePayment(customer: Customer) {
  const accrue = useCommand(staffAccrue)
  const [text, setText] = useState('')
  const [withPoints, setWithPoints] = useState(false)
  const { sheet, storeId, offset } = customer
  const now = useTicking(offset)
  const bill = billOf(text, sheet, withPoints)

  async function confirm(): Promise<void> {
    if (bill.amountFen === 0) return
    const answer = await accrue.run({
      scanId: sheet.scanId,
      accountId: sheet.accountId,
      amountFen: bill.dueFen,
      ...(bill.burnPoints > 0 ? { burnPoints: bill.burnPoints } : {}),
    })
    if (!answer) return
    if (answer.ok) {
      haptic('medium')
      const heard = Date.parse(answer.value.at) - Date.now()
      const { name } = sheet.member
      const { accountId } = sheet
      changeTill({
        customer: null,
        receipt: { order: answer.value, storeId, accountId, name, offset: heard, undone: false },
      })
      openInstead('receipt')
    } else if (answer.refusal.code === 'scan_over') {
      haptic('heavy')
      changeTill({ customer: null, refused: { refusal: answer.refusal, text: '', at: Date.now() + offset } })
      openInstead('refused')
    } else {
      haptic('heavy')
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
