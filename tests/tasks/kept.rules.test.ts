import { kept, tallyKey, tallyOf, type Tallied } from '../../shared/journeys/kept'
import { taskOf } from '../../shared/journeys/task'
import type { Dated, Run } from '../../shared/journeys/run'
import { newGuest } from '../../shared/programme/presets/demo-tea-journeys'

const row = (outcome: Tallied['outcome'], count: number, more: Partial<Tallied> = {}): Tallied => ({
  ...{ journeyId: 'new-guest', assigneeId: 'staff-a', outcome, isEscalated: false, isPast: true, count },
  ...more,
})

describe('what was promised and delivered', () => {
  it('counts each task once, by how it came out', () => {
    const rows = [
      row('in-time', 5),
      row('late', 2),
      row('missed', 1),
      row('open', 3),
      row('open', 4, { isPast: false }),
    ]
    expect(kept(rows)).toEqual({ due: 15, inTime: 5, late: 2, missed: 1, overdue: 3, open: 4, escalated: 0 })
  })

  it('counts what was withdrawn nowhere, also where the head had been told of it', () => {
    expect(kept([row('withdrawn', 7, { isEscalated: true }), row('late', 1, { isEscalated: true })])).toEqual({
      ...{ due: 1, inTime: 0, late: 1, missed: 0, overdue: 0, open: 0, escalated: 1 },
    })
  })

  it('reads back what was counted, and knows by the minute what of it is overdue', () => {
    const dueAt = '2026-06-02T10:00:00.000Z'
    const by = (one: Tallied) => tallyKey({ ...one, dueAt, escalatedAt: one.isEscalated ? dueAt : null })
    const rows = [
      row('missed', 9, { isPast: false }),
      row('open', 2, { assigneeId: null, isEscalated: true }),
      row('late', 1, { isPast: false, isEscalated: true }),
    ]
    for (const one of rows) expect(tallyOf({ by: by(one), count: one.count }, dueAt)).toEqual(one)
    expect(tallyOf({ by: by(rows[1]!), count: 2 }, '2026-06-02T09:59:59.999Z').isPast).toBe(false)
  })
})

describe('a task that is done', () => {
  const one: Dated = {
    ...{ key: 'week-1:0', touchpointId: 'week-1', index: 0, kind: 'touchpoint' as const, by: 'host', waitsFor: null },
    startsAt: '2026-06-01T02:00:00.000Z',
    dueAt: '2026-06-02T10:00:00.000Z',
  }
  const doneAt = (at: string): Run => ({
    ...{ journeyId: 'new-guest', accountId: 'a', storeId: 'S1', no: 1, state: 'running', begunAt: at, anchors: {} },
    people: { host: 'staff-a' },
    steps: { 'week-1:0': { listed: true, state: 'done', at, by: 'staff-a' } },
    followUps: [],
    over: null,
  })

  it('is in time up to the minute by which it is due, and late after it', () => {
    expect(taskOf(doneAt('2026-06-02T10:00:00.000Z'), newGuest, one)?.outcome).toBe('in-time')
    expect(taskOf(doneAt('2026-06-02T10:00:00.001Z'), newGuest, one)?.outcome).toBe('late')
  })

  it('is nobody’s where nobody stands for its role: then the head has it', () => {
    const run = { ...doneAt(one.startsAt!), people: {}, steps: { 'week-1:0': { listed: true as const } } }
    expect(taskOf(run, newGuest, one)).toMatchObject({ assigneeId: null, forHead: 'open', state: 'open' })
    expect(taskOf({ ...run, people: { host: 'staff-a' } }, newGuest, one)).toMatchObject({ forHead: 'no' })
  })
})
