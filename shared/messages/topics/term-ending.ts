import type { Bilingual } from '../../kit/fields'
import type { Day } from '../../kit/time'
import { dateArgument, textArgument, thingArgument, type TopicTerms } from './kind'

/** A tier's term ends, and what keeps it until that day; a short form of it goes where there is little room. */
export const termEnding: TopicTerms<{ tier: Bilingual; on: Day; text: Bilingual; short?: Bilingual }> = {
  name: { zh: '等级到期提醒', en: 'Your tier is about to end' },
  page: 'pages/assets/tier',
  arguments: {
    tier: thingArgument('thing1', { zh: '当前等级', en: 'Tier' }, ({ tier }) => tier.zh),
    on: dateArgument('date2', { zh: '截止日期', en: 'Until' }, ({ on }) => on),
    text: textArgument('thing3', ({ text, short }) => (short ?? text).zh),
  },
  words: ({ tier, text }) => ({ title: { zh: `${tier.zh}快到期了`, en: `Your ${tier.en} term ends soon` }, text }),
}
