import { birthdayIn, hasBirthday } from '../../benefits/birthday'
import { birthdaySpan } from '../../coupons/validity'
import { addDays, dayOf, startOfDay, type Instant } from '../../kit/time'
import { benefitsOf } from '../../programme/benefits'
import { tierById } from '../../tiers/qualify'
import type { Occasion, View } from './kind'
import { dayWords } from './words'

/** A birthday, once a year however often it is changed; not after its day, or after the time for which it brings something. */
export const birthday: Occasion<'birthday'> = {
  ofMany: false,
  atOnce: false,
  occurrences: ({ daysBefore }, { account, programme, now, on, text }) => {
    const own = account.birthday
    if (own === null) return []
    const thisYear = Number(dayOf(now).slice(0, 4))
    return [thisYear - 1, thisYear, thisYear + 1, thisYear + 2].flatMap((year) => {
      const day = birthdayIn(own, year)
      if (!hasBirthday(account, day)) return []
      const told = () => ({ topic: 'birthday' as const, facts: { text: text({ day: dayWords(day) }), on: day } })
      return [
        {
          mark: String(year),
          at: on(addDays(day, -daysBefore)),
          until: endOf({ account, programme }, own, year),
          told,
        },
      ]
    })
  },
}

/** The end of the day, or of the week or month in which the member's tier gives something for it. */
function endOf({ account, programme }: Pick<View, 'account' | 'programme'>, birthday: string, year: number): Instant {
  const spans = benefitsOf(programme, tierById(programme, account.tierId)).flatMap((benefit) =>
    benefit.kind === 'birthday' ? (birthdaySpan(birthday, benefit.valid, year)?.until ?? []) : [],
  )
  const dayEnds = startOfDay(addDays(birthdayIn(birthday, year), 1))
  return spans.reduce((last, until) => (until > last ? until : last), dayEnds)
}
