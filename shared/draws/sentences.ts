/** How refusals about draws are told. */
export const drawSentences = {
  draw_unknown: { zh: '没有这个抽奖，机会没有变化', en: 'There is no such draw; your chances are unchanged' },
  draw_not_open: { zh: '抽奖现在没有开放，机会没有变化', en: 'This draw is not open now; your chances are unchanged' },
  draw_closed: {
    zh: '这一期抽奖已经结束，不能再开奖',
    en: 'This round of the draw is closed; nothing more is drawn',
  },
  draw_not_closed: {
    zh: '这一期还没有结束，结束后公布全部数据',
    en: 'This round is still open. All of it is published once it is closed',
  },
  draw_over: { zh: '这个抽奖已经结束，不能再公布', en: 'This draw is over and cannot be published any more' },
  draw_members_only: {
    zh: '这个抽奖只有会员能参加，先加入再来',
    en: 'This draw is for members. Please join first',
  },
  chances_enough: {
    zh: '到结束前你还能抽 {left} 次，手上的机会已经够了，没有扣积分',
    en: 'You may draw {left} more times before it ends and have the chances for that; no points taken',
  },
  draw_limit: { zh: '最多抽 {times} 次，你已经抽满了', en: 'At most {times} times, and you have had them' },
  chances_none: { zh: '没有抽奖机会了', en: 'You have no chance left' },
  chances_open_too_many: {
    zh: '你还有 {max} 个号没有开奖，先开完再来',
    en: 'You hold {max} numbers that are not drawn yet. Draw them first',
  },
  number_unknown: {
    zh: '这个号不是你的，或者不存在',
    en: 'This number is not yours, or there is none such',
  },
  salt_wrong: {
    zh: '你的随机数和取号时公布的不一致，没有开奖',
    en: 'Your random number is not the one you fixed before; nothing was drawn',
  },
  chance_not_for_points: {
    zh: '这个抽奖不能用积分换机会，积分没有变化',
    en: 'No chance is sold for points here; your points are unchanged',
  },
  chance_limit: {
    zh: '最多换 {times} 次，你已经换满了，积分没有变化',
    en: 'At most {times} times; your points are unchanged',
  },
  chance_price_changed: {
    zh: '现在要 {points} 积分换 1 次，没有扣你的积分。请看过后再换',
    en: 'A chance now takes {points} points; none were taken. Look again first',
  },
  prizes_none: { zh: '没有等你领的奖品', en: 'No prize waits for you' },
  draw_published: {
    zh: '「{zh}」{date} 开始的一期已按这个版本公布承诺，不能再改规则，这个版本也就不能撤回。请另发一个版本，从下一期起改',
    en: 'The round of {en} that opens on {date} has its commitment published under this version, which therefore stays. Publish another version for the rounds after it',
  },
  draw_running: {
    zh: '「{zh}」这一期已经公布（到 {date} 为止），规则不能改，也不能撤下；请让新版本在那之后生效',
    en: 'The round of {en} is published (to {date}); its rules stand. Let the version take effect after that',
  },
  draw_past: {
    zh: '「{zh}」在生效前就结束了（{date}），请改日期',
    en: 'The draw {en} ends ({date}) before the version takes effect. Change its dates',
  },
}
