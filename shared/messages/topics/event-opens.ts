import type { Bilingual } from '../../kit/fields'
import type { Day } from '../../kit/time'
import { dateArgument, noteArgument, thingArgument, type TopicTerms } from './kind'

/** Sign-up has opened for the member, who asked to be told. */
export const eventOpens: TopicTerms<{ eventId: string; event: Bilingual; on: Day }> = {
  name: { zh: '报名开放提醒', en: 'Sign-up opens' },
  page: 'pages/play/event',
  query: ({ eventId }) => `event=${eventId}`,
  arguments: {
    event: thingArgument('thing1', { zh: '活动', en: 'Event' }, ({ event }) => event.zh),
    on: dateArgument('date2', { zh: '开放日期', en: 'On' }, ({ on }) => on),
    note: noteArgument('thing3', () => '已向你开放，点开报名'),
  },
  words: ({ event }) => ({
    title: { zh: `「${event.zh}」可以报名了`, en: `${event.en} is open` },
    text: { zh: '已向你开放，点开报名', en: 'Sign-up is open for you' },
  }),
}
