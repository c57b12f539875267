/** How refusals about rewards are told. */
export const rewardSentences = {
  reward_not_offered: {
    zh: '这件礼品现在不能兑换，没有扣你的积分',
    en: 'This reward is not offered now; no points taken',
  },
  reward_not_your_tier: {
    zh: '你现在的等级还不能换这件礼品，没有扣你的积分',
    en: 'Not offered at your tier yet; no points taken',
  },
  reward_not_open: {
    zh: '这件礼品现在还没开放兑换，没有扣你的积分',
    en: 'This reward is not open now; no points taken',
  },
  reward_limit: {
    zh: '这件礼品你已经换到上限，没有扣你的积分',
    en: 'You have had as many of this as you may; no points taken',
  },
  reward_way_not_offered: {
    zh: '这件礼品不能这样领取，请换一种方式。没有扣你的积分',
    en: 'It cannot reach you that way. Choose another; no points taken',
  },
  reward_price_changed: {
    zh: '价格变成了 {points} 积分，没有扣你的积分。请看过后再换',
    en: 'It now costs {points} points; none were taken. Look again before you redeem',
  },
  reward_sold_out: { zh: '最后一件刚被换走，没有扣你的积分', en: 'Just gone, no points taken' },
  reward_there: { zh: '这件礼品现在有货，可以直接兑换', en: 'It is in stock; you can redeem it now' },
  exchanges_too_many: {
    zh: '你有 {max} 件礼品还没领，先领取再来。没有扣你的积分',
    en: '{max} rewards are still waiting for you. Pick some up first; no points taken',
  },
  exchange_over: {
    zh: '这件礼品已经领取、寄出或退回，没有重复处理',
    en: 'This reward was handed out, sent or given up already; nothing was done again',
  },
  exchange_final: { zh: '本店的兑换不能取消', en: 'A swap cannot be cancelled here' },
  exchange_to_send: { zh: '这件礼品是要寄给客人的，不在门店交付', en: 'This reward is to be sent, not handed out' },
  exchange_to_hand_out: { zh: '这件礼品在门店领取，不用寄', en: 'This reward is picked up in a store, not sent' },
  exchange_money_due: {
    zh: '这件礼品还要另收 ¥{due}，没有交付。请收款后再确认',
    en: 'There is ¥{due} due with this reward; it was not handed out. Take the money and confirm again',
  },
  hand_out_needs_code: {
    zh: '按手机号识别的客人不能领礼品，请扫客人的会员码',
    en: 'A guest found by phone cannot be handed a reward. Scan their member code',
  },
} satisfies { [code: string]: { zh: string; en: string } }
