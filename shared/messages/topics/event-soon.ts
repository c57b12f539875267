import type { Bilingual } from '../../kit/fields'
import { clockText, dayOf, type Instant } from '../../kit/time'
import { dateArgument, textArgument, thingArgument, type TopicTerms } from './kind'

/** An event at which the member has a seat. */
export const eventSoon: TopicTerms<{ eventId: string; event: Bilingual; startsAt: Instant; text: Bilingual }> = {
  name: { zh: '活动开始提醒', en: 'Your event' },
  page: 'pages/play/event',
  query: ({ eventId }) => `event=${eventId}`,
  arguments: {
    event: thingArgument('thing1', { zh: '活动', en: 'Event' }, ({ event }) => event.zh),
    on: dateArgument('date2', { zh: '活动日期', en: 'On' }, ({ startsAt }) => dayOf(startsAt)),
    text: textArgument('thing3', ({ text }) => text.zh),
  },
  words: ({ event, startsAt, text }) => ({
    title: {
      zh: `「${event.zh}」${clockText(startsAt)} 开始`,
      en: `${event.en} begins at ${clockText(startsAt)}`,
    },
    text,
  }),
}
