import fc from 'fast-check'
import { chineseCalendar as calendar } from '../../cloudfunctions/_runtime/chinese-calendar'
import { advance, nextAt, withTasks } from '../../shared/journeys/advance'
import { begin } from '../../shared/journeys/begin'
import { touchpointsOf } from '../../shared/journeys/dates'
import { recordResult } from '../../shared/journeys/record'
import type { Run } from '../../shared/journeys/run'
import { standingOf } from '../../shared/journeys/standing'
import { stop } from '../../shared/journeys/stop'
import { addMilliseconds, type Instant } from '../../shared/kit/time'
import type { Journey } from '../../shared/programme/parts/journeys'
import { newFamily } from '../../shared/programme/presets/early-education-journey'

const hour = 3_600_000
const contractAt = '2026-08-31T07:00:00.000Z'
const hours = (count: number): Instant => addMilliseconds(contractAt, count * hour)

function begunRun(lesson: Instant | null = '2026-09-19T02:00:00.000Z'): Run {
  const anchors = { contract: contractAt, ...(lesson ? { 'first-lesson': lesson } : {}) }
  const people = { adviser: 'staff-a', teacher: 'staff-b' }
  const ruling = begin(newFamily, { accountId: 'a', storeId: 'S1', no: 1, anchors, people, now: contractAt }, calendar)
  if (!ruling.ok) throw new Error(ruling.refusal)
  return ruling.value
}

const at = (run: Run, now: Instant) => advance(run, newFamily, calendar, { now, tierId: null })

const once = (due: Partial<Journey['touchpoints'][number]['due']>, more: Partial<Journey> = {}): Journey => {
  const [first] = newFamily.touchpoints
  const whole = { anchor: 'contract', offset: 0, unit: 'days' as const, withinHours: 24, ...due }
  return {
    ...newFamily,
    ends: { anchor: 'contract', after: '10 days' },
    touchpoints: [{ ...first!, due: whole }],
    ...more,
  }
}
const lived = (journey: Journey, until: Instant, step: number | null = null) => {
  let run = begunRun()
  let now: Instant | null = contractAt
  while (now !== null && now <= until) {
    run = advance(run, journey, calendar, { now, tierId: null }).run
    now = step === null ? nextAt(run, journey, calendar, now) : addMilliseconds(now, step * hour)
  }
  return run
}

describe('a journey', () => {
  it('that is over has nothing more ahead, whatever its dates were', () => {
    const { run } = at(begunRun(), hours(5))
    const all = touchpointsOf(run, newFamily, calendar)
    const ended = stop(run, all, { why: 'cancelled', now: hours(5) })
    expect(new Set(all.map((one) => standingOf(run, one, hours(5))))).toEqual(new Set(['open', 'ahead', 'waiting']))
    expect(new Set(all.map((one) => standingOf(ended, one, hours(24 * 30))))).toEqual(new Set(['withdrawn']))
  })

  it('that is stopped counts as missed what should have been done by then, and nothing else', () => {
    const { run } = at(begunRun(), hours(24 * 5))
    const { steps } = stop(run, touchpointsOf(run, newFamily, calendar), { why: 'cancelled', now: hours(24 * 5) })
    expect([steps['contract-day:0'], steps['weekly-call:0']]).toMatchObject([
      { state: 'missed', was: { dueAt: hours(6) } },
      { state: 'withdrawn', why: 'over' },
    ])
    const { run: waits } = at(begunRun(null), hours(24 * 40))
    const ended = stop(waits, touchpointsOf(waits, newFamily, calendar), { why: 'left', now: hours(24 * 40) })
    expect(ended.steps['first-lesson!:0']).toMatchObject({ state: 'withdrawn', why: 'over' })
  })

  it('waits at its end for what has begun: it has its time, the head is told, and only then was it missed', () => {
    // Begins two hours before the end of the eleventh day, at midnight, and is due a day later.
    const journey = once({ offset: 10, at: '22:00' })
    const key = 'contract-day:0'
    const standing = (now: Instant) => {
      const { state, steps } = lived(journey, now)
      return [state, steps[key]?.state ?? 'open', steps[key]?.escalated?.at ?? null]
    }
    expect(standing('2026-09-10T16:00:00.000Z')).toEqual(['running', 'open', null])
    expect(standing('2026-09-12T13:59:00.000Z')).toEqual(['running', 'open', null])
    expect(standing('2026-09-12T14:00:00.000Z')).toEqual(['running', 'open', '2026-09-12T14:00:00.000Z'])
    expect(standing('2026-09-15T13:59:00.000Z')).toEqual(['running', 'open', '2026-09-12T14:00:00.000Z'])
    expect(standing('2026-09-15T14:00:00.000Z')).toEqual(['ended', 'missed', '2026-09-12T14:00:00.000Z'])
  })

  it('ends with what had begun as soon as that is done, and at its end where nothing is open', () => {
    const journey = once({ offset: 10, at: '22:00' })
    const now = '2026-09-11T02:00:00.000Z'
    const open = lived(journey, now)
    const result = { key: 'contract-day:0', answers: {}, note: '', next: null, by: 'staff-a', now }
    const done = recordResult(open, journey, result, calendar)
    expect(done.ok && advance(done.value.run, journey, calendar, { now, tierId: null }).run).toMatchObject({
      state: 'ended',
      over: { why: 'end', at: now },
    })
    const early = lived(
      once({ withinHours: 1 }, { escalation: { to: 'adviser', afterHours: 24 } }),
      '2026-09-10T15:59:00.000Z',
    )
    expect(early.state).toBe('running')
    expect(
      lived(once({ withinHours: 1 }, { escalation: { to: 'adviser', afterHours: 24 } }), '2026-09-10T16:00:00.000Z')
        .state,
    ).toBe('ended')
  })

  it('gives the head three days from when they are told, also where the clock stood still until then', () => {
    const journey = once({ offset: 10, at: '22:00' })
    const late = advance(begunRun(), journey, calendar, { now: '2026-10-10T00:00:00.000Z', tierId: null })
    expect(late.escalated.map(({ key }) => key)).toEqual(['contract-day:0'])
    expect(late.run.state).toBe('running')
    expect(nextAt(late.run, journey, calendar, '2026-10-10T00:00:00.000Z')).toBe('2026-10-13T00:00:00.000Z')
  })

  it('closes no task as missed of which the head is not told, however often the clock looks', () => {
    const every = { count: 1, unit: 'weeks' as const }
    const until = { anchor: 'contract', offset: 9, unit: 'weeks' as const }
    const ends = { ends: { anchor: 'contract', after: '60 days' } }
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        fc.boolean(),
        fc.option(fc.integer({ min: 1, max: 24 * 9 })),
        (withinHours, afterHours, working, step) => {
          const due = { every, until, withinHours, ...(working ? { workingDays: true as const } : {}) }
          const journey = once(due, { ...ends, escalation: { to: 'head', afterHours } })
          const { steps } = lived(journey, hours(24 * 120), step)
          const missed = Object.values(steps).filter(({ state }) => state === 'missed')
          expect(missed.filter(({ escalated }) => !escalated)).toEqual([])
          const early = missed.filter(({ at, was }) => at! < was!.dueAt)
          expect(early).toEqual([])
        },
      ),
      { numRuns: 30 },
    )
  })

  it('lets the next of a repetition take the place of one that had time left, which nobody has missed', () => {
    const every = { count: 1, unit: 'days' as const }
    const until = { anchor: 'contract', offset: 3, unit: 'days' as const }
    const { steps } = lived(once({ every, until, withinHours: 40 }), '2026-09-02T02:00:00.000Z')
    expect(steps['contract-day:0']).toMatchObject({ state: 'withdrawn', why: 'followed' })
    const week = lived(once({ every, until, withinHours: 24 }), '2026-09-02T02:00:00.000Z')
    expect(week.steps['contract-day:0']).toMatchObject({ state: 'missed', escalated: {} })
  })

  it('sends of a message that is repeated the last one alone, when the clock has missed some', () => {
    const every = { count: 1, unit: 'days' as const }
    const until = { anchor: 'contract', offset: 5, unit: 'days' as const }
    const told = once({ every, until, withinHours: 72 })
    const journey = { ...told, touchpoints: told.touchpoints.map((one) => ({ ...one, by: 'system' })) }
    const { messages, run } = advance(begunRun(), journey, calendar, { now: hours(48), tierId: null })
    expect(messages.map(({ key }) => key)).toEqual(['contract-day:2'])
    expect(
      Object.values(run.steps)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['missed', 'missed', 'sent'])
  })

  it('leaves to the clock what is late, what is to be sent and the end', () => {
    const run = withTasks(begunRun(), newFamily, calendar, hours(24 * 40))
    expect(run.state).toBe('running')
    expect(Object.values(run.steps).filter((step) => step.escalated || step.state === 'sent')).toEqual([])
    expect(Object.keys(run.steps)).toContain('week-before:0')
    expect(withTasks({ ...run, state: 'ended' }, newFamily, calendar, hours(24 * 60))).toEqual({
      ...run,
      state: 'ended',
    })
  })

  it('tells the head of a date that does not come before it is over, however short it is', () => {
    const asked = (after: string) => {
      const journey = { ...newFamily, ends: { anchor: 'contract', after } }
      const one = touchpointsOf(begunRun(), journey, calendar).find(({ key }) => key === 'second-lesson!:0')
      return [one?.startsAt, one?.dueAt, one?.by]
    }
    expect(asked('3 months')).toEqual([hours(24 * 30), hours(24 * 33), 'head'])
    // The tenth day after the contract is over at midnight.
    expect(asked('10 days')).toEqual(['2026-09-07T16:00:00.000Z', '2026-09-10T16:00:00.000Z', 'head'])
    expect(asked('1 day')).toEqual([contractAt, hours(72), 'head'])
  })
})
