import { endOfDuration } from '../../kit/duration'
import type { Bilingual } from '../../kit/fields'
import { addMilliseconds, addMonths, dayOf, hourMs, timeOn, type Instant } from '../../kit/time'
import { later, momentFrom } from '../due'
import { pathText, type Fault } from '../fault'
import type { Journey, Touchpoint } from '../parts/journeys'
import type { Programme } from '../schema'

/**
 * Touchpoints for which a journey leaves no time: those that begin after its end or are due after it, and repetitions of
 * which the next begins before this one's time is over. Months are not equally long: it has to hold in each of them. Days
 * off, and the last of a repetition, are left to the journey, which waits at its end for what has begun.
 */
export function journeyEndFaults({ journeys = [] }: Programme): Fault[] {
  return journeys.flatMap((journey, index) =>
    journey.touchpoints.flatMap((one, at) => {
      const path = (field: string) => pathText(['journeys', index, 'touchpoints', at, 'due', field])
      const end = atTheEnd(journey, one)
      return [
        ...(end ? [{ path: path(end.field), ...end.why }] : []),
        ...(isCrowded(one) ? [{ path: path('withinHours'), ...crowded }] : []),
      ]
    }),
  )
}

/** Only what hangs on the anchor by which the journey ends stands still against its end. */
function atTheEnd(journey: Journey, { due, by }: Touchpoint): { field: string; why: Bilingual } | null {
  const { ends, dayStarts } = journey
  if (due.anchor !== ends.anchor) return null
  const times = sampleDays.map((anchorAt) => {
    const startsAt = momentFrom(anchorAt, due, due.at ?? dayStarts)
    const end = endOfDuration(ends.after, dayOf(anchorAt))
    return { isAfter: startsAt >= end, isCut: addMilliseconds(startsAt, due.withinHours * hourMs) > end }
  })
  if (times.some(({ isAfter }) => isAfter)) return { field: 'offset', why: neverComes }
  const isOnce = !due.every && by !== 'system'
  return isOnce && times.some(({ isCut }) => isCut) ? { field: 'withinHours', why: cutShort } : null
}

function isCrowded({ due, by }: Touchpoint): boolean {
  const { every, withinHours } = due
  if (!every || by === 'system') return false
  return sampleDays.some((at) => addMilliseconds(at, withinHours * hourMs) > later(at, every, 1))
}

/** The first day of each month of a year without a leap day, in the morning and in the evening. */
const sampleDays: readonly Instant[] = Array.from({ length: 12 }, (_, month) => addMonths('2027-01-01', month)).flatMap(
  (day) => [timeOn(day, '09:00'), timeOn(day, '21:00')],
)

const neverComes: Bilingual = {
  zh: '计划到那时已经结束，这一项不会出现。请让它早一些，或让计划晚一些结束',
  en: 'The journey is over by then, so this never comes. Let it begin earlier, or end the journey later',
}

const cutShort: Bilingual = {
  zh: '计划在这一项到期以前结束。请少给几个小时、让它早一些，或让计划晚一些结束',
  en: 'The journey ends before this is due. Give fewer hours, let it begin earlier, or end the journey later',
}

const crowded: Bilingual = {
  zh: '下一次开始时这一次还没到期。请少给几个小时，或隔久一些再做',
  en: 'The next one begins before this one is due. Give fewer hours, or let more time pass between them',
}
