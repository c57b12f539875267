/** How refusals about check-ins are told. */
export const checkInSentences = {
  check_in_not_offered: { zh: '本店没有签到', en: 'This shop has no check-in' },
  checked_in_already: { zh: '今天已经签到过了，明天再来', en: 'You have checked in today. Come back tomorrow' },
  make_up_price_changed: {
    zh: '现在补签一天要 {points} 积分，没有扣你的积分。请看过后再补签',
    en: 'A day now takes {points} points; none were taken. Look again first',
  },
  make_up_not_offered: { zh: '本店不能补签，积分没有变化', en: 'Missed days cannot be made up here; no points taken' },
  make_up_not_that_day: {
    zh: '这一天不能补签，积分没有变化',
    en: 'This day cannot be made up; no points taken',
  },
} satisfies { [code: string]: { zh: string; en: string } }
