import type { Bilingual } from '../../kit/fields'
import type { Day } from '../../kit/time'
import { dateArgument, noteArgument, thingArgument, type TopicTerms } from './kind'

/** The member has reached a higher tier. */
export const tierUpgraded: TopicTerms<{ tier: Bilingual; on: Day }> = {
  name: { zh: '等级变更通知', en: 'Tier change' },
  page: 'pages/assets/tier',
  arguments: {
    tier: thingArgument('thing1', { zh: '新等级', en: 'New tier' }, ({ tier }) => tier.zh),
    on: dateArgument('date2', { zh: '生效日期', en: 'From' }, ({ on }) => on),
    note: noteArgument('thing3', () => '新权益已生效，点开看看'),
  },
  words: ({ tier }) => ({
    title: { zh: `已升级${tier.zh}`, en: `You are ${tier.en} now` },
    text: { zh: '新权益已生效，点开看看', en: 'Your new benefits are ready' },
  }),
}
