import type { Bilingual } from '../../kit/fields'
import type { Day } from '../../kit/time'
import { dateArgument, textArgument, thingArgument, type TopicTerms } from './kind'

/** `worthFen`: what they are worth together at the most, by which it is decided whom to tell first. */
type Facts = { coupon: Bilingual; count: number; worthFen: number; on: Day; text: Bilingual }

/** Coupons that are good until that day, and no longer. */
export const couponExpiring: TopicTerms<Facts> = {
  name: { zh: '券到期提醒', en: 'Coupons about to expire' },
  page: 'pages/assets/coupons',
  arguments: {
    coupon: thingArgument('thing1', { zh: '券名称', en: 'Coupon' }, ({ coupon }) => coupon.zh),
    on: dateArgument('date2', { zh: '到期日期', en: 'Good until' }, ({ on }) => on),
    text: textArgument('thing3', ({ text }) => text.zh),
  },
  words: ({ coupon, count, text }) => ({
    title:
      count === 1
        ? { zh: `「${coupon.zh}」快到期了`, en: `${coupon.en} expires soon` }
        : { zh: `${count} 张券快到期了`, en: `${count} coupons expire soon` },
    text,
  }),
}
