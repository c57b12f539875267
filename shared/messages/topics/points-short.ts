import type { Bilingual } from '../../kit/fields'
import type { Day } from '../../kit/time'
import { dateArgument, numberArgument, textArgument, type TopicTerms } from './kind'

/** So many points are missing to a whole number, on the day on which the shop makes it whole. */
export const pointsShort: TopicTerms<{ points: number; to: number; on: Day; text: Bilingual }> = {
  name: { zh: '积分补足提醒', en: 'Points topped up' },
  page: 'pages/assets/points',
  arguments: {
    points: numberArgument('number1', { zh: '还差积分', en: 'Points short' }, ({ points }) => points),
    on: dateArgument('date2', { zh: '会员日', en: 'Member day' }, ({ on }) => on),
    text: textArgument('thing3', ({ text }) => text.zh),
  },
  words: ({ points, to, text }) => ({
    title: { zh: `差 ${points} 积分到 ${to}`, en: `${points} points short of ${to}` },
    text,
  }),
}
