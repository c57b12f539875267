import { textTopic } from './kind'

/** A step of a journey that the member is told of. */
export const followUp = textTopic({
  name: { zh: '服务跟进', en: 'Follow-up' },
  page: 'pages/home/index',
  title: { zh: '服务提醒', en: 'A word from us' },
})
