import { textTopic } from './kind'

/** The member has joined. */
export const welcome = textTopic({
  name: { zh: '入会欢迎', en: 'Welcome' },
  page: 'pages/home/index',
  title: { zh: '欢迎加入', en: 'Welcome' },
})
