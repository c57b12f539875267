import { useEffect, useMemo } from 'react'
import { codeText, stepAt, stepSeconds } from '@shared/cards/member-code'
import { keyedHash, timeDigits } from '@/kit/keyed-hash'
import { showInSimulator } from '@/kit/simulator'
import { clockOffset, useTicking } from '@/kit/ticking'
import { useCards } from './useCards'

export type Code = {
  /** What the QR code holds. */
  text: string
  /** What the bars hold and a till may type: the card's ten digits and eight of the time. */
  digits: string
}

/**
 * The code of the shown card at this moment, made on the phone from its own copy of the card: no network is needed. The
 * clock is the cloud's, as last heard. A frozen card has no code.
 */
export function useCode() {
  const { read, cards, card } = useCards()
  const now = useTicking(clockOffset(read))
  const step = stepAt(new Date(now).toISOString())
  const [cardNo, secret] = [card?.cardNo, card?.secret]
  const code = useMemo<Code | null>(
    () =>
      cardNo && secret
        ? { text: codeText({ cardNo, secret }, step, keyedHash), digits: cardNo + timeDigits(secret, step) }
        : null,
    [cardNo, secret, step],
  )
  const text = code?.text ?? null
  useEffect(() => showInSimulator(text), [text])
  return { read, cards, card, code, step, secondsLeft: stepSeconds - Math.floor((now / 1000) % stepSeconds) }
}
