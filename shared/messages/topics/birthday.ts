import { textTopic } from './kind'

/** The member has a birthday, or will have. */
export const birthday = textTopic({
  name: { zh: '生日祝福', en: 'Birthday' },
  page: 'pages/assets/coupons',
  title: { zh: '生日快乐', en: 'Happy birthday' },
})
