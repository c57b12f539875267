import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'

/** How long one code is shown, in seconds. */
export const stepSeconds = 30

/** Keyed hash over a text, as lower-case hex: the phone brings a library, the cloud its own. */
export type KeyedHash = (key: string, text: string) => string

/** What a till reads: a scanned code, or eighteen typed digits (the card's ten and a time code of eight). */
export type ReadCode =
  | { form: 'scanned'; cardNo: string; step: number; tag: string; couponNo: number | null }
  | { form: 'typed'; cardNo: string; digits: string }

export function stepAt(now: Instant): number {
  return Math.floor(Date.parse(now) / 1000 / stepSeconds)
}

/**
 * The text of a member's code: card number, time step and an 80-bit tag that only the phone with the card's secret can
 * make. It needs no network. At most 45 characters, which keeps the picture coarse enough for any camera.
 */
export function codeText(card: { cardNo: string; secret: string }, step: number, hash: KeyedHash): string {
  return `CL1.${card.cardNo}.${step.toString(36)}.${tagOf(card, step, hash)}`
}

/** The first 80 bits of HMAC-SHA256 under the card's secret. */
export function tagOf(card: { cardNo: string; secret: string }, step: number, hash: KeyedHash): string {
  return hash(card.secret, `changlai member code\n${card.cardNo}\n${step}`).slice(0, 20)
}

/** The text of the code of one coupon: as the member's code, with the number of the coupon beside the card's. */
export function couponCodeText(
  card: { cardNo: string; secret: string },
  couponNo: number,
  step: number,
  hash: KeyedHash,
): string {
  return `CL2.${card.cardNo}.${couponNo.toString(36)}.${step.toString(36)}.${couponTagOf(card, couponNo, step, hash)}`
}

export function couponTagOf(
  card: { cardNo: string; secret: string },
  couponNo: number,
  step: number,
  hash: KeyedHash,
): string {
  return hash(card.secret, `changlai coupon code\n${card.cardNo}\n${couponNo}\n${step}`).slice(0, 20)
}

/** Takes a code apart, however it was read; blanks between typed digits are passed over. */
export function readCode(text: string): Ruling<ReadCode, 'code_malformed'> {
  const scanned = /^CL1\.(\d{10})\.([0-9a-z]{5,7})\.([0-9a-f]{20})$/.exec(text.trim())
  if (scanned) {
    const [, cardNo = '', step = '', tag = ''] = scanned
    return allow({ form: 'scanned', cardNo, step: parseInt(step, 36), tag, couponNo: null })
  }
  const coupon = /^CL2\.(\d{10})\.([0-9a-z]{1,6})\.([0-9a-z]{5,7})\.([0-9a-f]{20})$/.exec(text.trim())
  if (coupon) {
    const [, cardNo = '', no = '', step = '', tag = ''] = coupon
    return allow({ form: 'scanned', cardNo, step: parseInt(step, 36), tag, couponNo: parseInt(no, 36) })
  }
  const digits = text.replace(/\s/g, '')
  if (!/^\d{18}$/.test(digits)) return refuse('code_malformed')
  return allow({ form: 'typed', cardNo: digits.slice(0, 10), digits: digits.slice(10) })
}

/**
 * Whether a code's step is still good: this step or the one before, so a code lives at most sixty seconds. A step ahead
 * is as little good as an old one: a phone whose clock runs ahead corrects it by the last server time.
 */
export function stepIsGood(step: number, now: Instant): boolean {
  const current = stepAt(now)
  return step === current || step === current - 1
}
