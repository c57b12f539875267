import { weekdayOf } from '../../shared/kit/period'
import { dayOf } from '../../shared/kit/time'
import { checkProgramme } from '../../shared/programme/check'
import { withEventsAhead } from '../../shared/programme/presets/ahead'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import { presets } from '../../shared/programme/presets/presets'

const noon = (day: string) => `${day}T04:00:00.000Z`
const starts = (now: string) => withEventsAhead(demoTea, now).events!.map(({ startsAt }) => startsAt)

describe("a preset's events", () => {
  it('are as they stand until the day from which they are counted', () => {
    expect(withEventsAhead(demoTea, noon('2026-05-21'))).toEqual(demoTea)
  })

  it('lie ahead of the day on which it is picked, on the same weekdays and at the same hours', () => {
    const later = starts(noon('2027-01-01'))
    demoTea.events!.forEach(({ startsAt }, index) => {
      expect(later[index]! >= startsAt).toBe(true)
      expect(weekdayOf(dayOf(later[index]!))).toBe(weekdayOf(dayOf(startsAt)))
      expect(later[index]!.slice(11)).toBe(startsAt.slice(11))
    })
    const seated = withEventsAhead(demoTea, noon('2027-01-01')).events!.filter(({ kind }) => kind !== 'vote')
    expect(seated.every(({ startsAt }) => startsAt > noon('2027-01-01'))).toBe(true)
  })

  it.each(Object.entries(presets))('of %s still fit together', (_, programme) => {
    expect(checkProgramme(withEventsAhead(programme, noon('2029-07-04')))).toMatchObject({ ok: true })
  })
})
