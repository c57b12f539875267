import type { tasksRead } from '../../../shared/journeys/tasks-contract'
import { touchpointsOf } from '../../../shared/journeys/dates'
import { formOf, needsNote, touchpointOf, usualForm } from '../../../shared/journeys/form'
import type { Dated } from '../../../shared/journeys/run'
import { scriptWords } from '../../../shared/journeys/script'
import { isUndone } from '../../../shared/journeys/standing'
import { anchorName, roleName } from '../../../shared/journeys/task'
import type { OutputOf } from '../../../shared/kit/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Journey } from '../../../shared/programme/parts/journeys'
import { tierById } from '../../../shared/tiers/qualify'
import { chineseCalendar } from '../../_runtime/chinese-calendar'
import type { Handler, StaffGrant } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import { storeName, type Terms } from '../../_runtime/terms'
import { shownName } from '../cards/shown-name'
import { tierFace } from '../tiers/faces'
import { colleaguesIn, isHeadOf, mayDo, takesPart } from './access'
import { personOf } from './mine'
import { journeyIn, type StoredRecord, type StoredRun, type StoredTask } from './stored'

type Sheet = OutputOf<typeof tasksRead>
type Profile = { _id: string; phoneTail: string }
const recordsShown = 30

/** One task with whom it is about, what to say and what was said before. */
export const readTask: Handler<typeof tasksRead, StaffContext> = async (context, { taskId }) => {
  const { effects, now } = context
  const { store } = effects
  const [entered, task] = await Promise.all([context.entered, store.get<StoredTask>('tasks', taskId)])
  if (!entered.ok) return entered
  if (!task) return refuse('task_unknown')
  const { grant, terms } = entered.value
  const isHead = isHeadOf(grant, task.storeId)
  const [run, account, profile, records, colleagues] = await Promise.all([
    store.get<StoredRun>('journeys', task.runId),
    store.get<StoredAccount>('accounts', task.accountId),
    store.get<Profile>('profiles', task.accountId),
    store.find<StoredRecord>('journeyRecords', {
      where: { accountId: task.accountId },
      orderBy: [['at', 'desc']],
      limit: recordsShown,
    }),
    isHead ? colleaguesIn(effects, task.storeId) : [],
  ])
  if (!run || !account) return refuse('task_unknown')
  if (!mayDo(grant, task) && !takesPart(grant, run)) return refuse('task_not_yours')
  const staffIds = [...records.map(({ by }) => by), task.assigneeId, task.doneBy].flatMap((id) => id ?? [])
  const grants = staffIds.length > 0 ? await store.getMany<StaffGrant>('staff', [...new Set(staffIds)]) : []
  const journey = journeyIn(terms, run.journeyId)
  const one = journey && touchpointsOf(run, journey, chineseCalendar).find(({ key }) => key === task.key)
  const mayRecord =
    mayDo(grant, task) && task.state === 'open' && task.kind !== 'anchor' && Boolean(one && isUndone(run, one))
  return allow({
    serverAt: now,
    task: {
      ...faceOf(task),
      head: journey ? roleName(journey, journey.escalation.to) : { zh: '店长', en: 'Head' },
      assignee: personOf(grants, task.assigneeId),
      doneBy: personOf(grants, task.doneBy)?.name ?? null,
      needsNote: Boolean(journey && one && needsNote(journey, one)),
      mayRecord,
      colleagues: task.state === 'open' ? colleagues : [],
    },
    member: memberOf(account, profile, terms),
    journey: journeyFace(run, journey),
    script: journey && one ? spoken({ terms, grant, run, account, journey, one }) : [],
    form: journey && one ? questionsOf(journey, one) : [],
    records: records.map((record) => recordView(record, terms, grants)),
  })
}

function faceOf(task: StoredTask) {
  const { _id: id, kind, name, channel, state, startsAt, dueAt, tryAt, escalatedAt, doneAt } = task
  return { id, kind, name, channel, state, startsAt, dueAt, tryAt, escalatedAt, doneAt }
}

function memberOf(account: StoredAccount, profile: Profile | null, { programme }: Terms): Sheet['member'] {
  return {
    accountId: account._id,
    name: shownName(account),
    memberNo: account.memberNo,
    tier: tierFace(tierById(programme, account.tierId)),
    enrolledAt: account.enrolledAt,
    visits: account.totals.orders,
    phoneTail: profile?.phoneTail ?? null,
  }
}

/** A journey with its anchors; one that the programme no longer has is called as it was. */
export function journeyFace(run: StoredRun, journey: Journey | null): Sheet['journey'] {
  const anchors = journey?.anchors ?? Object.keys(run.anchors)
  return {
    runId: run._id,
    name: journey?.name ?? run.name ?? { zh: run.journeyId, en: run.journeyId },
    state: run.state,
    begunAt: run.begunAt,
    anchors: anchors.map((code) => ({
      code,
      name: journey ? anchorName(journey, code) : { zh: code, en: code },
      at: run.anchors[code] ?? null,
    })),
  }
}

type Speaking = {
  terms: Terms
  grant: StaffGrant
  run: StoredRun
  account: StoredAccount
  journey: Journey
  one: Dated
}

function spoken({ terms, grant, run, account, journey, one }: Speaking): Sheet['script'] {
  const touchpoint = touchpointOf(journey, one)
  if (!touchpoint) return []
  const { shop } = terms
  const store = storeName(terms, run.storeId) ?? shop.name
  const about = { member: shownName(account) ?? '', staff: grant.name, shop: shop.name, store, anchors: run.anchors }
  return scriptWords(touchpoint.script, about)
}

function questionsOf(journey: Journey, one: Dated): Sheet['form'] {
  return formOf(journey, one).map(({ code, name, choices, needed = false }) => ({
    code,
    name,
    needed,
    choices: choices.map((choice) => ({ code: choice.code, name: choice.name, means: choice.means ?? null })),
  }))
}

/** A record in the words of the programme of today; an answer that it no longer has stands by its code. */
function recordView(record: StoredRecord, terms: Terms, grants: readonly StaffGrant[]): Sheet['records'][number] {
  const { at, kind, by, what, answers, note, why = null, next, runId } = record
  const journey = journeyIn(terms, runId.split(':').at(-2) ?? '')
  const choices = (journey?.form ?? usualForm).flatMap((question) => question.choices)
  return {
    at,
    kind,
    by: personOf(grants, by)?.name ?? null,
    what,
    answers: Object.values(answers).map(
      (code) => choices.find((one) => one.code === code)?.name ?? { zh: code, en: code },
    ),
    note,
    why,
    next,
  }
}
