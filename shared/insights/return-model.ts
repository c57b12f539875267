import { leastOf } from './least'

/**
 * The BG/NBD model: who of the customers will come back. Fader, Hardie and Lee, “Counting Your Customers” the Easy Way: An
 * Alternative to the Pareto/NBD Model, Marketing Science 24 (2005), equations (6) and (7), and their note on computing
 * P(active). Purchases come at a rate that differs between customers (gamma with r, alpha), and after each one a customer
 * may leave for good (beta with a, b). Time is in weeks.
 */
export type ReturnModel = { r: number; alpha: number; a: number; b: number }

/** One customer: repeat purchases, weeks from the first to the last of them, weeks from the first until now. */
export type Visits = { repeats: number; lastAt: number; age: number }

/** The model under which these customers are most likely. The parameters are searched by their logarithms, so that they stay positive. */
export function fitReturnModel(customers: readonly Visits[]): { model: ReturnModel; logLikelihood: number } {
  const groups = grouped(customers)
  const cost = (logs: readonly number[]) => -logLikelihood(modelOf(logs), groups)
  const { at, value } = leastOf(cost, [0, 0, 0, 0])
  return { model: modelOf(at), logLikelihood: -value }
}

/** The chance that a customer is still one. */
export function aliveProbability({ r, alpha, a, b }: ReturnModel, { repeats, lastAt, age }: Visits): number {
  if (repeats === 0) return 1
  const gone = (a / (b + repeats - 1)) * Math.pow((alpha + age) / (alpha + lastAt), r + repeats)
  return 1 / (1 + gone)
}

/** The chance that a customer buys nothing in the next weeks: gone already, or alive and waiting longer than that. */
export function silenceProbability(model: ReturnModel, visits: Visits, weeks: number): number {
  const { r, alpha } = model
  const waits = Math.pow((alpha + visits.age) / (alpha + visits.age + weeks), r + visits.repeats)
  return 1 - aliveProbability(model, visits) * (1 - waits)
}

type Group = Visits & { customers: number }

/** Customers with the same figures are weighed once: a history of millions has a few thousand groups. */
function grouped(customers: readonly Visits[]): Group[] {
  const groups = new Map<string, Group>()
  for (const one of customers) {
    const key = `${one.repeats} ${one.lastAt} ${one.age}`
    const group = groups.get(key)
    if (group) group.customers += 1
    else groups.set(key, { ...one, customers: 1 })
  }
  return [...groups.values()]
}

function modelOf(logs: readonly number[]): ReturnModel {
  const [r = 0, alpha = 0, a = 0, b = 0] = logs.map(Math.exp)
  return { r, alpha, a, b }
}

function logLikelihood(model: ReturnModel, groups: readonly Group[]): number {
  return groups.reduce((sum, group) => sum + group.customers * logLikelihoodOf(model, group), 0)
}

function logLikelihoodOf({ r, alpha, a, b }: ReturnModel, { repeats: x, lastAt, age }: Visits): number {
  const rate = lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha)
  const stay = lnGamma(a + b) + lnGamma(b + x) - lnGamma(b) - lnGamma(a + b + x)
  const waiting = -(r + x) * Math.log(alpha + age)
  if (x === 0) return rate + stay + waiting
  const left = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + lastAt)
  const larger = Math.max(waiting, left)
  return rate + stay + larger + Math.log(Math.exp(waiting - larger) + Math.exp(left - larger))
}

/** ln Γ by Lanczos' series with g = 7 and nine terms, good to fifteen digits for positive arguments. */
function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x)
  const z = x - 1
  const sum = lanczos.reduce((total, term, index) => (index === 0 ? term : total + term / (z + index)), 0)
  const t = z + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]
