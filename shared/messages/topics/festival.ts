import { textTopic } from './kind'

/** A festival is near. */
export const festival = textTopic({
  name: { zh: '节日祝福', en: 'Festivals' },
  page: 'pages/home/index',
  title: { zh: '节日问候', en: 'Festive greetings' },
})
