import { useEffect, useMemo } from 'react'
import type { Card } from '@shared/cards/contract'
import { couponCodeText, stepAt, stepSeconds } from '@shared/cards/member-code'
import { keyedHash, timeDigits } from '@/kit/keyed-hash'
import { showInSimulator } from '@/kit/simulator'
import { useTicking } from '@/kit/ticking'

export type CouponCode = {
  /** What the QR code holds. */
  text: string
  /** What a till may type: the member's own digits, under which the coupon is in the list. */
  digits: string
}

/**
 * The code of one coupon at this moment, made on the phone under the secret of the member's own card: no network is
 * needed. Null where there is no card on the phone, or it is frozen.
 */
export function useCouponCode(card: Card | null, couponId: string | null, offset: number) {
  const now = useTicking(offset)
  const step = stepAt(new Date(now).toISOString())
  const [cardNo, secret] = [card?.cardNo, card?.secret]
  const code = useMemo<CouponCode | null>(() => {
    if (!cardNo || !secret || couponId === null) return null
    const text = couponCodeText({ cardNo, secret }, couponNoOf(couponId), step, keyedHash)
    return { text, digits: cardNo + timeDigits(secret, step) }
  }, [cardNo, secret, couponId, step])
  const text = code?.text ?? null
  useEffect(() => showInSimulator(text), [text])
  return { code, step, secondsLeft: stepSeconds - Math.floor((now / 1000) % stepSeconds) }
}

/** The number by which a code names a coupon: the end of its id. */
function couponNoOf(couponId: string): number {
  return Number(/\d+$/.exec(couponId)?.[0] ?? 0)
}
