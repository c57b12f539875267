import fc from 'fast-check'
import { chineseCalendar } from '../../cloudfunctions/_runtime/chinese-calendar'
import { advance, nextAt } from '../../shared/journeys/advance'
import { begin } from '../../shared/journeys/begin'
import { touchpointsOf } from '../../shared/journeys/dates'
import { recordResult } from '../../shared/journeys/record'
import type { Run } from '../../shared/journeys/run'
import { scriptWords } from '../../shared/journeys/script'
import { setAnchor } from '../../shared/journeys/set-anchor'
import { isUndone, standingOf } from '../../shared/journeys/standing'
import { stop } from '../../shared/journeys/stop'
import { addMilliseconds, type Instant } from '../../shared/kit/time'
import { checkProgramme } from '../../shared/programme/check'
import type { Journey } from '../../shared/programme/parts/journeys'
import { earlyEducation } from '../../shared/programme/presets/early-education'
import { newFamily } from '../../shared/programme/presets/early-education-journey'

const hour = 3_600_000
const contractAt = '2026-08-31T07:00:00.000Z'
const calendar = chineseCalendar
const hours = (count: number): Instant => addMilliseconds(contractAt, count * hour)

function begunRun(lesson: Instant | null = '2026-09-19T02:00:00.000Z'): Run {
  const anchors = { contract: contractAt, ...(lesson ? { 'first-lesson': lesson } : {}) }
  const people = { adviser: 'staff-a', teacher: 'staff-b' }
  const ruling = begin(newFamily, { accountId: 'a', storeId: 'S1', no: 1, anchors, people, now: contractAt }, calendar)
  if (!ruling.ok) throw new Error(ruling.refusal)
  return ruling.value
}

const at = (run: Run, now: Instant) => advance(run, newFamily, calendar, { now, tierId: null })
const moved = (run: Run, to: Instant, now: Instant): Run => {
  const ruling = setAnchor(run, newFamily, { code: 'first-lesson', at: to, by: null, now }, calendar)
  if (!ruling.ok) throw new Error(ruling.refusal)
  return ruling.value
}
const standings = (run: Run, now: Instant) =>
  touchpointsOf(run, newFamily, calendar).map((one) => [one.key, one.startsAt, one.dueAt, standingOf(run, one, now)])

const someHours = fc.integer({ min: 0, max: 24 * 120 })

describe('a journey', () => {
  it('is as before when an anchor moves there and back, whatever was late meanwhile', () => {
    fc.assert(
      fc.property(someHours, fc.integer({ min: -24 * 60, max: 24 * 60 }), (passed, by) => {
        const now = hours(passed)
        const run = at(begunRun(), now).run
        fc.pre(run.state === 'running')
        const there = moved(run, addMilliseconds('2026-09-19T02:00:00.000Z', by * hour), now)
        const back = moved(there, '2026-09-19T02:00:00.000Z', now)
        expect(standings(back, now)).toEqual(standings(run, now))
      }),
      { numRuns: 60 },
    )
  })

  it('looked at again changes nothing, and its next time lies ahead', () => {
    fc.assert(
      fc.property(someHours, (passed) => {
        const now = hours(passed)
        const once = at(begunRun(), now).run
        const again = at(once, now)
        expect(again).toEqual({ run: once, messages: [], escalated: [] })
        const next = nextAt(once, newFamily, calendar, now)
        expect(next === null ? once.state !== 'running' : next > now).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('comes to the same however seldom the clock looks, but for messages whose time went by', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 * 20 }), (step) => {
        let seldom = begunRun(null)
        let often = begunRun(null)
        const until = hours(24 * 70)
        for (let now: Instant = contractAt; now < until; now = addMilliseconds(now, step * hour))
          seldom = at(seldom, now).run
        for (
          let now: Instant | null = contractAt;
          now !== null && now <= until;
          now = nextAt(often, newFamily, calendar, now)
        )
          often = at(often, now).run
        const states = (run: Run) => standings(at(run, until).run, until).filter(([key]) => key !== 'day-before:0')
        expect(states(seldom)).toEqual(states(often))
      }),
      { numRuns: 30 },
    )
  })

  it('has at most one open task of each touchpoint whose time has come', () => {
    fc.assert(
      fc.property(someHours, (passed) => {
        const now = hours(passed)
        const { run } = at(begunRun(passed % 2 === 0 ? null : undefined), now)
        const open = touchpointsOf(run, newFamily, calendar).filter(
          (one) => one.startsAt !== null && one.startsAt <= now && isUndone(run, one) && run.state === 'running',
        )
        const ids = open.map(({ touchpointId, kind }) => `${kind} ${touchpointId}`)
        expect(ids).toEqual([...new Set(ids)])
      }),
      { numRuns: 60 },
    )
  })

  it('moves to working days: what comes before its anchor earlier, everything else later', () => {
    const saturday = touchpointsOf(begunRun('2026-09-19T02:00:00.000Z'), newFamily, calendar)
    const starts = (key: string) => saturday.find((one) => one.key === key)?.startsAt
    expect(starts('week-before:0')).toBe('2026-09-11T01:00:00.000Z')
    expect(starts('week-2:0')).toBe('2026-10-08T01:00:00.000Z')
    // A message of the system goes out on whichever day it is.
    expect(starts('day-before:0')).toBe('2026-09-18T01:00:00.000Z')
  })

  it('is to be done by its anchor where it comes before it, however many hours there are for it', () => {
    const [first, ...others] = newFamily.touchpoints
    const before = (offset: number): Journey => {
      const due = { anchor: 'first-lesson', offset, unit: 'hours' as const, withinHours: 100 }
      return { ...newFamily, touchpoints: [{ ...first!, due }, ...others] }
    }
    const dueAt = (offset: number) =>
      touchpointsOf(begunRun('2026-09-19T02:00:00.000Z'), before(offset), calendar).find(
        ({ touchpointId }) => touchpointId === first!.id,
      )?.dueAt
    expect(dueAt(-50)).toBe('2026-09-19T02:00:00.000Z')
    expect(dueAt(-200)).toBe('2026-09-14T22:00:00.000Z')
    expect(dueAt(10)).toBe('2026-09-23T16:00:00.000Z')
  })

  it('ends when the member reaches a tier that ends it', () => {
    const journey: Journey = { ...newFamily, endsAtTiers: ['gold'] }
    const { run } = advance(begunRun(), journey, calendar, { now: hours(1), tierId: 'gold' })
    expect(run).toMatchObject({ state: 'stopped', over: { why: 'tier-reached' } })
  })

  it('tells the head of what is late, again when it is late for another day, and never of what is their own', () => {
    const keys = (advanced: ReturnType<typeof at>) => advanced.escalated.map(({ key }) => key)
    const late = at(begunRun(), '2026-09-17T00:00:00.000Z')
    expect(keys(late)).toContain('week-before:0')
    const later = moved(late.run, '2026-10-24T02:00:00.000Z', '2026-09-17T01:00:00.000Z')
    expect(keys(at(later, '2026-09-18T00:00:00.000Z'))).not.toContain('week-before:0')
    expect(keys(at(later, '2026-10-23T00:00:00.000Z'))).toContain('week-before:0')
    const [first] = newFamily.touchpoints
    const own: Journey = { ...newFamily, touchpoints: [{ ...first!, by: newFamily.escalation.to }] }
    const seen = advance(begunRun(), own, calendar, { now: hours(24 * 5), tierId: null })
    expect([seen.escalated, standings(seen.run, hours(24 * 5)).length > 0]).toEqual([[], true])
  })

  it('is over for a member who wants to hear no more', () => {
    const { run } = at(begunRun(), '2026-09-07T02:00:00.000Z')
    const told = { answers: { reached: 'connected', wish: 'no-contact' }, note: '', next: null, by: 'staff-a' }
    const key = 'weekly-call:0'
    const ruling = recordResult(run, newFamily, { ...told, key, now: '2026-09-07T03:00:00.000Z' }, calendar)
    expect(ruling).toMatchObject({ value: { run: { state: 'stopped', over: { why: 'no-contact' } } } })
  })

  it('that is stopped withdraws what is open and leaves what was done', () => {
    const { run } = at(begunRun(), hours(5))
    const done = { ...run, steps: { ...run.steps, 'gone:0': { listed: true as const, state: 'done' as const } } }
    const { steps, state } = stop(done, touchpointsOf(run, newFamily, calendar), { why: 'cancelled', now: hours(5) })
    expect(state).toBe('stopped')
    expect(steps['gone:0']).toEqual({ listed: true, state: 'done' })
    const open = Object.keys(run.steps).filter((key) => run.steps[key]?.listed)
    expect(open.length).toBeGreaterThan(0)
    expect(open.map((key) => steps[key])).toMatchObject(open.map(() => ({ state: 'withdrawn', why: 'over' })))
  })

  it('takes no result for a message, for what is not there, or after it is over', () => {
    const run = at(begunRun(), hours(24 * 18)).run
    const tried = (key: string, of = run) =>
      recordResult(of, newFamily, { key, answers: {}, note: 'x', next: null, by: 's', now: hours(24 * 18) }, calendar)
    expect(tried('day-before:0')).toMatchObject({ refusal: 'task_unknown' })
    expect(tried('none:0')).toMatchObject({ refusal: 'task_unknown' })
    expect(tried('contract-day:0', { ...run, state: 'ended' })).toMatchObject({ refusal: 'journey_over' })
  })

  it('fills in its script who speaks, to whom and of when', () => {
    const script = { points: { zh: '{member}，我是{staff}，{first-lesson}', en: '{member}, {staff}, {first-lesson}' } }
    const names = { member: '林妈妈', staff: '一诺', shop: '店', store: '一店' }
    expect(scriptWords(script, { ...names, anchors: {} })[0]?.text.zh).toBe('林妈妈，我是一诺，（日期待定）')
    expect(scriptWords(script, { ...names, anchors: { 'first-lesson': contractAt } })[0]?.text).toEqual({
      zh: '林妈妈，我是一诺，8 月 31 日 15:00',
      en: '林妈妈, 一诺, 31 Aug, 15:00',
    })
  })
})

describe('a draft with a journey that cannot run', () => {
  const bent = (change: (journey: any) => void) => {
    const journey = structuredClone(newFamily)
    change(journey)
    const checked = checkProgramme({ ...earlyEducation, journeys: [journey] })
    return checked.ok ? [] : checked.faults.map(({ path, zh }) => `${path} ${zh}`)
  }

  it('is told where and in a sentence', () => {
    const [first] = [0]
    expect(bent(() => undefined)).toEqual([])
    expect(bent((j) => (j.begins = 'birth'))).toEqual(['journeys[0].begins 没有这个日期：birth'])
    expect(bent((j) => (j.touchpoints[first].due.anchor = 'birth'))).toEqual([
      'journeys[0].touchpoints[0].due.anchor 没有这个日期：birth',
    ])
    expect(bent((j) => (j.touchpoints[first].by = 'nurse'))).toEqual([
      'journeys[0].touchpoints[0].by 没有这个角色：nurse',
    ])
    expect(bent((j) => (j.escalation.to = 'system'))).toEqual(['journeys[0].escalation.to 超时要报给人，不能报给系统'])
    expect(bent((j) => delete j.touchpoints[1].due.until)).toEqual([
      'journeys[0].touchpoints[1].due.every 会一直重复下去，请写明到什么时候',
    ])
    expect(bent((j) => (j.endsAtTiers = ['gold']))).toEqual(['journeys[0].endsAtTiers[0] 没有这个等级：gold'])
    expect(bent((j) => (j.touchpoints[first].script.points.zh = '{Member} 您好'))).toEqual([
      'journeys[0].touchpoints[0].script.points 话术里没有这个变量：{Member}',
    ])
    expect(bent((j) => (j.touchpoints[first].result = 'none'))).toEqual([
      'journeys[0].touchpoints[0].result 员工做的事要有结果：完成或记录',
    ])
    expect(bent((j) => (j.waits = { tellAfterDays: 90, endAfterDays: 30 }))).toEqual([
      'journeys[0].waits.tellAfterDays 要先报店长，之后才结束',
    ])
  })
})
