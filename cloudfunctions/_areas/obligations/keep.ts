import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { obligationsKeep } from '../../../shared/obligations/contract'
import { keepByNote } from '../../../shared/obligations/keep'
import type { Obligation } from '../../../shared/obligations/obligation'
import type { Handler } from '../../_runtime/handler'
import { worksIn, type StaffContext } from '../../_runtime/staff-door'
import { obligationView } from './view'
import { writeObligation } from './write-obligation'

/** Writes down, with who says so, how a promise was kept that no entry can prove. */
export const keep: Handler<typeof obligationsKeep, StaffContext> = async (context, { obligationId, note }) => {
  const { effects, now, request } = context
  const [entered, found] = await Promise.all([
    context.entered,
    effects.store.get<Obligation>('obligations', obligationId),
  ])
  if (!entered.ok) return entered
  if (!request) return refuse('request_id_missing')
  const { grant } = entered.value
  if (!found) return refuse('obligation_unknown')
  if (found.storeId !== null && !worksIn(grant, found.storeId)) return refuse('store_not_yours')
  const proof = { id: `note:${request.id}`, at: now, staffId: grant._id, note }
  const ruling: Ruling<Obligation, 'obligation_proved_by_entry' | 'obligation_over'> = keepByNote(found, proof)
  if (!ruling.ok) return ruling
  if (ruling.value !== found) {
    if (!(await writeObligation(effects, found, ruling.value))) return refuse('busy')
    effects.log({ event: 'obligation_kept', obligation: obligationId, by: grant._id })
  }
  return allow(obligationView(ruling.value))
}
