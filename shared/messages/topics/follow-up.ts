import type { Bilingual } from '../../kit/fields'
import { dayOf, type Instant } from '../../kit/time'
import { dateArgument, noteArgument, thingArgument, type TopicTerms } from './kind'

/** A message that a journey sends at its time: what it is about, what it says, and the day that it speaks of. */
export const followUp: TopicTerms<{ name: Bilingual; words: Bilingual; on: Instant }> = {
  name: { zh: '服务跟进提醒', en: 'A reminder of your service' },
  page: 'pages/assets/messages',
  arguments: {
    name: thingArgument('thing1', { zh: '服务', en: 'Service' }, ({ name }) => name.zh),
    on: dateArgument('date2', { zh: '日期', en: 'On' }, ({ on }) => dayOf(on)),
    note: noteArgument('thing3', ({ words }) => words.zh),
  },
  words: ({ name, words }) => ({ title: name, text: words }),
}
