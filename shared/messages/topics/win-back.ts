import { textTopic } from './kind'

/** The member has not bought for a while. */
export const winBack = textTopic({
  name: { zh: '好久不见', en: 'We have missed you' },
  page: 'pages/home/index',
  title: { zh: '好久不见', en: 'We have missed you' },
})
