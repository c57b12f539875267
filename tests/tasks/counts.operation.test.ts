import { storedTask, type StoredTask } from '../../cloudfunctions/_areas/journeys/stored'
import { countTasks } from '../../cloudfunctions/_areas/journeys/task-counts'
import type { Effects } from '../../cloudfunctions/_runtime/effects'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import type { Outcome } from '../../shared/journeys/task'
import { addMilliseconds } from '../../shared/kit/time'
import { requestId, valueOf, wakeClock } from '../support/shop'
import {
  adviser,
  all,
  ask,
  begun,
  clockAt,
  head,
  reached,
  recordTask,
  taskOf,
  useCentre,
} from '../support/family-journey'

const centre = useCentre()
const { cloud } = centre.shop
const september = { storeId: 'S1', from: '2026-09-01', to: '2026-11-30' }

const overview = async (input: object = september) =>
  valueOf(await cloud.call('manager', { operation: 'journeys.overview', input, requestId: requestId() }, head))

async function inCloud<T>(work: (effects: Effects) => Promise<T>): Promise<T> {
  const { now } = await cloud.control('clock')
  return cloud.run(() => work({ ...wxEffects(), now: () => now })) as Promise<T>
}

/** The figures as a plain count of all tasks that are written down gives them. */
async function plainCount({ from, to } = september) {
  const { now } = await cloud.control('clock')
  const day = (at: string) => addMilliseconds(at, 8 * 3_600_000).slice(0, 10)
  const tasks = (await all<StoredTask>(centre, 'tasks')).filter(({ dueAt }) => day(dueAt) >= from && day(dueAt) <= to)
  const count = (of: readonly StoredTask[]) => {
    const is = (outcome: Outcome) => of.filter((one) => one.outcome === outcome)
    return {
      due: of.length - is('withdrawn').length,
      ...{ inTime: is('in-time').length, late: is('late').length, missed: is('missed').length },
      overdue: is('open').filter(({ dueAt }) => dueAt <= now).length,
      open: is('open').filter(({ dueAt }) => dueAt > now).length,
      escalated: of.filter(({ escalatedAt, outcome }) => escalatedAt !== null && outcome !== 'withdrawn').length,
    }
  }
  const ids = [...new Set(tasks.map(({ assigneeId }) => assigneeId))]
  return {
    total: count(tasks),
    employees: Object.fromEntries(ids.map((id) => [id, count(tasks.filter(({ assigneeId }) => assigneeId === id))])),
  }
}

async function expectPlain(): Promise<void> {
  const { total, employees } = await overview()
  const told = Object.fromEntries(employees.map(({ id, name: _, ...counts }: any) => [id, counts]))
  expect({ total, employees: told }).toEqual(await plainCount())
}

/** Journeys of ten tasks each, due on ten days, as many employees as there are to be: as commands leave them. */
async function many(runs: number, { from = 0, employees = 3 } = {}): Promise<void> {
  const task = (await all<StoredTask>(centre, 'tasks')).find(({ key }) => key === 'contract-day:0')
  const run = (await all(centre, 'journeys')).find(({ steps }) => steps['contract-day:0'])
  const days = Array.from({ length: 10 }, (_, n) => addMilliseconds('2026-10-01T04:00:00.000Z', n * 86_400_000))
  const recount = days.map((at) => at.slice(0, 10))
  await inCloud(async ({ store }) => {
    for (let at = from; at < runs; at += 50) {
      const page = Array.from({ length: Math.min(50, runs - at) }, (_, n) => at + n)
      const ids = page.map((n) => `journey:many-${n}:new-family:1`)
      await store.insert(
        'tasks',
        ids.flatMap((id, n) =>
          days.map((dueAt, d) =>
            storedTask(id, { ...task!, key: `more:${d}`, dueAt, assigneeId: `staff-${(at + n) % employees}` }),
          ),
        ),
      )
      const common = { ...run, dueAt: null, state: 'ended', recount, countAt: '2026-09-01T02:00:00.000Z' }
      await store.insert(
        'journeys',
        ids.map((_id) => ({ ...common, _id, accountId: _id })),
      )
    }
  })
}

describe('the figures of what was promised and delivered', () => {
  it('equal a plain count of all tasks after everything that happens to them', async () => {
    const one = await begun(centre)
    const two = await begun(centre, 'o-second', null)
    await wakeClock(cloud)
    await expectPlain()
    expect((await overview()).journeys).toMatchObject([{ id: 'new-family', running: 2, waiting: 1 }])
    valueOf(await recordTask(centre, adviser, taskOf(one, 'contract-day:0')))
    await clockAt(centre, '2026-09-11T02:00:00.000Z')
    await expectPlain()
    valueOf(await recordTask(centre, adviser, taskOf(one, 'weekly-call:0'), { answers: reached }))
    const set = (runId: string, at: string) =>
      ask(centre, adviser, 'journeys.set-anchor', { runId, code: 'first-lesson', at })
    valueOf(await set(one.runId, '2026-09-28T02:00:00.000Z'))
    valueOf(await set(two.runId, '2026-09-20T02:00:00.000Z'))
    await wakeClock(cloud)
    await expectPlain()
    expect((await overview()).journeys).toMatchObject([{ running: 2, waiting: 0 }])
    await clockAt(centre, '2026-10-20T02:00:00.000Z')
    valueOf(await ask(centre, adviser, 'journeys.stop', { runId: two.runId, why: 'cancelled', note: '' }))
    await wakeClock(cloud)
    await expectPlain()
    const { total, journeys } = await overview()
    expect(Object.values(total).every((count) => count !== 0)).toBe(true)
    expect(journeys).toMatchObject([{ running: 1 }])
    expect((await all(centre, 'journeys')).map(({ countAt, recount }) => [countAt, recount])).toEqual([
      [null, []],
      [null, []],
    ])
  })

  it('say what is overdue by the minute, without the clock', async () => {
    await begun(centre)
    await wakeClock(cloud)
    await cloud.setClock('2026-09-01T12:59:00.000Z')
    expect((await overview()).total).toMatchObject({ due: 1, open: 1, overdue: 0 })
    await cloud.setClock('2026-09-01T13:00:00.000Z')
    expect((await overview()).total).toMatchObject({ due: 1, open: 0, overdue: 1 })
  })

  it('count each task once, wherever a tick was cut off', async () => {
    const one = await begun(centre)
    await clockAt(centre, '2026-09-07T02:00:00.000Z')
    for (let call = 2; call <= 16; call += 2) {
      const at = `2026-09-${call + 12}T02:00:00.000Z`
      valueOf(await ask(centre, adviser, 'journeys.set-anchor', { runId: one.runId, code: 'first-lesson', at }))
      await cloud.plant({ function: 'clock', kind: 'kill', after: call % 4 === 0, atCall: call })
      await wakeClock(cloud)
      await cloud.plant()
      await cloud.advance(2 * 60_000)
      await wakeClock(cloud)
      await expectPlain()
    }
  })

  it('count each task once, where two instances count at once and somebody records meanwhile', async () => {
    const one = await begun(centre)
    await begun(centre, 'o-second')
    const { now } = await cloud.control('clock')
    const count = () => inCloud((effects) => countTasks(effects, { now, until: now }))
    await Promise.all([count(), recordTask(centre, adviser, taskOf(one, 'contract-day:0')), count(), count()])
    for (let again = 0; again < 3; again += 1) await count()
    await expectPlain()
  })

  it('let go of the day by which a task was due, when it moves to another', async () => {
    const one = await begun(centre)
    await clockAt(centre, '2026-09-11T02:00:00.000Z')
    const { total } = await overview()
    const set = { runId: one.runId, code: 'first-lesson', at: '2026-09-28T02:00:00.000Z' }
    valueOf(await ask(centre, adviser, 'journeys.set-anchor', set))
    await wakeClock(cloud)
    await expectPlain()
    expect((await overview()).total.due).toBe(total.due)
  })

  /** Counts as an instance does that is slow: between its look at the tasks and its writing something happens. */
  async function countSlowly(meanwhile: () => Promise<unknown>): Promise<void> {
    await inCloud(async (effects) => {
      const { store } = effects
      let isFirst = true
      const slow: Effects['store'] = {
        ...store,
        tally: async (collection, tally) => {
          const rows = await store.tally(collection, tally)
          if (collection === 'tasks' && isFirst) {
            isFirst = false
            await meanwhile()
          }
          return rows
        },
      }
      await countTasks({ ...effects, store: slow }, { now: effects.now(), until: effects.now() })
    })
  }
  const count = () => inCloud((effects) => countTasks(effects, { now: effects.now(), until: effects.now() }))

  it('stay those of who looked last, where two instances count at once and a task changes between them', async () => {
    const one = await begun(centre)
    await count()
    await begun(centre, 'o-second')
    await countSlowly(async () => {
      valueOf(await recordTask(centre, adviser, taskOf(one, 'contract-day:0')))
      await count()
    })
    await expectPlain()
  })

  it('are worked out again for a journey that changes while its day is counted', async () => {
    const one = await begun(centre)
    await countSlowly(async () => valueOf(await recordTask(centre, adviser, taskOf(one, 'contract-day:0'))))
    await count()
    await expectPlain()
  })

  it('are counted on from where the time was over, and one that changes meanwhile is no failure', async () => {
    const one = await begun(centre)
    await many(3)
    let passed = 0
    const slices = []
    // Each look at the clock takes a while, and no run has more time than for one.
    for (let left = true; left && slices.length < 30;) {
      slices.push(
        await inCloud((effects) =>
          countTasks(
            { ...effects, now: () => addMilliseconds(effects.now(), (passed += 1)) },
            { now: effects.now(), until: effects.now() },
          ),
        ),
      )
      left = (await all(centre, 'journeys')).some(({ countAt }) => countAt !== null)
    }
    // Ten days of three journeys, the day and the number of the first one.
    expect(slices).toHaveLength(12)
    expect(slices.every(({ failed }: any) => failed === 0)).toBe(true)
    await expectPlain()
    await recordTask(centre, adviser, taskOf(one, 'contract-day:0'))
    const { failed } = (await inCloud((effects) => {
      const { store } = effects
      const overtaken = { ...store, replaceIf: async () => false } as Effects['store']
      return countTasks({ ...effects, store: overtaken }, { now: effects.now(), until: effects.now() })
    })) as { failed: number }
    expect(failed).toBe(0)
    expect((await all(centre, 'journeys')).find(({ _id }) => _id === one.runId).countAt).not.toBeNull()
  })

  it('cost as much to read with 10 and with 3,000 tasks in the period, and are exact', async () => {
    await begun(centre)
    await wakeClock(cloud)
    const spent = []
    for (const [from, runs] of [
      [0, 1],
      [1, 300],
    ] as const) {
      await many(runs, { from })
      await cloud.advance(60_000)
      await wakeClock(cloud)
      await overview()
      await cloud.control('statistics', undefined, 'DELETE')
      const { total } = await overview()
      expect(total.due).toBe(runs * 10 + 1)
      const { documentsRead, databaseCalls } = await cloud.operation('manager', 'journeys.overview')
      spent.push([documentsRead.max, databaseCalls.max])
    }
    process.stdout.write(`\n10 and 3,000 tasks: documents and calls to read: ${JSON.stringify(spent)}\n`)
    expect(spent[1]).toEqual(spent[0])
  }, 240_000)

  it('are cut nowhere, also where more than a thousand employees have something to do in one store', async () => {
    await begun(centre)
    await many(1_150, { employees: 1_150 })
    await cloud.advance(60_000)
    await wakeClock(cloud)
    await cloud.advance(60_000)
    await wakeClock(cloud)
    const { total, employees } = await overview()
    expect([total.due, employees.length]).toEqual([11_501, 1_151])
    expect(new Set(employees.slice(0, -1).map(({ due }: any) => due))).toEqual(new Set([10]))
  }, 240_000)
})

describe('what the programme no longer has', () => {
  it('is to be done no more: its task is closed for whoever had it, and the head’s list has it not', async () => {
    const one = await begun(centre)
    await clockAt(centre, '2026-09-07T02:00:00.000Z')
    const without = (ids: readonly string[]) =>
      inCloud(async ({ store }) => {
        const version = (await store.get<any>('programmes', 'programme-1'))!
        const journeys = version.programme.journeys.map((journey: any) => ({
          ...journey,
          touchpoints: journey.touchpoints.filter(({ id }: any) => !ids.includes(id)),
        }))
        await store.put('programmes', { ...version, programme: { ...version.programme, journeys } })
        // The version keeps its number: the run is looked at as one of an earlier version.
        await store.change('journeys', { _id: one.runId }, { set: { under: 0 } })
        await store.change('jobs', { _id: 'journeys' }, { set: { programmeVersion: 0 } })
      })
    await without(['contract-day', 'weekly-call'])
    await clockAt(centre, '2026-09-07T02:10:00.000Z')
    expect((await all(centre, 'tasks')).filter(({ state }) => state === 'open')).toEqual([])
    expect(await all(centre, 'tasks')).toMatchObject(
      expect.arrayContaining([
        // Due six days ago, so nobody has done it; the call is due in three days.
        expect.objectContaining({ key: 'contract-day:0', state: 'missed', outcome: 'missed', forHead: 'over' }),
        expect.objectContaining({ key: 'weekly-call:0', state: 'withdrawn', why: 'dropped' }),
      ]),
    )
    expect((await all(centre, 'journeys'))[0].steps).toMatchObject({
      'contract-day:0': { state: 'missed' },
      'weekly-call:0': { state: 'withdrawn', why: 'dropped' },
    })
    await expectPlain()
  })

  it('ends with its journey, where the programme has that no more: what was late was missed', async () => {
    await begun(centre)
    await clockAt(centre, '2026-09-07T02:00:00.000Z')
    await inCloud(async ({ store }) => {
      const version = (await store.get<any>('programmes', 'programme-1'))!
      await store.put('programmes', { ...version, programme: { ...version.programme, journeys: [] } })
      await store.change('journeys', { state: 'running' }, { set: { dueAt: '2026-09-07T02:00:00.000Z' } })
    })
    await clockAt(centre, '2026-09-07T02:10:00.000Z')
    expect(await all(centre, 'journeys')).toMatchObject([{ state: 'stopped', over: { why: 'programme' } }])
    expect((await all(centre, 'tasks')).map(({ key, state }) => [key, state]).sort()).toEqual([
      ['contract-day:0', 'missed'],
      ['weekly-call:0', 'withdrawn'],
    ])
    expect((await all(centre, 'journeyRecords')).filter(({ kind }) => kind === 'stopped')).toMatchObject([
      { by: null, why: 'programme', what: { en: 'A new family' }, at: '2026-09-07T02:10:00.000Z' },
    ])
    await expectPlain()
    expect((await overview()).journeys).toMatchObject([{ id: 'new-family', running: 0, waiting: 0 }])
  })
})
