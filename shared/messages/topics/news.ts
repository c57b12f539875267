import { textTopic } from './kind'

/** Something that the shop tells its members at its times. */
export const news = textTopic({
  name: { zh: '会员资讯', en: 'News for members' },
  page: 'pages/home/index',
  title: { zh: '会员资讯', en: 'News for members' },
})
