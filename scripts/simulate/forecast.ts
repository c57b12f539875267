import { forecastBreakage, VisitLog, type Breakage } from '../../shared/insights/breakage'
import { addDays, daysBetween } from '../../shared/kit/time'
import type { Programme } from '../../shared/programme/schema'
import { liveThrough, type Lived } from './live'

/** Lives the first half of the history once more, so that the forecast can be held against the second. */
export async function forecast(
  file: string,
  programme: Programme,
  { lived, visits }: { lived: Lived; visits: VisitLog },
): Promise<Breakage | null> {
  const half = addDays(lived.firstDay, Math.floor(daysBetween(lived.firstDay, lived.asOf) / 2))
  const early = new VisitLog()
  const before = await liveThrough(file, [programme], { asOf: half, visits: early })
  const accountsOf = (one: Lived) => one.sides[0]?.simulation.replay.accounts.values() ?? []
  return forecastBreakage(
    { accounts: [...accountsOf(before)], visits: early, day: half },
    { accounts: [...accountsOf(lived)], visits, day: lived.asOf },
  )
}
