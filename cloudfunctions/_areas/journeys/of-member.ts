import type { journeysOfMember, RunView } from '../../../shared/journeys/contract'
import { isUnderWay, touchpointsOf } from '../../../shared/journeys/dates'
import { isEscalated, standingOf } from '../../../shared/journeys/standing'
import { anchorName, nameOf, roleName, taskOf } from '../../../shared/journeys/task'
import { system } from '../../../shared/journeys/run'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Instant } from '../../../shared/kit/time'
import type { Journey } from '../../../shared/programme/parts/journeys'
import { chineseCalendar } from '../../_runtime/chinese-calendar'
import type { Handler, StaffGrant } from '../../_runtime/handler'
import { worksIn, type StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { shownName } from '../cards/shown-name'
import { readPass } from '../staff/pass'
import { mayDo, takesPart } from './access'
import { journeyFace } from './read-task'
import { journeyIn, taskIdOf, type StoredRun } from './stored'

/**
 * A member's journeys: all of them, and those that may be begun, for whoever has identified the member; for anybody else
 * those in which they have a part.
 */
export const ofMember: Handler<typeof journeysOfMember, StaffContext> = async (context, { accountId, scanId }) => {
  const { effects, now } = context
  const { store } = effects
  const [entered, account, found, grants] = await Promise.all([
    context.entered,
    store.get<StoredAccount>('accounts', accountId),
    store.find<StoredRun>('journeys', { where: { accountId }, orderBy: [['begunAt', 'desc']], limit: 20 }),
    store.find<StaffGrant>('staff', { where: { active: true }, limit: 1000 }),
  ])
  if (!entered.ok) return entered
  const { grant, terms } = entered.value
  const read = scanId === undefined ? null : readPass(effects, scanId, { accountId, staffId: grant._id })
  const pass = read?.ok && now < read.value.goodUntil ? read.value : null
  const runs = pass ? found : found.filter((run) => takesPart(grant, run))
  if (!pass && runs.length === 0) return refuse('scan_over')
  if (!account) return refuse('member_unknown')
  return allow({
    serverAt: now,
    member: { name: shownName(account), memberNo: account.memberNo },
    runs: runs.map((run) => viewOf(run, journeyIn(terms, run.journeyId), { grant, grants, now })),
    offered: pass ? offeredBy(terms, found, now) : [],
    colleagues: pass
      ? grants
          .filter((one) => worksIn(one, pass.storeId))
          .map(personOf)
          .sort(byName)
      : [],
    me: personOf(grant),
  })
}

function offeredBy({ programme }: Terms, runs: readonly StoredRun[], now: Instant) {
  return (programme.journeys ?? [])
    .filter((journey) => !runs.some((run) => run.journeyId === journey.id && isUnderWay(run, journey, now)))
    .map((journey) => ({
      id: journey.id,
      name: journey.name,
      anchors: journey.anchors.map((code) => ({
        code,
        name: anchorName(journey, code),
        needed: code === journey.begins,
      })),
      roles: journey.roles
        .filter((role) => role !== system && role !== journey.escalation.to)
        .map((code) => ({ code, name: roleName(journey, code) })),
    }))
}

type Looking = { grant: StaffGrant; grants: readonly StaffGrant[]; now: Instant }

function viewOf(run: StoredRun, journey: Journey | null, { grant, grants, now }: Looking): RunView {
  const named = (id: string | null | undefined) => {
    const one = grants.find(({ _id }) => _id === id)
    return one ? personOf(one) : null
  }
  const steps = journey ? touchpointsOf(run, journey, chineseCalendar) : []
  const roles = (journey?.roles ?? []).filter((role) => role !== system)
  return {
    ...journeyFace(run, journey),
    why: run.over?.why ?? null,
    people: roles.map((role) => ({
      role,
      name: journey ? roleName(journey, role) : { zh: role, en: role },
      person: named(run.people[role]),
    })),
    steps: steps.flatMap((one) => {
      if (!journey) return []
      const task = taskOf(run, journey, one)
      const mine = task !== null && (mayDo(grant, task) || takesPart(grant, run))
      return {
        key: one.key,
        kind: one.kind,
        name: nameOf(journey, one),
        role: one.by === system ? { zh: '自动消息', en: 'By itself' } : roleName(journey, one.by),
        by: named(task?.doneBy ?? task?.assigneeId ?? run.people[one.by])?.name ?? null,
        startsAt: one.startsAt,
        dueAt: one.dueAt,
        waitsFor: one.waitsFor === null ? null : anchorName(journey, one.waitsFor),
        state: standingOf(run, one, now),
        escalated: isEscalated(run, one),
        taskId: mine ? taskIdOf(run._id, one.key) : null,
      }
    }),
  }
}

function personOf({ _id: id, name }: StaffGrant): { id: string; name: string } {
  return { id, name }
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1
}
