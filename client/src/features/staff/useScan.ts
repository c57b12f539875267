import { useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import { readCode } from '@shared/cards/member-code'
import { staffFind, staffScan, type CustomerSheet } from '@shared/staff/contract'
import { outcomeOpen } from '@/kit/call'
import { useCommand } from '@/kit/command'
import { haptic } from '@/kit/haptic'
import { open } from '@/kit/open'
import { isPhone } from '@/kit/phone-number'
import { changeTill } from './till'
import { unansweredOf } from './unanswered'
import { useBooking } from './useBooking'

/** How long the same text is passed over, since a camera reads one code many times. */
const sameTextMs = 3_000
const nothingYet = { text: '', at: -Infinity }

/** Who the customer is: by the code that the camera reads, or by a sheet into which a code or a phone number is typed. */
export function useScan(storeId: string | null, offset: number) {
  const scan = useCommand(staffScan)
  const find = useCommand(staffFind)
  const booking = useBooking(() => open('receipt'))
  const last = useRef(nothingYet)
  const [typing, setTyping] = useState<'digits' | 'camera' | 'denied' | null>(null)

  async function submit(scanned: string): Promise<void> {
    const text = scanned.trim().slice(0, 80)
    if (!storeId || !text || isSame(text)) return
    const phone = text.replace(/[\s-]/g, '')
    const answer = isPhone(phone) ? await find.run({ phone, storeId }) : await scan.run({ code: text, storeId })
    if (!answer) return
    setTyping(null)
    if (answer.ok) {
      haptic('medium')
      changeTill({
        customer: { sheet: answer.value, storeId, offset, ...shownGone(text, answer.value) },
        receipt: null,
        refused: null,
      })
      const before = unansweredOf(answer.value.accountId)
      // Without a network the payment asks once more before it books another.
      const booked = before && (await booking.book(before))
      if (!booked?.ok) open('customer')
    } else {
      haptic('heavy')
      // Nobody knows what became of it, so the next scan asks.
      if (outcomeOpen(answer.refusal)) last.current = nothingYet
      changeTill({ customer: null, refused: { refusal: answer.refusal, text, at: Date.now() + offset } })
      open('refused')
    }
  }

  function isSame(text: string): boolean {
    const again = last.current.text === text && Date.now() - last.current.at < sameTextMs
    if (!again) last.current = { text, at: Date.now() }
    return again
  }

  async function start(): Promise<void> {
    if (process.env.TARO_ENV !== 'weapp') return setTyping('camera')
    try {
      const { result } = await Taro.scanCode({ scanType: ['qrCode', 'barCode'] })
      await submit(result)
    } catch (fault) {
      // Closing the camera is an answer; a camera that may not be opened needs another way.
      if (!/cancel/.test((fault as { errMsg?: string }).errMsg ?? '')) setTyping('denied')
    }
  }

  const busy = scan.busy || find.busy || booking.busy
  return { start, submit, busy, typing, type: () => setTyping('digits'), close: () => setTyping(null) }
}

/** A coupon's own code was read, and the customer has it no more. */
function shownGone(text: string, { shownCouponId }: CustomerSheet): { shownGone?: boolean } {
  const read = readCode(text)
  const asked = read.ok && read.value.form === 'scanned' && read.value.couponNo !== null
  return asked && shownCouponId === null ? { shownGone: true } : {}
}
