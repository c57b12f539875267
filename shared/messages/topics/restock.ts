import type { Bilingual } from '../../kit/fields'
import type { Day } from '../../kit/time'
import { dateArgument, noteArgument, thingArgument, type TopicTerms } from './kind'

/** A reward that was sold out is there again for the member, who asked to be told. */
export const restock: TopicTerms<{ rewardId: string; reward: Bilingual; on: Day }> = {
  name: { zh: '到货提醒', en: 'Back in stock' },
  page: 'pages/mall/index',
  query: ({ rewardId }) => `reward=${rewardId}`,
  arguments: {
    reward: thingArgument('thing1', { zh: '礼品', en: 'Reward' }, ({ reward }) => reward.zh),
    on: dateArgument('date2', { zh: '到货日期', en: 'On' }, ({ on }) => on),
    note: noteArgument('thing3', () => '数量有限，先到先得'),
  },
  words: ({ reward }) => ({
    title: { zh: `「${reward.zh}」到货了`, en: `${reward.en}: back in stock` },
    text: { zh: '数量有限，先到先得', en: 'There are only so many; first come, first served' },
  }),
}
