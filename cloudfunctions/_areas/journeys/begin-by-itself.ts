import { advance } from '../../../shared/journeys/advance'
import { begin } from '../../../shared/journeys/begin'
import { isUnderWay } from '../../../shared/journeys/dates'
import type { Bilingual } from '../../../shared/kit/fields'
import type { Instant } from '../../../shared/kit/time'
import type { Journey } from '../../../shared/programme/parts/journeys'
import { chineseCalendar } from '../../_runtime/chinese-calendar'
import type { Effects } from '../../_runtime/effects'
import { StoreDuplicate } from '../../_runtime/store'
import type { JourneyMark, StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { recordOf } from './change-run'
import { runIdOf, type StoredRun } from './stored'
import { writeRun, writingOf } from './write-run'

/** A journey that the programme lets nobody begin. It holds nothing else of the member up; a manager is told. */
export type NotBegun = { subject: string; words: Bilingual }

/**
 * What happened to a member begins the journeys that begin by themselves, and lets those that run see another tier. May be
 * done again: a journey begins once for each thing that happened. What could not begin comes back.
 */
export async function beginByItself(
  effects: Effects,
  terms: Terms,
  account: StoredAccount,
  marks: readonly JourneyMark[],
): Promise<NotBegun[]> {
  const { journeys = [] } = terms.programme
  if (journeys.length === 0 || marks.length === 0) return []
  const runs = await effects.store.find<StoredRun>('journeys', {
    where: { accountId: account._id },
    orderBy: [['begunAt', 'desc']],
    limit: 200,
  })
  const notBegun: NotBegun[] = []
  for (const journey of journeys)
    for (const mark of marks.filter((one) => beginsWith(journey, one)))
      notBegun.push(...(await beginOnce(effects, terms, { account, journey, mark, runs })))
  if (!marks.some(({ kind }) => kind === 'tier')) return notBegun
  const now = effects.now()
  for (const run of runs.filter(({ state }) => state === 'running'))
    await effects.store.change('journeys', { _id: run._id, version: run.version }, { set: { dueAt: now } })
  return notBegun
}

function beginsWith({ starts = [] }: Journey, mark: JourneyMark): boolean {
  return starts.some((start) => {
    if (start.on === 'enrolled') return mark.kind === 'enrol'
    if (start.on === 'tier-reached') return mark.kind === 'tier' && mark.tierId === start.tierId
    return mark.kind === 'purchase' && start.kinds.some((kind) => mark.kinds?.includes(kind))
  })
}

type Beginning = { account: StoredAccount; journey: Journey; mark: JourneyMark; runs: StoredRun[] }

async function beginOnce(
  effects: Effects,
  terms: Terms,
  { account, journey, mark, runs }: Beginning,
): Promise<NotBegun[]> {
  const before = runs.filter(({ journeyId }) => journeyId === journey.id)
  const now = effects.now()
  const isRunning = before.some((run) => isUnderWay(run, journey, now))
  const wasBegun = before.some(({ begunFor }) => begunFor === mark.entryId)
  if (isRunning || wasBegun || (before.length > 0 && !journey.repeats)) return []
  const storeId = mark.storeId ?? account.source.storeId ?? terms.shop.stores[0]?.id
  if (storeId === undefined) return []
  const no = before.length + 1
  const people = peopleOf(journey, account)
  const at: Instant = mark.at
  const ruling = begin(
    journey,
    { accountId: account._id, storeId, no, now, anchors: { [journey.begins]: at }, people },
    chineseCalendar,
  )
  if (!ruling.ok) return [notBegunFor(account, journey, ruling.refusal)]
  // What happened so long ago that all of it would be over begins nothing.
  if (advance(ruling.value, journey, chineseCalendar, { now, tierId: null }).run.state !== 'running') return []
  const under = terms.programmeVersion
  const written = writingOf({ before: null, run: ruling.value, journey, now, under, begunFor: mark.entryId })
  const record = recordOf({ kind: 'begun', by: null, what: journey.name }, written.run, {
    _id: `record:${runIdOf(ruling.value).slice('journey:'.length)}:begun`,
    at: now,
  })
  try {
    await effects.store.transact(async (transaction) => {
      // Taken meanwhile by somebody who began it by hand: then it runs.
      if (await transaction.get('journeys', written.run._id)) return
      await writeRun(transaction, written, [record])
    })
  } catch (error) {
    if (!(error instanceof StoreDuplicate)) throw error
  }
  runs.push(written.run)
  return []
}

function notBegunFor({ _id, memberNo }: StoredAccount, { id, name }: Journey, why: string): NotBegun {
  return {
    subject: `begin:${_id}:${id}`,
    words: {
      zh: `会员 ${memberNo} 的「${name.zh}」没有自动开始（${why}），请手动开始并检查方案`,
      en: `Member ${memberNo}: “${name.en}” did not begin by itself (${why}). Begin it by hand and look at the programme`,
    },
  }
}

/** Whoever enrolled the member looks after them; all other roles are the head's until somebody is named. */
function peopleOf({ roles, escalation }: Journey, { source }: StoredAccount): { [role: string]: string } {
  const [first] = roles.filter((role) => role !== 'system' && role !== escalation.to)
  return first !== undefined && source.staffId ? { [first]: source.staffId } : {}
}
