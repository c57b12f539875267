/** Refusals of what members and managers do about messages. */
export const messageSentences = {
  mail_not_set_up: {
    zh: '本店还不能发邮件，没有产生任何变化',
    en: 'This shop sends no mail yet; nothing has changed',
  },
  mail_not_sent: {
    zh: '邮件没有发出去，邮箱还没有确认。请检查邮箱，一分钟后再试',
    en: 'The mail was not sent, so the address is not confirmed. Check it and try again in a minute',
  },
  number_missing: {
    zh: '还没有你验证过的手机号，请先在会员资料里验证',
    en: 'We have no phone number that you proved. Prove one first',
  },
  words_changed: {
    zh: '同意的内容已更新，请看过新的内容再同意',
    en: 'The words have changed. Please read them again and then agree',
  },
  notice_unknown: { zh: '没有这条消息，请刷新后再看', en: 'There is no such message. Refresh and look again' },
  notice_settled: {
    zh: '这条消息已经处理过了，请刷新后再看',
    en: 'This message was settled already. Refresh and look again',
  },
  notice_unsure: {
    zh: '这条消息可能已经发出，再发会员会收到两次，只能不再处理',
    en: 'It may have left already and would come twice, so it can only be dropped',
  },
} as const
