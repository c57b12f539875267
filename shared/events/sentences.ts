/** How refusals about events, votes and their lists are told. */
export const eventSentences = {
  event_unknown: { zh: '没有这个活动，可能已经取消', en: 'There is no such event; it may have been cancelled' },
  event_over: { zh: '活动已经结束，没有产生任何变化', en: 'This event is over; nothing has changed' },
  event_closed: { zh: '报名已截止，没有产生任何变化', en: 'Sign-up has closed; nothing has changed' },
  event_begun: { zh: '活动已经开始，不能再取消', en: 'It has begun, so the place cannot be given up' },
  event_not_your_tier: { zh: '这个活动不对你现在的等级开放', en: 'This event is not for your tier' },
  event_not_open: { zh: '{time} 向你开放，到时再来', en: 'Opens for you at {time}' },
  event_open: { zh: '已经向你开放，现在就可以报名', en: 'It is open for you now; you may sign up' },
  event_guests: { zh: '最多可带 {max} 人，请减少人数', en: 'You may bring {max} at most. Bring fewer' },
  event_barred: {
    zh: '上次报名没有到场，{date} 起可以再报名',
    en: 'You did not come to the last one. You may sign up again from {date} on',
  },
  event_signed_up: { zh: '你已经报过名了', en: 'You have signed up already' },
  event_asked_too_often: {
    zh: '这个活动你已经报过 {max} 次又取消了，不能再报名；有需要请联系门店',
    en: 'You have signed up for this event {max} times and left again, so no more; ask the shop if you need to',
  },
  event_party_too_large: {
    zh: '一共只有 {seats} 个名额，坐不下 {party} 人，没有报名。请减少同行的人',
    en: 'There are {seats} seats in all, too few for {party}. Nobody was signed up; bring fewer',
  },
  event_full: { zh: '名额满了，没有扣你的积分', en: 'Full; no points taken' },
  event_price_changed: {
    zh: '现在一共要 {points} 积分，没有扣你的积分。请看过后再报名',
    en: 'It now takes {points} points in all; none were taken. Look again first',
  },
  event_not_signed_up: { zh: '没有报名，没有产生任何变化', en: 'Not signed up; nothing has changed' },
  event_no_offer: {
    zh: '现在没有轮到你的名额，或确认时间已过',
    en: 'No seat waits for you now, or its time has passed',
  },
  event_waiting: { zh: '客人还在候补，没有名额', en: 'The guest is on the waiting list and has no seat' },
  event_not_now: { zh: '现在不是签到时间，开始前 2 小时起可签到', en: 'Doors open two hours before it begins' },
  event_money_due: {
    zh: '到场应收 ¥{due}，没有签到。请核对后再确认',
    en: 'At the door ¥{due} is due; nobody was checked in',
  },
  event_not_attended: { zh: '参加过才能评价', en: 'Only those who came can say how it was' },
  event_reviewed: { zh: '这个活动你已经评价过了', en: 'You have reviewed this event already' },
  vote_not_open: { zh: '投票 {time} 开始', en: 'Voting opens at {time}' },
  vote_option_unknown: { zh: '没有这个选项，没有投票', en: 'There is no such option; no vote was taken' },
  vote_given: { zh: '你已经投过票了，不能再投', en: 'You have voted already; a vote cannot be changed' },
} satisfies { [code: string]: { zh: string; en: string } }
