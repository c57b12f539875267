import { TryOut } from '../../../shared/insights/try-out'
import { allow, refuse } from '../../../shared/kit/ruling'
import { dayOf } from '../../../shared/kit/time'
import type { programmesTry } from '../../../shared/programme/contract'
import { readDraft } from '../../../shared/programme/draft'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import { draftFaults } from './draft-faults'
import { readHistory } from './history'

/** A draft tried on the shop's own history, beside the programme in force; both stand as of today. Writes nothing. */
export const tryOut: Handler<typeof programmesTry, ManagerContext> = async ({ effects, now, terms }, input) => {
  if (!terms) return refuse('shop_not_founded')
  const read = readDraft(input.draft)
  if (!read.ok) return draftFaults(read.faults)
  const trial = new TryOut(terms.programme, read.value)
  const { entries, whole } = await readHistory(effects, (member) => member.forEach((entry) => trial.take(entry)))
  const asOf = dayOf(now)
  const { live, draft, comparison } = trial.finish(asOf)
  const mostAffected = comparison.mostAffected.map(({ customerId, ...one }) => ({
    accountId: customerId,
    memberNo: trial.members.get(customerId) ?? '',
    ...one,
  }))
  const members = live.totals.members
  return allow({ entries, members, whole, asOf, live, draft, comparison: { ...comparison, mostAffected } })
}
