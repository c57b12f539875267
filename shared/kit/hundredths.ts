/** A number in hundredths, exactly, or null when it has more than two decimals. */
export function hundredths(number: number): number | null {
  const scaled = Math.round(number * 100)
  return Math.abs(number * 100 - scaled) < 1e-6 ? scaled : null
}
