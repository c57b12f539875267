import type { Bilingual } from '../kit/fields'

/** Why a notice goes the way it goes, in words for whoever asks. */
export const planReasons = {
  'worth-most': { zh: '会员同意过，且是最要紧的一条', en: 'The member agreed, and this is worth most' },
  'kept-for-more': { zh: '留着给几天内更要紧的一条', en: 'The acceptance is kept for one worth more, soon to come' },
  'no-acceptance': { zh: '会员同意的条数已用在更要紧的消息上', en: 'No acceptance is left for it' },
  'agreed-text': { zh: '会员同意收短信', en: 'The member agreed to texts' },
  'agreed-mail': { zh: '会员同意收邮件', en: 'The member agreed to mail' },
  'cap-reached': { zh: '一周的推广条数已满', en: 'As many promotions as a week may have went out' },
  'opted-out': { zh: '会员关闭了这类消息', en: 'The member turned this topic off' },
  'too-late': { zh: '已经过时，再提醒没有用', en: 'Its time is over' },
  'over-by-morning': { zh: '免打扰时段里就过时了', en: 'Its time is over before the quiet hours are' },
  'not-agreed': { zh: '会员没有同意短信或邮件', en: 'The member has not agreed to texts or mail' },
  'not-offered': {
    zh: '店里现在不发会员同意的短信或邮件',
    en: 'The shop does not send by the way that the member agreed to',
  },
  'not-set-up': { zh: '店里没有为它设置模板', en: 'The shop has no template for it' },
  'inbox-only': { zh: '只进消息列表', en: 'It is for the inbox alone' },
} as const satisfies { [reason: string]: Bilingual }
export type PlanReason = keyof typeof planReasons
