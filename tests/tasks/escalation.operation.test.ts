import { manage, requestId, valueOf, wakeClock } from '../support/shop'
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
  tasksOf,
  teacher,
  useCentre,
} from '../support/family-journey'

const centre = useCentre()
const cloud = centre.shop.cloud
const refusalOf = (reply: any) => (reply.ok ? 'ok' : reply.refusal.code)
const keys = (answer: any) => answer.tasks.map(({ id }: any) => id.split(':').slice(-2).join(':'))
const kinds = async (kind: string) => (await all(centre, 'journeyRecords')).filter((one) => one.kind === kind)

describe('a task that is not done in time', () => {
  it('comes to the head once, a day after, and stays with whoever is to do it', async () => {
    const one = await begun(centre)
    // Due at nine in the evening of the contract day.
    await clockAt(centre, '2026-09-02T12:58:00.000Z')
    expect((await tasksOf(centre, head, 'head')).tasks).toEqual([])
    await clockAt(centre, '2026-09-02T13:00:00.000Z')
    const told = await tasksOf(centre, head, 'head')
    expect(keys(told)).toEqual(['contract-day:0'])
    expect(told.tasks[0]).toMatchObject({ escalatedAt: '2026-09-02T13:00:00.000Z', assignee: { name: '店员' } })
    expect([told.forHead, told.counts.overdue]).toEqual([1, 1])
    const mine = await tasksOf(centre, adviser)
    expect(mine.tasks).toMatchObject([{ escalatedAt: '2026-09-02T13:00:00.000Z' }])
    await clockAt(centre, '2026-09-03T13:00:00.000Z')
    expect(await kinds('escalated')).toHaveLength(1)
    valueOf(await recordTask(centre, adviser, taskOf(one, 'contract-day:0')))
    expect((await tasksOf(centre, head, 'head')).tasks).toEqual([])
  })

  it('is told once though the clock stood still for days, fired twice and was run by two at once', async () => {
    await begun(centre)
    await cloud.setClock('2026-09-06T02:00:00.000Z')
    await Promise.all([wakeClock(cloud), wakeClock(cloud)])
    await wakeClock(cloud)
    expect(await kinds('escalated')).toHaveLength(1)
    expect((await all(centre, 'tasks')).filter(({ escalatedAt }) => escalatedAt !== null)).toHaveLength(1)
  })

  it('is given to somebody else by the head, alone or with all that its role has to do', async () => {
    const one = await begun(centre)
    await clockAt(centre, '2026-09-07T02:00:00.000Z')
    const give = (openid: string, key: string, scope: string, to = centre.ids[teacher]) =>
      ask(centre, openid, 'tasks.reassign', { taskId: taskOf(one, key), staffId: to, scope })
    expect(refusalOf(await give(adviser, 'contract-day:0', 'task'))).toBe('not_allowed')
    expect(refusalOf(await give(head, 'contract-day:0', 'task', 'staff-0'))).toBe('staff_unknown')
    expect(refusalOf(await give(head, 'none:0', 'task'))).toBe('task_unknown')
    valueOf(await give(head, 'contract-day:0', 'task'))
    expect(keys(await tasksOf(centre, teacher))).toEqual(['contract-day:0'])
    valueOf(await give(head, 'weekly-call:0', 'journey'))
    expect(keys(await tasksOf(centre, adviser))).toEqual([])
    await clockAt(centre, '2026-09-11T02:00:00.000Z')
    expect(keys(await tasksOf(centre, teacher))).toContain('week-before:0')
    valueOf(await recordTask(centre, teacher, taskOf(one, 'contract-day:0')))
    expect(refusalOf(await give(head, 'contract-day:0', 'task'))).toBe('task_over')
    expect(await kinds('assigned')).toHaveLength(2)
  })
})

describe('an employee who is dismissed', () => {
  it('leaves what they had to do to the head, also what comes later', async () => {
    await begun(centre)
    await manage(cloud, 'staff.dismiss', { staffId: centre.ids[adviser] })
    expect(refusalOf(await ask(centre, adviser, 'tasks.mine', { storeId: 'S1', list: 'mine', part: 'now' }))).toBe(
      'not_allowed',
    )
    await clockAt(centre, '2026-09-01T02:01:00.000Z')
    expect(keys(await tasksOf(centre, head, 'head'))).toEqual(['contract-day:0'])
    await clockAt(centre, '2026-09-08T02:00:00.000Z')
    expect(keys(await tasksOf(centre, head, 'head'))).toEqual(['contract-day:0', 'weekly-call:0'])
    const grants = (await all(centre, 'staff')).map(({ handOverAt }) => handOverAt ?? null)
    expect(grants).toEqual([null, null, null])
  })
})

describe('an employee who has left a journey in which nothing was to be done by then', () => {
  it('is given nothing that a date brings later: the head has it within a minute', async () => {
    const one = await begun(centre, 'o-family', null)
    await manage(cloud, 'staff.dismiss', { staffId: centre.ids[teacher] })
    await clockAt(centre, '2026-09-01T02:01:00.000Z')
    const set = { runId: one.runId, code: 'first-lesson', at: '2026-09-03T02:00:00.000Z' }
    valueOf(await ask(centre, adviser, 'journeys.set-anchor', set))
    await wakeClock(cloud)
    const open = (await all(centre, 'tasks')).filter(({ state }) => state === 'open')
    expect(open.filter(({ role }) => role === 'teacher').length).toBeGreaterThan(0)
    expect(open.filter(({ assigneeId }) => assigneeId === centre.ids[teacher])).toEqual([])
  })
})

describe('an anchor that never comes', () => {
  it('is waited for in sight, told to the head after thirty days, and answered by giving the date', async () => {
    const one = await begun(centre, 'o-family', null)
    const seen = valueOf(await ask(centre, adviser, 'journeys.of-member', { accountId: one.accountId }))
    expect(seen.runs[0].steps.filter(({ state }: any) => state === 'waiting').length).toBeGreaterThan(10)
    await clockAt(centre, '2026-10-01T02:00:00.000Z')
    const told = await tasksOf(centre, head, 'head')
    expect(told.tasks.map(({ name }: any) => name.zh)).toContain('「首课」还没有日期')
    // Weeks before the opening go on for as long as there is none.
    expect(keys(await tasksOf(centre, adviser))).toContain('weekly-call:3')
    const set = { runId: one.runId, code: 'first-lesson', at: '2026-10-24T02:00:00.000Z' }
    valueOf(await ask(centre, adviser, 'journeys.set-anchor', set))
    const after = await tasksOf(centre, head, 'head')
    expect(after.tasks.map(({ name }: any) => name.zh)).not.toContain('「首课」还没有日期')
  })

  it('is found out by whoever the head gives that to, also with all that is theirs', async () => {
    const one = await begun(centre, 'o-family', null)
    await clockAt(centre, '2026-10-01T02:00:00.000Z')
    const give = { taskId: taskOf(one, 'first-lesson!:0'), staffId: centre.ids[teacher], scope: 'journey' }
    valueOf(await ask(centre, head, 'tasks.reassign', give))
    expect(keys(await tasksOf(centre, teacher))).toEqual(['first-lesson!:0'])
    expect(keys(await tasksOf(centre, head, 'head'))).not.toContain('first-lesson!:0')
  })

  it('ends the journey after a year, where everybody sees why', async () => {
    await begun(centre, 'o-family', null)
    await clockAt(centre, '2027-09-01T02:00:00.000Z')
    // The last call has its time, then the head is told and has three days.
    expect(await all(centre, 'journeys')).toMatchObject([{ state: 'running' }])
    await clockAt(centre, '2027-09-04T03:00:00.000Z')
    await clockAt(centre, '2027-09-07T04:00:00.000Z')
    expect(await all(centre, 'journeys')).toMatchObject([{ state: 'stopped', over: { why: 'anchor-missing' } }])
    expect((await all(centre, 'tasks')).filter(({ state }) => state === 'open')).toEqual([])
  })
})

describe('what was promised and delivered', () => {
  it('is counted by journey and by employee, and says who waits for a date', async () => {
    const one = await begun(centre)
    await begun(centre, 'o-second', null)
    valueOf(await recordTask(centre, adviser, taskOf(one, 'contract-day:0')))
    await clockAt(centre, '2026-09-08T02:00:00.000Z')
    valueOf(await recordTask(centre, adviser, taskOf(one, 'weekly-call:0'), { answers: reached }))
    await clockAt(centre, '2026-09-12T02:00:00.000Z')
    const look = (more: object = {}) =>
      cloud.call(
        'manager',
        {
          operation: 'journeys.overview',
          input: { storeId: 'S1', from: '2026-09-01', to: '2026-09-30', ...more },
          requestId: requestId(),
        },
        head,
      )
    const { total, journeys, employees } = valueOf(await look())
    expect(total).toEqual({ due: 7, inTime: 2, late: 0, missed: 0, overdue: 2, open: 3, escalated: 2 })
    expect(journeys).toMatchObject([{ id: 'new-family', due: 7, running: 2, waiting: 1 }])
    expect(employees).toMatchObject([
      { name: '店员', due: 6 },
      { name: '店员', due: 1, open: 1 },
    ])
    expect(refusalOf(await look({ storeId: 'S9' }))).toBe('store_not_yours')
    expect(refusalOf(await look({ to: '2026-12-31' }))).toBe('period_wrong')
    expect(refusalOf(await look({ to: '2026-08-31' }))).toBe('period_wrong')
  })
})

describe('a message of the system', () => {
  it('goes out once at its time, to the member’s list, whatever becomes of the clock', async () => {
    const one = await begun(centre)
    await cloud.setClock('2026-09-18T01:00:00.000Z')
    // Killed at each of its calls in turn, and run again.
    for (let atCall = 2; atCall <= 14; atCall += 2) {
      await cloud.plant({ function: 'clock', kind: 'kill', atCall })
      await wakeClock(cloud).catch(() => undefined)
      await cloud.control('faults', undefined, 'DELETE').catch(() => undefined)
      await cloud.advance(66_000)
    }
    await wakeClock(cloud)
    const notices = await all(centre, 'notices')
    expect(notices).toMatchObject([
      {
        topic: 'follow-up',
        accountId: one.accountId,
        // The reminder of the day before is none once the day itself has begun.
        until: '2026-09-19T01:00:00.000Z',
        state: 'inbox',
        facts: { words: { zh: '明天见，记得带上孩子的水杯' } },
      },
    ])
  }, 240_000)

  it('goes out again for the new day when the lesson has moved since, and not for a day that went by', async () => {
    const one = await begun(centre)
    await clockAt(centre, '2026-09-18T01:00:00.000Z')
    const move = (at: string) =>
      ask(centre, adviser, 'journeys.set-anchor', { runId: one.runId, code: 'first-lesson', at })
    valueOf(await move('2026-09-28T02:00:00.000Z'))
    await clockAt(centre, '2026-09-27T01:00:00.000Z')
    expect((await all(centre, 'notices')).map(({ facts }) => facts.on)).toEqual([
      '2026-09-19T02:00:00.000Z',
      '2026-09-28T02:00:00.000Z',
    ])
    valueOf(await move('2026-10-10T02:00:00.000Z'))
    await clockAt(centre, '2026-10-13T01:00:00.000Z')
    expect(await all(centre, 'notices')).toHaveLength(2)
  })
})
