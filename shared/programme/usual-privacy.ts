import type { TermsText } from './schema'

/** The privacy policy of a shop that has written none of its own. */
export function usualPrivacy(shop: string): TermsText {
  return {
    title: { zh: '隐私政策', en: 'Privacy policy' },
    sections: [
      {
        heading: { zh: '谁处理你的信息', en: 'Who handles your data' },
        text: {
          zh: `「${shop}」为会员服务处理你的信息，不出售，也不用于与会员无关的事。`,
          en: `${shop} handles your data for the membership. It is not sold and not used for anything else.`,
        },
      },
      {
        heading: { zh: '用到哪些信息', en: 'What is used' },
        text: {
          zh: '微信身份标识、你给的手机号和称呼、消费与积分的记录、你从哪家门店的二维码或哪位朋友的链接来；通过朋友链接加入时，手机型号与网络地址以不能还原的摘要保存，用来防止刷奖励。',
          en: 'Your WeChat identifier, the phone number and name you give, your purchases and points, and which store’s code or friend’s link brought you. Where a friend’s link did, your phone’s make and network are kept as digests that cannot be read back, against abuse of rewards.',
        },
      },
      {
        heading: { zh: '手机号', en: 'Your phone number' },
        text: {
          zh: '手机号用来认出你是同一位会员，加密保存；店员只能用它找到账户，看不到全号。',
          en: 'It is used to recognise you as the same member and is kept encrypted. Staff can find your account by it and never see the whole number.',
        },
      },
      {
        heading: { zh: '同意与撤回', en: 'Consent, and taking it back' },
        text: {
          zh: '你同意的版本和时间都有记录。你随时可以向门店提出撤回同意、查看、更正或删除信息；为对账需要，消费与积分的账目会去掉身份后保留。',
          en: 'The version and time of your consent are recorded. At any time you may ask the shop to end it, or to see, correct or delete your data; the books of purchases and points are kept without your identity.',
        },
      },
      {
        heading: { zh: '未成年人', en: 'Minors' },
        text: {
          zh: '会员只面向年满 18 周岁的个人和单位。',
          en: 'The membership is for people aged 18 or over and for organisations.',
        },
      },
    ],
  }
}
