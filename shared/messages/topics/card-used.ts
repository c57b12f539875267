import type { Day } from '../../kit/time'
import { dateArgument, numberArgument, thingArgument, type TopicTerms } from './kind'

/** A holder of the member's shared card used it; the name is theirs, where they gave one. */
export const cardUsed: TopicTerms<{ holderId: string; by: string | null; earned: number; burned: number; on: Day }> = {
  name: { zh: '共用卡使用提醒', en: 'Your shared card was used' },
  page: 'pages/assets/cards',
  arguments: {
    by: thingArgument('thing1', { zh: '使用人', en: 'By' }, ({ by }) => by ?? '副卡'),
    burned: numberArgument('number2', { zh: '用掉积分', en: 'Points used' }, ({ burned }) => burned),
    on: dateArgument('date3', { zh: '使用日期', en: 'On' }, ({ on }) => on),
  },
  words: ({ by, earned, burned }) => ({
    title: { zh: `${by ?? '副卡'}用了共用卡`, en: `${by ?? 'A holder'} used your shared card` },
    text: { zh: `用掉 ${burned} 积分，得到 ${earned} 积分`, en: `${burned} points used, ${earned} earned` },
  }),
}
