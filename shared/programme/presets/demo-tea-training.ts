import type { Programme } from '../schema'
import type { TrainingPiece } from '../parts/training'

const option = (id: string, zh: string, en: string) => ({ id, text: { zh, en } })

const training: TrainingPiece[] = [
  {
    id: 'reception',
    version: 1,
    title: { zh: '客人进门', en: 'When a guest comes in' },
    roles: ['staff', 'manager'],
    withinDays: 7,
    since: '2026-05-18',
    sections: [
      {
        heading: { zh: '十秒内招呼', en: 'A word within ten seconds' },
        text: {
          zh: '手上再忙也先抬头说“您好，几位”。会员扫码以后叫得出称呼，问一句上次那泡茶怎么样。',
          en: 'However busy, look up and ask how many they are. Once a member’s code is scanned, use their name and ask how the last tea was.',
        },
      },
      {
        heading: { zh: '只看需要看的', en: 'Look at what you need' },
        text: {
          zh: '扫码后五分钟内可以为客人办理。手机号找到的客人只能积分，不能扣。客人的资料不拍照、不转发。',
          en: 'After a scan you may act for five minutes. Whoever was found by phone number may be given points and nothing may be taken. Never photograph or pass on what you see.',
        },
      },
      {
        heading: { zh: '欠客人的当场给', en: 'Hand out what we owe' },
        text: {
          zh: '客人页上“答应客人的”有生日礼、兑换的礼品，有就当场拿出来，不等客人开口。',
          en: '“Promised” on the guest’s page lists birthday gifts and rewards. Hand them out without being asked.',
        },
      },
    ],
    quiz: {
      passMark: 2,
      questions: [
        {
          id: 'phone',
          text: {
            zh: '客人只报手机号，能用积分抵现吗？',
            en: 'A guest gives a phone number only. May points be taken?',
          },
          options: [
            option('yes', '能，报对就行', 'Yes, if it is right'),
            option('code', '不能，要出示会员码', 'No, a member code has to be shown'),
          ],
          answer: 'code',
        },
        {
          id: 'owed',
          text: { zh: '页面上有一份生日礼没领，怎么做？', en: 'A birthday gift waits on the page. What do you do?' },
          options: [
            option('wait', '等客人问起', 'Wait until the guest asks'),
            option('give', '当场拿给客人', 'Hand it out now'),
            option('later', '请客人下次再来领', 'Ask them to come again for it'),
          ],
          answer: 'give',
        },
        {
          id: 'busy',
          text: { zh: '正在泡茶，门口来了客人？', en: 'You are brewing and guests come in?' },
          options: [
            option('finish', '泡完再说', 'Finish first'),
            option('greet', '先抬头招呼', 'Look up and greet first'),
          ],
          answer: 'greet',
        },
      ],
    },
  },
  {
    id: 'allergens',
    version: 1,
    title: { zh: '茶点过敏原', en: 'Allergens in our tea snacks' },
    roles: ['staff'],
    withinDays: 14,
    since: '2026-05-18',
    sections: [
      {
        text: {
          zh: '绿豆糕不含奶；核桃酥含坚果和鸡蛋；桂花糕含蜂蜜，一岁以下不能吃。不确定就看包装，不猜。',
          en: 'Mung bean cake has no milk; walnut biscuits have nuts and egg; osmanthus cake has honey and is not for babies under one. Not sure: read the package, never guess.',
        },
      },
    ],
  },
]

/** What the demonstration shop teaches its staff, how it sorts its customers, and what its desk says to them. */
export const demoTeaDuties: Pick<Programme, 'training' | 'segments' | 'service'> = {
  training,
  segments: {
    funnel: [
      { id: 'lead', name: { zh: '来过', en: 'Visited' } },
      { id: 'asked', name: { zh: '问过', en: 'Asked' }, whenAsked: true },
      { id: 'buyer', name: { zh: '买过', en: 'Bought' }, fromOrders: 1 },
      { id: 'repeat', name: { zh: '再来', en: 'Came back' }, fromOrders: 2 },
      { id: 'loyal', name: { zh: '常客', en: 'Regular guest' }, fromOrders: 6 },
    ],
    tags: { copy: true, cut: true },
    filters: ['status', 'tier', 'source', 'orders'],
  },
  service: {
    channels: ['store', 'wechat'],
    scripts: [
      {
        source: 'self',
        text: { zh: '第一次来吧？先尝一杯今天的茶', en: 'Your first time? Have a cup of today’s tea' },
      },
      {
        source: 'referral',
        text: {
          zh: '您的朋友是我们的老客人，她常喝的那泡要不要试试？',
          en: 'Your friend is a regular. Would you like to try their tea?',
        },
      },
      { source: 'staff', text: { zh: '欢迎再来，还坐老位置吗？', en: 'Welcome back. The same seat?' } },
      {
        source: 'store',
        text: { zh: '会员价就在茶单右边，随时叫我', en: 'Member prices are on the right of the menu' },
      },
      { source: 'draw', text: { zh: '恭喜中奖，奖品给您留着呢', en: 'Congratulations, we have kept your prize' } },
    ],
  },
}
