import { balanceOf, type Account } from '../books/account'
import { daysBetween, type Day } from '../kit/time'
import { aliveProbability, fitReturnModel, silenceProbability, type ReturnModel, type Visits } from './return-model'

/** The days on which customers bought, as far as a forecast needs them: the first, the last and how many. */
export class VisitLog {
  private readonly customers = new Map<string, { first: Day; last: Day; days: number }>()

  note(customerId: string, day: Day): void {
    const known = this.customers.get(customerId)
    if (!known) this.customers.set(customerId, { first: day, last: day, days: 1 })
    else if (day > known.last) Object.assign(known, { last: day, days: known.days + 1 })
  }

  /** As of a day; null for somebody who never bought. */
  visitsOf(customerId: string, asOf: Day): Visits | null {
    const known = this.customers.get(customerId)
    if (!known) return null
    const weeks = (to: Day) => daysBetween(known.first, to) / 7
    return { repeats: known.days - 1, lastAt: weeks(known.last), age: weeks(asOf) }
  }

  lastOf(customerId: string): Day | null {
    return this.customers.get(customerId)?.last ?? null
  }

  all(asOf: Day): Visits[] {
    return [...this.customers.keys()].flatMap((id) => this.visitsOf(id, asOf) ?? [])
  }
}

/** A share of the outstanding points, between 0 and 1, with how wrong the same method was on the second half of the history. */
export type Breakage = {
  method: string
  model: ReturnModel
  outstanding: number
  /** Points of members who will not come back, in expectation. */
  brokenShare: number
  holdOut: {
    from: Day
    /** The share of the points outstanding then whose holders bought nothing until the end: as foretold, and as it came. */
    foretold: number
    came: number
    error: number
  }
}

type Half = { accounts: Iterable<Account>; visits: VisitLog; day: Day }

/**
 * How many of the outstanding points will never be burned: those of members who are no longer customers, by the BG/NBD
 * model fitted to the history. The error is measured by fitting the model to the first half alone and comparing what it
 * foretells for the second with what came. Null where nothing is outstanding.
 */
export function forecastBreakage(half: Half, whole: Half): Breakage | null {
  const { model } = fitReturnModel(whole.visits.all(whole.day))
  const now = weighed(whole, (visits) => 1 - aliveProbability(model, visits))
  if (now.points === 0) return null
  const before = fitReturnModel(half.visits.all(half.day)).model
  const weeks = daysBetween(half.day, whole.day) / 7
  const foretold = weighed(half, (visits) => silenceProbability(before, visits, weeks)).share
  const came = weighed(half, (_, customerId) => ((whole.visits.lastOf(customerId) ?? '') > half.day ? 0 : 1)).share
  return {
    method: 'BG/NBD (Fader, Hardie and Lee 2005): points of members who will not come back',
    model,
    outstanding: now.points,
    brokenShare: now.share,
    holdOut: { from: half.day, foretold, came, error: Math.abs(foretold - came) },
  }
}

/** The share of the outstanding points, each member's weighed by a chance. */
function weighed(
  { accounts, visits, day }: Half,
  chance: (visits: Visits, customerId: string) => number,
): { points: number; share: number } {
  let [points, sum] = [0, 0]
  for (const account of accounts) {
    const outstanding = Math.max(balanceOf(account), 0)
    const known = visits.visitsOf(account.accountId, day)
    if (outstanding === 0 || !known) continue
    points += outstanding
    sum += outstanding * chance(known, account.accountId)
  }
  return { points, share: points === 0 ? 0 : sum / points }
}
