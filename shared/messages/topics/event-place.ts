import { englishDate, monthAndDate } from '../../kit/day-words'
import type { Bilingual } from '../../kit/fields'
import { clockText, dayOf, type Instant } from '../../kit/time'
import { dateArgument, noteArgument, thingArgument, type TopicTerms } from './kind'

/** The member has moved up to a seat and has until then to take it. */
export const eventPlace: TopicTerms<{ eventId: string; event: Bilingual; until: Instant }> = {
  name: { zh: '候补成功通知', en: 'A seat for you' },
  page: 'pages/play/event',
  query: ({ eventId }) => `event=${eventId}`,
  arguments: {
    event: thingArgument('thing1', { zh: '活动', en: 'Event' }, ({ event }) => event.zh),
    until: dateArgument('date2', { zh: '确认截止', en: 'Until' }, ({ until }) => dayOf(until)),
    note: noteArgument('thing3', ({ until }) => `当天 ${clockText(until)} 前点开确认`),
  },
  words: ({ event, until }) => ({
    title: { zh: `「${event.zh}」有名额了`, en: `A seat at ${event.en}` },
    text: {
      zh: `${monthAndDate(dayOf(until))} ${clockText(until)} 前确认，过时给下一位`,
      en: `Take it before ${englishDate(dayOf(until))}, ${clockText(until)}`,
    },
  }),
}
