import { handOver } from '../../cloudfunctions/_areas/journeys/hand-over'
import { storedTask, type StoredTask } from '../../cloudfunctions/_areas/journeys/stored'
import { currentTerms } from '../../cloudfunctions/_runtime/terms'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { addMilliseconds } from '../../shared/kit/time'
import { manage, requestId, valueOf, wakeClock } from '../support/shop'
import {
  adviser,
  all,
  ask,
  beginning,
  begun,
  clockAt,
  head,
  taskOf,
  tasksOf,
  teacher,
  useCentre,
} from '../support/family-journey'
import { numberOf } from '../support/joining'

const centre = useCentre()
const { cloud } = centre.shop
const inProcess = <T>(work: (store: ReturnType<typeof wxEffects>['store']) => Promise<T>) =>
  cloud.run(() => work(wxEffects().store)) as Promise<T>
const board = async () => valueOf(await cloud.call('clock', { operation: 'clock.jobs', input: {} }, head))
const job = async () => (await board()).jobs.find(({ name }: any) => name === 'hand-over')
const run = (name: string) =>
  cloud.call('clock', { operation: 'clock.run-now', input: { job: name }, requestId: requestId() }, head)
const dismiss = () => manage(cloud, 'staff.dismiss', { staffId: centre.ids[adviser] })
const dueOf = async () => (await all(centre, 'staff')).find(({ _id }) => _id === centre.ids[adviser]).handOverAt
const openOf = async (staffId: string | null | undefined) =>
  (await all<StoredTask>(centre, 'tasks')).filter(({ state, assigneeId }) => state === 'open' && assigneeId === staffId)

/** A journey that the programme does not have, with its open task: nobody can change it. */
async function strange(tasks = 1): Promise<void> {
  const [one] = await all<StoredTask>(centre, 'tasks')
  const [before] = await all(centre, 'journeys')
  const _id = 'journey:strange:gone:1'
  const own = { _id, accountId: 'strange', journeyId: 'gone', dueAt: null, countAt: null }
  await inProcess(async (store) => {
    await store.insert('journeys', [{ ...before, ...own, under: 9 }])
    const keys = Array.from({ length: tasks }, (_, n) => `call:${n}`)
    await store.insert(
      'tasks',
      keys.map((key) => storedTask(_id, { ...one!, key, accountId: 'strange', journeyId: 'gone' })),
    )
  })
}

describe('tasks of an employee who was dismissed', () => {
  it('that cannot be handed over are no success: they stand on the board, are tried again, and hold no others up', async () => {
    const one = await begun(centre)
    await strange(60)
    await dismiss()
    const { now } = await cloud.control('clock')
    await wakeClock(cloud)
    expect(await openOf(null)).toMatchObject([{ _id: taskOf(one, 'contract-day:0'), forHead: 'open' }])
    expect(await openOf(centre.ids[adviser])).toHaveLength(60)
    expect(await dueOf()).toBe(new Date(Date.parse(now) + 5 * 60_000).toISOString())
    expect(await job()).toMatchObject({
      state: 'failing',
      last: { due: 61, done: 1, failed: 60, left: false },
      trouble: { words: '店员: 60 tasks are still theirs (journey:strange:gone:1: journey_unknown)' },
    })
    const told = (await board()).findings.map(({ subject, words }: any) => [subject, words.zh])
    expect(told).toEqual([
      [`left:${centre.ids[adviser]}`, '店员离职后还有 60 项跟进任务没能交给店长，系统会每 5 分钟再试'],
    ])
    // As the journeys' job leaves what the programme has no more.
    await inProcess(async (store) => {
      const tasks = await store.find<StoredTask>('tasks', {
        where: { assigneeId: centre.ids[adviser]!, state: 'open', place: { gt: '' } },
        orderBy: [['place', 'asc']],
        limit: 100,
      })
      for (const task of tasks) await store.change('tasks', { _id: task._id }, { set: { state: 'withdrawn' } })
    })
    await cloud.advance(5 * 60_000)
    await wakeClock(cloud)
    expect(await dueOf()).toBeNull()
    expect(await job()).toMatchObject({ last: { due: 0, failed: 0 } })
    expect((await board()).findings).toEqual([])
  })

  it('are the head’s, but for what the head had given to a colleague of theirs', async () => {
    const one = await begun(centre)
    await clockAt(centre, '2026-09-07T02:00:00.000Z')
    const given = { taskId: taskOf(one, 'weekly-call:0'), staffId: centre.ids[teacher], scope: 'task' }
    valueOf(await ask(centre, head, 'tasks.reassign', given))
    await dismiss()
    await wakeClock(cloud)
    expect(await openOf(null)).toMatchObject([{ key: 'contract-day:0', forHead: 'open' }])
    expect(await openOf(centre.ids[teacher])).toMatchObject([{ key: 'weekly-call:0', forHead: 'no' }])
  })

  it('are left for the next run where the time is over after those of another', async () => {
    await begun(centre)
    await dismiss()
    await manage(cloud, 'staff.dismiss', { staffId: centre.ids[teacher] })
    const looked = await cloud.run(async () => {
      const effects = wxEffects()
      const { now } = await cloud.control('clock')
      const terms = await currentTerms(effects)
      if (!terms) throw new Error('the shop is not founded')
      // Each look at the clock takes a second.
      let passed = 0
      const slow = { ...effects, now: () => addMilliseconds(now, (passed += 1_000)) }
      return handOver(slow, terms, now, addMilliseconds(now, 2_000))
    })
    expect(looked).toMatchObject({ done: 1, left: true, looked: [`left:${centre.ids[adviser]}`] })
    await wakeClock(cloud)
    expect((await all(centre, 'staff')).filter(({ handOverAt }) => handOverAt)).toEqual([])
  })

  it('that the clock was cut off at are all handed over, once, by the next', async () => {
    const one = await begun(centre)
    await begun(centre, 'o-second')
    await dismiss()
    for (let atCall = 3; atCall <= 21; atCall += 3) {
      await cloud.plant({ function: 'clock', kind: 'kill', atCall })
      await wakeClock(cloud).catch(() => undefined)
      await cloud.plant()
      await cloud.advance(66_000)
    }
    await wakeClock(cloud)
    expect(await openOf(centre.ids[adviser])).toEqual([])
    expect((await tasksOf(centre, head, 'head')).tasks).toHaveLength(2)
    expect(await dueOf()).toBeNull()
    const given = (await all(centre, 'journeyRecords')).filter(
      ({ kind, runId }) => kind === 'assigned' && runId === one.runId,
    )
    expect(given).toHaveLength(1)
  }, 120_000)
})

describe('a store without a head', () => {
  const headStores = (storeIds: string[] | 'all') =>
    inProcess((store) => store.change('staff', { role: 'manager', active: true }, { set: { storeIds } }))
  const words = async () => (await board()).findings.map(({ subject, words }: any) => `${subject} ${words.en}`)

  it('stands on the board while its head’s list has something in it, and until somebody is its head', async () => {
    await begun(centre)
    await headStores(['S9'])
    await run('audit')
    expect(await words()).toEqual([])
    await headStores('all')
    await dismiss()
    await headStores(['S9'])
    await wakeClock(cloud)
    expect(await words()).toEqual([
      'head:S1 一店 has no manager, so nobody sees the follow-ups that have come to its head. Name a manager for it',
    ])
    await run('audit')
    expect(await words()).toHaveLength(1)
    await headStores('all')
    await run('audit')
    expect(await words()).toEqual([])
  })

  it('is found by night too, where a task comes to a head that there is not', async () => {
    await begun(centre)
    await headStores(['S9'])
    await clockAt(centre, '2026-09-03T20:00:00.000Z')
    await clockAt(centre, '2026-09-04T20:00:00.000Z')
    expect(await words()).toHaveLength(1)
  })
})

describe('the head’s list', () => {
  it('counts what stands in it, and what is to come from its day on', async () => {
    await begun(centre)
    await dismiss()
    // Two days before the weekly call, which is listed ahead by then.
    await clockAt(centre, '2026-09-05T02:00:00.000Z')
    const { tasks, forHead } = await tasksOf(centre, head, 'head')
    expect([tasks.length, forHead]).toEqual([1, 1])
    expect((await tasksOf(centre, head, 'head', 'coming')).tasks).toHaveLength(1)
  })
})

describe('a journey past its end that waits for what nobody has done', () => {
  it('stands in nobody’s way: the member may begin it anew', async () => {
    const one = await begun(centre)
    await clockAt(centre, '2027-01-05T02:00:00.000Z')
    expect(await all(centre, 'journeys')).toMatchObject([{ state: 'running' }])
    const sheet = valueOf(await ask(centre, adviser, 'staff.find', { storeId: 'S1', phone: numberOf('o-family') }))
    const of = { scanId: sheet.scanId, accountId: one.accountId }
    const { offered } = valueOf(await ask(centre, adviser, 'journeys.of-member', of))
    expect(offered.map(({ id }: any) => id)).toEqual(['new-family'])
    const anchors = [{ code: 'contract', at: '2027-01-05T02:00:00.000Z' }]
    const again = await ask(centre, adviser, 'journeys.begin', { ...beginning(centre, of), anchors })
    expect(valueOf(again).runId).toMatch(/:2$/)
    await clockAt(centre, '2027-01-08T02:10:00.000Z')
    expect((await all(centre, 'journeys')).map(({ no, state }) => [no, state]).sort()).toEqual([
      [1, 'ended'],
      [2, 'running'],
    ])
  })
})
