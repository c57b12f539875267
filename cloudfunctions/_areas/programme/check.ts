import { allow, refuse } from '../../../shared/kit/ruling'
import type { programmesCheck } from '../../../shared/programme/contract'
import { programmeWarnings } from '../../../shared/programme/check'
import { differences } from '../../../shared/programme/differences'
import { pastEvents } from '../../../shared/programme/past-events'
import { readDraft } from '../../../shared/programme/draft'
import { earliestFor } from '../../../shared/programme/versions'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import { readStanding } from './standing'

/** What is wrong with a draft, or what it does otherwise than the version that it would follow. */
export const check: Handler<typeof programmesCheck, ManagerContext> = async ({ effects, now, terms }, input) => {
  if (!terms) return refuse('shop_not_founded')
  const { last } = await readStanding(effects, now)
  const draft = readDraft(input.draft)
  if (!draft.ok)
    return allow({ faults: draft.faults, warnings: [], against: last.version, differences: [], earliestAt: null })
  const past = pastEvents(last.programme, draft.value, now)
  if (past.length > 0)
    return allow({ faults: past, warnings: [], against: last.version, differences: [], earliestAt: null })
  const found = differences(last.programme, draft.value)
  const warnings = programmeWarnings(draft.value)
  return allow({
    faults: [],
    warnings,
    against: last.version,
    differences: found,
    earliestAt: earliestFor(last, found, now),
  })
}
