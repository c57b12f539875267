import { advance, nextAt } from '../../../shared/journeys/advance'
import { touchpointOf } from '../../../shared/journeys/form'
import { nameOf } from '../../../shared/journeys/task'
import type { Dated, Run } from '../../../shared/journeys/run'
import { scriptWords } from '../../../shared/journeys/script'
import { stop } from '../../../shared/journeys/stop'
import type { Bilingual } from '../../../shared/kit/fields'
import { addMilliseconds, dayOf, type Instant } from '../../../shared/kit/time'
import type { Journey } from '../../../shared/programme/parts/journeys'
import { chineseCalendar } from '../../_runtime/chinese-calendar'
import type { Effects } from '../../_runtime/effects'
import { errorWords } from '../../_runtime/error-words'
import type { StaffGrant } from '../../_runtime/handler'
import type { StoredAccount } from '../../_runtime/stored-account'
import { storeName, type Terms } from '../../_runtime/terms'
import { shownName } from '../cards/shown-name'
import { keepNotices } from '../messages/notice'
import { recordOf, type Draft } from './change-run'
import { closedTask, datedAs, listedTasks } from './close-tasks'
import { journeyIn, runIdOf, storedTask, taskIdOf, type StoredRun } from './stored'
import { toRecount } from './to-recount'
import { writeRun, writtenRun } from './write-run'

const pageSize = 20
/** A run that could not be brought on waits that long, so that it does not keep the clock awake. */
const putOffMs = 5 * 60_000

export type RunsWorked = { due: number; done: number; failed: number; left: boolean; words?: string }

/** Brings journeys on whose time has come: by index, a page at a time; what failed is put off and told. */
export async function workRuns(effects: Effects, terms: Terms, now: Instant, until: Instant): Promise<RunsWorked> {
  const total: RunsWorked = { due: 0, done: 0, failed: 0, left: false }
  for (;;) {
    const page = await effects.store.find<StoredRun>('journeys', {
      where: { dueAt: { gt: '', lte: now } },
      orderBy: [['dueAt', 'asc']],
      limit: pageSize,
    })
    if (page.length === 0) return total
    await workPage(effects, terms, page, total)
    if (page.length < pageSize) return total
    if (effects.now() >= until) return { ...total, left: true }
  }
}

/**
 * Journeys whose tasks stand by an earlier version of the programme are looked at anew. One that cannot be brought on stays
 * where it is, and stands in no other's way; it is tried again when it is due.
 */
export async function renewRuns(effects: Effects, terms: Terms, until: Instant): Promise<RunsWorked> {
  const total: RunsWorked = { due: 0, done: 0, failed: 0, left: false }
  const stuck = new Set<string>()
  for (;;) {
    const page = await effects.store.find<StoredRun>('journeys', {
      where: { state: 'running', under: { lt: terms.programmeVersion } },
      orderBy: [['under', 'asc']],
      limit: Math.min(pageSize + stuck.size, stuckMax),
    })
    const fresh = page.filter(({ _id }) => !stuck.has(_id))
    if (fresh.length === 0) return total
    for (const id of await workPage(effects, terms, fresh, total)) stuck.add(id)
    if (page.length < pageSize) return total
    if (effects.now() >= until) return { ...total, left: true }
  }
}

/** So many that cannot be renewed are stepped over. */
const stuckMax = 1_000

/** The ids of those that were not brought on. */
async function workPage(
  effects: Effects,
  terms: Terms,
  page: readonly StoredRun[],
  total: RunsWorked,
): Promise<string[]> {
  const staffIds = [...new Set(page.flatMap(({ people }) => Object.values(people)))]
  const [accounts, grants] = await Promise.all([
    effects.store.getMany<StoredAccount>('accounts', [...new Set(page.map(({ accountId }) => accountId))]),
    staffIds.length > 0 ? effects.store.getMany<StaffGrant>('staff', staffIds) : [],
  ])
  const stuck: string[] = []
  for (const run of page) {
    total.due += 1
    try {
      const account = accounts.find(({ _id }) => _id === run.accountId) ?? null
      if (await workRun(effects, terms, { run, account, grants })) total.done += 1
      else stuck.push(run._id)
    } catch (error) {
      stuck.push(run._id)
      total.failed += 1
      total.words = `${run._id}: ${errorWords(error)}`
      effects.log({ event: 'journey_failed', run: run._id, detail: total.words })
      const later = addMilliseconds(effects.now(), putOffMs)
      await effects.store
        .change('journeys', { _id: run._id, version: run.version }, { set: { dueAt: later } })
        .catch(() => undefined)
    }
  }
  return stuck
}

type Found = { run: StoredRun; account: StoredAccount | null; grants: readonly StaffGrant[] }

/**
 * One run, to now. Its messages go out before it says so, under keys by which none goes out twice; everything else is
 * written together. False when somebody else wrote meanwhile; it stays due.
 */
async function workRun(effects: Effects, terms: Terms, { run: before, account, grants }: Found): Promise<boolean> {
  const now = effects.now()
  const journey = journeyIn(terms, before.journeyId)
  if (!journey) return close(effects, before, { why: 'programme', now })
  if (!account) return close(effects, before, { why: 'left', now })
  const active = Object.entries(before.people).filter(([, id]) => grants.some((one) => one._id === id && one.active))
  const own: Run = { ...before, people: Object.fromEntries(active) }
  const { run, messages, escalated } = advance(own, journey, chineseCalendar, { now, tierId: account.tierId })
  for (const one of messages) await send(effects, terms, { before, journey, one, account })
  const under = terms.programmeVersion
  const written = writtenRun(
    { before, run, journey, now, under, begunFor: before.begunFor },
    nextAt(run, journey, chineseCalendar, now),
  )
  const drafts = [...escalated.map((one) => escalation(before, journey, one)), ...ending(run, journey)]
  const records = drafts.map(({ id, draft }) =>
    recordOf(draft, before, { _id: `record:${idPart(before)}:${id}`, at: now }),
  )
  return effects.store.transact(async (transaction) => {
    const fresh = await transaction.get<StoredRun>('journeys', before._id)
    if (fresh?.version !== before.version) return false
    await writeRun(transaction, written, records)
    return true
  })
}

/** A journey that the programme no longer has, or whose member is gone, ends; its open tasks with it. */
async function close(
  effects: Effects,
  before: StoredRun,
  { why, now }: { why: 'programme' | 'left'; now: Instant },
): Promise<boolean> {
  const open = Object.entries(before.steps).flatMap(([key, { listed, state }]) => (listed && !state ? [key] : []))
  return effects.store.transact(async (transaction) => {
    const fresh = await transaction.get<StoredRun>('journeys', before._id)
    if (fresh?.version !== before.version) return false
    const tasks = await listedTasks(transaction, before, open)
    const run = stop(before, tasks.map(datedAs), { why, now })
    const marks = toRecount(before, { run: { state: run.state, waits: null }, tasks, dropped: [] }, now)
    const record = recordOf(
      { kind: 'stopped', by: null, what: before.name ?? nameless(before.journeyId), why },
      before,
      { _id: `record:${idPart(before)}:over`, at: now },
    )
    await transaction.put('journeys', {
      ...before,
      ...run,
      ...marks,
      version: before.version + 1,
      dueAt: null,
      waits: null,
    })
    for (const task of tasks)
      await transaction.put('tasks', storedTask(before._id, closedTask(task, run.steps[task.key] ?? {})))
    // Of a member who is gone nobody reads any more.
    if (why === 'programme') await transaction.insert('journeyRecords', record)
    return true
  })
}

function nameless(id: string): Bilingual {
  return { zh: id, en: id }
}

type Message = { before: StoredRun; journey: Journey; one: Dated; account: StoredAccount }

async function send(effects: Effects, terms: Terms, { before, journey, one, account }: Message): Promise<void> {
  const touchpoint = touchpointOf(journey, one)
  if (!touchpoint || one.startsAt === null || one.dueAt === null) return
  const { shop } = terms
  const member = shownName(account) ?? ''
  const names = { member, staff: shop.name, shop: shop.name, store: storeName(terms, before.storeId) ?? shop.name }
  const parts = scriptWords(touchpoint.script, { ...names, anchors: before.anchors })
  const joined = (language: keyof Bilingual) =>
    parts.map(({ text }) => text[language]).join(language === 'zh' ? '' : ' ')
  const facts = {
    name: touchpoint.name,
    words: { zh: joined('zh'), en: joined('en') },
    on: anchorDay(before, touchpoint.due.anchor, one),
  }
  const key = `follow-up-${before.journeyId}-${before.no}-${one.key}-${dayOf(one.startsAt)}`
  await keepNotices(effects, account._id, [{ topic: 'follow-up', key, until: one.dueAt, facts }])
}

/** The day that a message speaks of: that of what it reminds of. */
function anchorDay({ anchors }: StoredRun, anchor: string, { startsAt }: Dated): Instant {
  return anchors[anchor] ?? startsAt ?? ''
}

type Named = { id: string; draft: Draft }

function escalation(run: StoredRun, journey: Journey, one: Dated): Named {
  const taskId = taskIdOf(run._id, one.key)
  return {
    id: `late:${one.key}:${one.dueAt}`,
    draft: { kind: 'escalated', by: null, what: nameOf(journey, one), taskId },
  }
}

function ending({ over }: Run, journey: Journey): Named[] {
  if (!over) return []
  return [
    {
      id: 'over',
      draft: { kind: over.why === 'end' ? 'ended' : 'stopped', by: null, what: journey.name, why: over.why },
    },
  ]
}

function idPart(run: StoredRun): string {
  return runIdOf(run).slice('journey:'.length)
}
