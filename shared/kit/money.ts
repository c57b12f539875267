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
  const match = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(text.trim())
  if (!match) return refuse('amount_malformed')
  const [, sign, yuan, decimals = ''] = match
  const fen = Number(yuan) * 100 + Number(decimals.padEnd(2, '0'))
  if (sign && fen > 0) return refuse('amount_negative')
  return fen > amountMaxFen ? refuse('amount_too_large') : allow(fen)
}

/** `¥` amount of fen as people write it: no decimals when they are zero, thousands parted by commas. */
export function yuanText(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100)
  const rest = Math.abs(fen) % 100
  const text = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '−' : ''}${text}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`
}
