import { textTopic } from './kind'

/** The member has come to a store. */
export const greeting = textTopic({
  name: { zh: '到店问候', en: 'Greeting in the store' },
  page: 'pages/home/index',
  title: { zh: '欢迎光临', en: 'Good to see you' },
})
