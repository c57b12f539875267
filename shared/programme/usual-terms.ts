import type { TermsText } from './schema'

/** The terms of membership of a shop that has written none of its own. */
export function usualTerms(shop: string): TermsText {
  return {
    title: { zh: '会员章程', en: 'Membership terms' },
    sections: [
      {
        heading: { zh: '谁提供会员服务', en: 'Who runs this membership' },
        text: {
          zh: `会员服务由「${shop}」提供。入会免费，随时可以退出。`,
          en: `The membership is run by ${shop}. Joining is free, and you may leave at any time.`,
        },
      },
      {
        heading: { zh: '谁可以加入', en: 'Who may join' },
        text: {
          zh: '年满 18 周岁的个人，以及由联系人代表的单位。同一个手机号只有一个会员账户。',
          en: 'People aged 18 or over, and organisations with somebody who speaks for them. One phone number has one account.',
        },
      },
      {
        heading: { zh: '会员卡', en: 'The card' },
        text: {
          zh: '会员卡和会员码由本人使用，不能转让或出售。会员码每次只能用一次。',
          en: 'The card and its codes are for the member alone and cannot be passed on or sold. A code works once.',
        },
      },
      {
        heading: { zh: '积分', en: 'Points' },
        text: {
          zh: '积分不是钱，不能兑换现金，也不能转让。怎么得、怎么用、何时到期，以小程序里显示的为准。退款时，这笔消费得到的积分会收回。',
          en: 'Points are not money: they are never paid out in cash and cannot be passed on. How they are earned and used and when they expire is shown in the mini-program. A refund takes back the points of that purchase.',
        },
      },
      {
        heading: { zh: '等级', en: 'Tiers' },
        text: {
          zh: '等级由累计的消费决定，用掉积分不会降低等级。退款会减少累计。',
          en: 'Your tier follows from what you have bought; using points never lowers it. A refund lowers what counts.',
        },
      },
      {
        heading: { zh: '章程更新', en: 'Changes' },
        text: {
          zh: '你同意的是哪一版、在什么时间同意，都有记录。章程更新后，入会时会请你看新版。',
          en: 'Which version you accepted, and when, is recorded. After a change, whoever joins is shown the new version.',
        },
      },
    ],
  }
}
