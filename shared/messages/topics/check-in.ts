import type { Day } from '../../kit/time'
import { dateArgument, noteArgument, numberArgument, type TopicTerms } from './kind'

/** The member has not checked in on that day; the streak is that of the days before. */
export const checkIn: TopicTerms<{ streak: number; on: Day }> = {
  name: { zh: '签到提醒', en: 'Daily check-in' },
  page: 'pages/play/checkin',
  arguments: {
    streak: numberArgument('number1', { zh: '已连续天数', en: 'Days in a row' }, ({ streak }) => streak),
    on: dateArgument('date2', { zh: '签到日期', en: 'On' }, ({ on }) => on),
    note: noteArgument('thing3', ({ streak }) => (streak > 0 ? '断签后从第 1 天重新算' : '今天还没签到，点开签到')),
  },
  words: ({ streak }) => ({
    title: { zh: '今天还没签到', en: 'Not checked in today' },
    text:
      streak > 0
        ? {
            zh: `已连续 ${streak} 天，断签后从第 1 天重新算`,
            en: `${streak} in a row; a missed day starts again at day 1`,
          }
        : { zh: '点开签到', en: 'Open to check in' },
  }),
}
