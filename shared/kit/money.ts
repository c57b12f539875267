import { allow, refuse, type Ruling } from './ruling'

/** The largest amount a single order may carry: 1,000,000 CNY. Products with a rate stay far below 2^53. */
export const amountMaxFen = 100_000_000

/**
 * Integer fen of a decimal text such as `29.33`, by the digits alone: `29.33 * 100` in floating point is 2932.9999…,
 * which floors to a fen too little.
 */
export function fenFromDecimal(
  text: string,
): Ruling<number, 'amount_malformed' | 'amount_negative' | 'amount_too_large'> {
  const decimal = text.trim()
  const first = decimal.startsWith('-') ? 1 : 0
  const point = decimal.indexOf('.')
  const yuan = digitsOf(decimal, first, point < 0 ? decimal.length : point)
  const decimals = point < 0 ? 0 : decimalsOf(decimal, point + 1)
  if (yuan === null || decimals === null) return refuse('amount_malformed')
  const fen = yuan * 100 + decimals
  if (first > 0 && fen > 0) return refuse('amount_negative')
  return fen > amountMaxFen ? refuse('amount_too_large') : allow(fen)
}

/** One or two decimals in hundredths; more of them only where they are zeros. */
function decimalsOf(text: string, start: number): number | null {
  const end = Math.min(start + 2, text.length)
  const digits = digitsOf(text, start, end)
  for (let index = end; index < text.length; index += 1) if (text.charCodeAt(index) !== zero) return null
  return digits === null || end === start + 2 ? digits : digits * 10
}

/** The number that stands between two places: digits and nothing else. */
function digitsOf(text: string, start: number, end: number): number | null {
  if (end <= start) return null
  let number = 0
  for (let index = start; index < end; index += 1) {
    const digit = text.charCodeAt(index) - zero
    if (digit < 0 || digit > 9) return null
    number = number * 10 + digit
  }
  return number
}

const zero = 48

/** A whole number with its thousands parted by commas. */
export function thousandsText(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `¥` amount of fen as people write it: no decimals when they are zero, thousands parted by commas. */
export function yuanText(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100)
  const rest = Math.abs(fen) % 100
  return `${fen < 0 ? '−' : ''}${thousandsText(whole)}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`
}
