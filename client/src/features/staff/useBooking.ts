import { staffAccrue, staffMe } from '@shared/staff/contract'
import { outcomeOpen, type Answer } from '@/kit/call'
import { useCommand } from '@/kit/command'
import { haptic } from '@/kit/haptic'
import { outdated } from '@/kit/read'
import { changeTill, type Unanswered } from './till'
import { dropUnanswered, keepUnanswered } from './unanswered'

/** Books a payment, or asks again for the outcome of one that had no answer: the same input carries the same request id. */
export function useBooking(showReceipt: () => void) {
  const accrue = useCommand(staffAccrue)

  async function book(payment: Unanswered): Promise<Answer<typeof staffAccrue> | null> {
    const { input, storeId, name } = payment
    const { accountId } = input
    keepUnanswered(payment)
    const answer = await accrue.run(input)
    if (!answer) return null
    if (answer.ok || !outcomeOpen(answer.refusal)) dropUnanswered(accountId)
    if (!answer.ok) return answer
    haptic('medium')
    outdated(staffMe)
    const offset = Date.parse(answer.value.at) - Date.now()
    changeTill({ customer: null, receipt: { order: answer.value, storeId, accountId, name, offset, undone: false } })
    showReceipt()
    return answer
  }

  return { book, busy: accrue.busy, refusal: accrue.refusal }
}

/** Whether the payment may stand in the books for all this phone knows, or stands there: then no other may follow it yet. */
export function mayStand(answer: Answer<typeof staffAccrue> | null): boolean {
  return !answer || answer.ok || outcomeOpen(answer.refusal)
}
