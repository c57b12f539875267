import { chineseCalendar } from '../../../cloudfunctions/_runtime/chinese-calendar'
import { advance, nextAt } from '../../../shared/journeys/advance'
import { begin } from '../../../shared/journeys/begin'
import { touchpointsOf } from '../../../shared/journeys/dates'
import { recordResult } from '../../../shared/journeys/record'
import type { Dated, Run } from '../../../shared/journeys/run'
import { setAnchor } from '../../../shared/journeys/set-anchor'
import { isEscalated, standingOf } from '../../../shared/journeys/standing'
import { stop } from '../../../shared/journeys/stop'
import { clockText, dayOf, timeOn, type Instant } from '../../../shared/kit/time'
import type { Journey } from '../../../shared/programme/parts/journeys'

/** One line of a journey: by when the clock has come, what somebody did, and how touchpoints stand. */
export type Row = { at: string; act: Act; expect: Expected; line: string }
export type Act = { label: string; play: (run: Run | null, about: About) => Run }
type About = { journey: Journey; now: Instant }
export type Expected = {
  /** How touchpoints stand, by key. */
  is?: { [key: string]: string }
  /** From when until when they are to be done. */
  dates?: { [key: string]: string }
  /** What the head has been told of so far. */
  escalated?: string[]
  /** Messages that have gone out so far. */
  sent?: string[]
  state?: Run['state']
}

const place = { accountId: 'account-1', storeId: 'S1', no: 1 }
const calendar = chineseCalendar

/** `2026-09-28 10:00` in the shop's time zone. */
export function at(text: string): Instant {
  return timeOn(text.slice(0, 10), text.slice(11))
}

export const signs = (anchors: { [code: string]: string }): Act => ({
  label: 'signs the contract',
  play: (_, { journey, now }) => {
    const dated = Object.fromEntries(Object.entries(anchors).map(([code, text]) => [code, at(text)]))
    const people = { adviser: 'staff-an', teacher: 'staff-lu' }
    const ruling = begin(journey, { ...place, now, anchors: dated, people }, calendar)
    if (!ruling.ok) throw new Error(ruling.refusal)
    return advance(ruling.value, journey, calendar, { now, tierId: null }).run
  },
})

export const passes = (): Act => ({ label: 'time goes by', play: (run) => run! })

export const moves = (code: string, to: string): Act => ({
  label: `${code} is set to ${to}`,
  play: (run, { journey, now }) => {
    const ruling = setAnchor(run!, journey, { code, at: at(to), by: 'staff-an', now }, calendar)
    if (!ruling.ok) throw new Error(ruling.refusal)
    return advance(ruling.value, journey, calendar, { now, tierId: null }).run
  },
})

export const records = (
  key: string,
  answers: { [question: string]: string } = {},
  next: string | null = null,
): Act => ({
  label: `${key}: ${Object.values(answers).join(', ') || 'done'}`,
  play: (run, { journey, now }) => {
    const result = { key, answers, note: '记一笔', next: next && at(next), by: 'staff-an', now }
    const ruling = recordResult(run!, journey, result, calendar)
    if (!ruling.ok) throw new Error(`${key}: ${ruling.refusal}`)
    return advance(ruling.value.run, journey, calendar, { now, tierId: null }).run
  },
})

export const cancels = (): Act => ({
  label: 'the contract is cancelled',
  play: (run, { journey, now }) => stop(run!, touchpointsOf(run!, journey, calendar), { why: 'cancelled', now }),
})

/** Plays a journey's rows in order, one test for each, and prints every touchpoint with its dates at the end. */
export function journeyOf(journey: Journey, rows: readonly Row[]): void {
  const states = play(journey, rows)
  it.each(rows.map((row, index) => [row.line, row.at, row.act.label, index] as const))(
    '%s · %s · %s',
    (...[, , , index]) => {
      const { run, now } = states[index]!
      expect(seen(run, journey, rows[index]!.expect, now)).toEqual(rows[index]!.expect)
    },
  )
  afterAll(() => {
    const { run, now } = states.at(-1)!
    process.stdout.write(`\n${printed(run, journey, now).join('\n')}\n`)
  })
}

function play(journey: Journey, rows: readonly Row[]): { run: Run; now: Instant }[] {
  const states: { run: Run; now: Instant }[] = []
  for (const row of rows) {
    const now = at(row.at)
    const before = states.at(-1)
    const run = before ? untilThen(before.run, journey, before.now, now) : null
    states.push({ run: row.act.play(run, { journey, now }), now })
  }
  return states
}

/** The clock comes whenever a run is due, as it does in the cloud. */
function untilThen(run: Run, journey: Journey, from: Instant, to: Instant): Run {
  let so = run
  for (let now = nextAt(so, journey, calendar, from); now !== null && now <= to;) {
    so = advance(so, journey, calendar, { now, tierId: null }).run
    now = nextAt(so, journey, calendar, now)
  }
  return advance(so, journey, calendar, { now: to, tierId: null }).run
}

function seen(run: Run, journey: Journey, expected: Expected, now: Instant): Expected {
  const all = touchpointsOf(run, journey, calendar)
  const find = (key: string) => all.find((one) => one.key === key)
  const stands = (key: string) => {
    const one = find(key)
    return one ? standingOf(run, one, now) : (run.steps[key]?.why ?? 'none')
  }
  const of = (map: { [key: string]: string } | undefined, value: (key: string) => string) =>
    map && Object.fromEntries(Object.keys(map).map((key) => [key, value(key)]))
  const whole: Expected = {
    is: of(expected.is, stands)!,
    dates: of(expected.dates, (key) => datesOf(find(key)))!,
    escalated: all.filter((one) => isEscalated(run, one)).map(({ key }) => key),
    sent: all.filter(({ key }) => run.steps[key]?.state === 'sent').map(({ key }) => key),
    state: run.state,
  }
  return Object.fromEntries((Object.keys(expected) as (keyof Expected)[]).map((field) => [field, whole[field]]))
}

function datesOf(one: Dated | undefined): string {
  if (!one) return 'none'
  if (one.startsAt === null || one.dueAt === null) return `waits for ${one.waitsFor}`
  return `${shown(one.startsAt)} – ${shown(one.dueAt)}`
}

function printed(run: Run, journey: Journey, now: Instant): string[] {
  const head = [['touchpoint', 'who', 'from – due', 'came to']]
  const rows = touchpointsOf(run, journey, calendar).map((one) => [
    one.key,
    one.by,
    datesOf(one),
    `${standingOf(run, one, now)}${isEscalated(run, one) ? ', told the head' : ''}`,
  ])
  return [...head, ...rows].map(([key = '', by = '', dates = '', state = '']) => {
    return `${key.padEnd(28)}${by.padEnd(10)}${dates.padEnd(30)}${state}`
  })
}

function shown(instant: Instant): string {
  return `${dayOf(instant).slice(5)} ${clockText(instant)}`
}
