import type { journeysBegin } from '../../../shared/journeys/contract'
import { begin as decide } from '../../../shared/journeys/begin'
import { isUnderWay } from '../../../shared/journeys/dates'
import { anchorName } from '../../../shared/journeys/task'
import type { InputOf } from '../../../shared/kit/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addMilliseconds, canonicalInstant, type Instant } from '../../../shared/kit/time'
import { chineseCalendar } from '../../_runtime/chinese-calendar'
import type { Handler, StaffGrant } from '../../_runtime/handler'
import { worksIn, type StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import { readPass } from '../staff/pass'
import { recordOf } from './change-run'
import { journeyIn, runIdOf, type StoredRun } from './stored'
import { writeRun, writingOf } from './write-run'

/** Begins a journey for a customer whom this employee has identified. Of two at once one begins it. */
export const begin: Handler<typeof journeysBegin, StaffContext> = async (context, input) => {
  const { effects, now, request } = context
  const { accountId, journeyId } = input
  const staffIds = [...new Set(input.people.map(({ staffId }) => staffId))]
  const [entered, account, runs, grants] = await Promise.all([
    context.entered,
    effects.store.get<StoredAccount>('accounts', accountId),
    effects.store.find<StoredRun>('journeys', { where: { accountId }, orderBy: [['begunAt', 'desc']], limit: 200 }),
    staffIds.length > 0 ? effects.store.getMany<StaffGrant>('staff', staffIds) : [],
  ])
  if (!entered.ok) return entered
  if (!request) return refuse('request_id_missing')
  const { grant, terms } = entered.value
  const pass = readPass(effects, input.scanId, { accountId, staffId: grant._id })
  if (!pass.ok) return pass
  const begunFor = `${grant._id}:${request.id}:${request.inputHash}`
  const before = runs.filter((run) => run.journeyId === journeyId)
  const same = runs.find((run) => run.begunFor.startsWith(`${grant._id}:${request.id}:`))
  if (same) return same.begunFor === begunFor ? allow(begun(same)) : refuse('request_reused')
  if (now >= pass.value.goodUntil) return refuse('scan_over')
  if (!account) return refuse('member_unknown')
  const journey = journeyIn(terms, journeyId)
  if (!journey) return refuse('journey_unknown')
  if (before.some((run) => isUnderWay(run, journey, now))) return refuse('journey_running', journey.name)
  const { storeId } = pass.value
  if (staffIds.some((id) => !grants.some((one) => one._id === id && one.active && worksIn(one, storeId))))
    return refuse('staff_unknown')
  const anchors = anchorsOf(input)
  if (Object.values(anchors).some((at) => !isNear(at, now))) return refuse('anchor_wrong')
  const people = Object.fromEntries(input.people.map(({ role, staffId }) => [role, staffId]))
  const ruling = decide(journey, { accountId, storeId, no: before.length + 1, now, anchors, people }, chineseCalendar)
  if (!ruling.ok && ruling.refusal === 'anchor_needed')
    return refuse('anchor_needed', anchorName(journey, journey.begins))
  if (!ruling.ok) return ruling
  const written = writingOf({ before: null, run: ruling.value, journey, now, under: terms.programmeVersion, begunFor })
  const recordId = `record:${runIdOf(ruling.value).slice('journey:'.length)}:begun`
  const record = recordOf({ kind: 'begun', by: grant._id, what: journey.name }, written.run, { _id: recordId, at: now })
  return effects.store.transact(async (transaction) => {
    const quicker = await transaction.get<StoredRun>('journeys', written.run._id)
    if (quicker) return quicker.begunFor === begunFor ? allow(begun(quicker)) : refuse('journey_running', journey.name)
    await writeRun(transaction, written, [record])
    return allow(begun(written.run))
  })
}

function begun(run: StoredRun) {
  return { runId: run._id, tasks: Object.values(run.steps).filter(({ listed }) => listed).length }
}

function anchorsOf({ anchors }: InputOf<typeof journeysBegin>): { [code: string]: Instant } {
  return Object.fromEntries(anchors.map(({ code, at }) => [code, canonicalInstant(at) ?? at]))
}

const yearMs = 366 * 24 * 3_600_000

/** Whether a date lies within a year: farther off it is a slip of the finger. */
export function isNear(at: Instant, now: Instant): boolean {
  return at > addMilliseconds(now, -yearMs) && at < addMilliseconds(now, yearMs)
}
