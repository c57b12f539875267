import type { Instant } from '../../../shared/kit/time'
import { prepareDraws, revealDraws } from '../draws/prepare'
import { seedOf } from '../draws/rounds'
import { sweepDraws } from '../draws/settle'
import type { Effects } from '../../_runtime/effects'
import { currentTerms } from '../../_runtime/terms'

/** What draws wait for: rounds to be published, results that a crash kept from their accounts, seeds to be told. */
export async function sweepAllDraws(effects: Effects, now: Instant): Promise<void> {
  const terms = await currentTerms(effects)
  if (!terms) return
  await prepareDraws(effects, terms, now)
  await sweepDraws(effects, terms, now)
  await revealDraws(effects, now, (round) => seedOf(effects, round))
}
