import { englishDate, monthAndDate } from '../../kit/day-words'
import type { Bilingual } from '../../kit/fields'
import type { Day } from '../../kit/time'
import { dateArgument, noteArgument, numberArgument, type TopicTerms } from './kind'

/** Points that are good until that day, and no longer; in the programme's own words where it has some. */
export const pointsExpiring: TopicTerms<{ points: number; on: Day; text?: Bilingual }> = {
  name: { zh: '积分到期提醒', en: 'Points about to expire' },
  page: 'pages/assets/points',
  arguments: {
    points: numberArgument('number1', { zh: '到期积分', en: 'Points' }, ({ points }) => points),
    on: dateArgument('date2', { zh: '到期日期', en: 'Good until' }, ({ on }) => on),
    note: noteArgument('thing3', ({ text }) => text?.zh ?? '到期日当天仍可用，点开看明细'),
  },
  words: ({ points, on, text }) => ({
    title: { zh: `${points} 积分快到期了`, en: `${points} points expire soon` },
    text: text ?? { zh: `最后可用日 ${monthAndDate(on)}`, en: `Good until ${englishDate(on)}` },
  }),
}
