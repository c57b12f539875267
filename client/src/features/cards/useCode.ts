import { useEffect, useMemo } from 'react'
import { cardsMine } from '@shared/cards/contract'
import { codeText, stepAt, stepSeconds } from '@shared/cards/member-code'
import { keyedHash, timeDigits } from '@/kit/keyed-hash'
import { useRead } from '@/kit/read'
import { showInSimulator } from '@/kit/simulator'
import { clockOffset, useTicking } from '@/kit/ticking'

export type Code = {
  /** What the QR code holds. */
  text: string
  /** What the bars hold and a till may type: the card's ten digits and eight of the time. */
  digits: string
}

/**
 * The member's code of this moment, made on the phone from its own copy of the card: no network is needed. The clock is
 * the cloud's, as last heard.
 */
export function useCode() {
  const card = useRead(cardsMine, {})
  const now = useTicking(clockOffset(card))
  const { value } = card
  const step = stepAt(new Date(now).toISOString())
  const code = useMemo<Code | null>(
    () =>
      value && {
        text: codeText(value, step, keyedHash),
        digits: value.cardNo + timeDigits(value.secret, step),
      },
    [value, step],
  )
  const text = code?.text ?? null
  useEffect(() => showInSimulator(text), [text])
  return { card, code, step, secondsLeft: stepSeconds - Math.floor((now / 1000) % stepSeconds) }
}
