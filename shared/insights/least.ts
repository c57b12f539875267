/**
 * The least value of a function of several variables, by the downhill simplex of Nelder and Mead (A Simplex Method for
 * Function Minimization, Computer Journal 7, 1965) with its usual factors 1, 2, ½ and ½. Ends when the values at the corners
 * differ by less than `tolerance`, or after `roundsMax`. Finds a local least value, which is enough where there is but one.
 */
export function leastOf(
  of: (at: readonly number[]) => number,
  start: readonly number[],
  { tolerance = 1e-9, roundsMax = 5_000 } = {},
): Corner {
  const corner = (at: number[]): Corner => ({ at, value: of(at) })
  const unit = (moved: number) => corner(start.map((x, index) => (index === moved ? x + 0.5 : x)))
  let simplex = [corner([...start]), ...start.map((_, index) => unit(index))].sort(byValue)
  for (let round = 0; round < roundsMax && spread(simplex) > tolerance; round += 1) {
    simplex = step(simplex, corner).sort(byValue)
  }
  return simplex[0] as Corner
}

export type Corner = { at: number[]; value: number }

/** Moves the worst corner over, beyond or towards the middle of the others; else all shrink towards the best. */
function step(simplex: Corner[], corner: (at: number[]) => Corner): Corner[] {
  const [others, worst] = [simplex.slice(0, -1), simplex.at(-1) as Corner]
  const [best, secondWorst] = [others[0] as Corner, others.at(-1) as Corner]
  const middle = best.at.map((_, index) => others.reduce((sum, one) => sum + (one.at[index] ?? 0), 0) / others.length)
  const towards = (factor: number) => corner(middle.map((x, index) => x + factor * ((worst.at[index] ?? 0) - x)))
  const reflected = towards(-1)
  if (reflected.value < best.value) {
    const expanded = towards(-2)
    return [...others, expanded.value < reflected.value ? expanded : reflected]
  }
  if (reflected.value < secondWorst.value) return [...others, reflected]
  const contracted = reflected.value < worst.value ? towards(-0.5) : towards(0.5)
  if (contracted.value < Math.min(reflected.value, worst.value)) return [...others, contracted]
  return simplex.map((one) => corner(one.at.map((x, index) => ((best.at[index] ?? 0) + x) / 2)))
}

function spread(simplex: readonly Corner[]): number {
  return Math.abs((simplex.at(-1)?.value ?? 0) - (simplex[0]?.value ?? 0))
}

function byValue(a: Corner, b: Corner): number {
  return a.value - b.value
}
