/** So much percent of an amount, rounded up to the fen: nobody pays more than the discount that was shown to them. */
export function percentOff(amountFen: number, percent: number): number {
  return Math.ceil((amountFen * percent) / 100)
}
