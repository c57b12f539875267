import { checkProgramme } from '../../shared/programme/check'
import type { Due } from '../../shared/programme/parts/journeys'
import { earlyEducation } from '../../shared/programme/presets/early-education'
import { newFamily } from '../../shared/programme/presets/early-education-journey'

/** What the check says of a journey of three months from the first lesson with one more touchpoint in it. */
function saidOf(due: Partial<Due>, more: object = {}, ends = '3 months'): string[] {
  const [contract] = newFamily.touchpoints
  const whole = { anchor: 'first-lesson', offset: 0, unit: 'days', withinHours: 24, ...due }
  const touchpoint = { ...contract!, id: 'more', due: whole, ...more }
  const journey = {
    ...newFamily,
    ends: { anchor: 'first-lesson', after: ends },
    touchpoints: [touchpoint, ...newFamily.touchpoints.slice(0, 1)],
  }
  const checked = checkProgramme({ ...earlyEducation, journeys: [journey] })
  return checked.ok
    ? []
    : checked.faults.map(({ path, en }) => `${path.replace('journeys[0].touchpoints[0].', '')}: ${en}`)
}

const never =
  'due.offset: The journey is over by then, so this never comes. Let it begin earlier, or end the journey later'
const cut =
  'due.withinHours: The journey ends before this is due. Give fewer hours, let it begin earlier, or end the journey later'
const crowded =
  'due.withinHours: The next one begins before this one is due. Give fewer hours, or let more time pass between them'

describe('a touchpoint for which its journey leaves no time', () => {
  it('is told of where it begins once the journey is over', () => {
    expect(saidOf({ offset: 4, unit: 'months' })).toEqual([never])
    expect(saidOf({ offset: 3, unit: 'months', withinHours: 8 })).toEqual([])
    // Three months are ninety days in some of them, and the day on which they end is part of them.
    expect(saidOf({ offset: 90, withinHours: 4 })).toEqual([never])
    expect(saidOf({ offset: 89, withinHours: 4 })).toEqual([])
    // Three days are over at midnight after the third of them.
    expect(saidOf({ offset: 4, at: '00:00', withinHours: 1 }, {}, '3 days')).toEqual([never])
    expect(saidOf({ offset: 4, unit: 'months' }, { by: 'system', channel: 'message', result: 'none' })).toEqual([never])
  })

  it('is told of where it is due after the end, in whichever month', () => {
    expect(saidOf({ offset: 12, unit: 'weeks', withinHours: 24 * 5 })).toEqual([])
    expect(saidOf({ offset: 12, unit: 'weeks', withinHours: 24 * 6 })).toEqual([cut])
    expect(saidOf({ offset: 3, at: '23:00', withinHours: 1 }, {}, '3 days')).toEqual([])
    expect(saidOf({ offset: 3, at: '23:00', withinHours: 2 }, {}, '3 days')).toEqual([cut])
    expect(saidOf({ offset: 50, unit: 'hours', withinHours: 24 }, {}, '3 days')).toEqual([])
    expect(saidOf({ offset: 60, unit: 'hours', withinHours: 24 }, {}, '3 days')).toEqual([cut])
  })

  it('is none of another anchor, nor a message that goes out at its beginning', () => {
    expect(saidOf({ anchor: 'second-lesson', offset: 4, unit: 'months' })).toEqual([])
    const message = { by: 'system', channel: 'message', result: 'none' }
    expect(saidOf({ offset: 89, withinHours: 100 }, message)).toEqual([])
  })

  it('is told of where the next time begins before this one is over', () => {
    const until = { anchor: 'first-lesson', offset: 3, unit: 'months' as const }
    const every = (count: number, unit: Due['unit'], withinHours: number) =>
      saidOf({ every: { count, unit }, until, withinHours })
    expect(every(1, 'weeks', 168)).toEqual([])
    expect(every(1, 'weeks', 169)).toEqual([crowded])
    expect(every(1, 'months', 28 * 24)).toEqual([])
    expect(every(1, 'months', 29 * 24)).toEqual([crowded])
    expect(every(6, 'hours', 7)).toEqual([crowded])
  })
})
