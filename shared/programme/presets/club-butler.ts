import type { Programme } from '../schema'
import { usual } from './usual'

const steps: NonNullable<NonNullable<Programme['service']>['requests']>[number]['steps'] = [
  'received',
  'agreed',
  'arranged',
  'carried-out',
  'rated',
]
const request = (kind: string, zh: string, en: string) => ({ kind, name: { zh, en }, steps, answerWithinHours: 2 })

/** P13 of the programme list: a personal butler who arranges what members ask for, rated by them. */
export const clubButler: Programme = {
  ...usual,
  id: 'club-butler',
  name: { zh: '会所管家', en: 'Club butler' },
  tiers: [
    {
      id: 'member',
      name: { zh: '会员', en: 'Member' },
      slot: 'black',
      qualification: null,
      pointsPerYuan: 0,
      benefits: [
        { kind: 'agent', code: 'butler', oneToOne: true, allDay: true },
        {
          kind: 'described',
          code: 'birthday-prepared',
          text: { zh: '重要生日提前筹备', en: 'Important birthdays prepared ahead' },
        },
      ],
    },
  ],
  expiry: { kind: 'never' },
  redemption: null,
  profile: {
    fields: [
      { code: 'habits', name: { zh: '习惯', en: 'Habits' }, kind: 'text', sensitive: true },
      { code: 'special-needs', name: { zh: '特殊需要', en: 'Special needs' }, kind: 'text', sensitive: true },
      { code: 'payment-method', name: { zh: '付款方式', en: 'Payment method' }, kind: 'choice', needed: true },
      { code: 'signing-authority', name: { zh: '签单权限', en: 'Signing authority' }, kind: 'yes-no' },
      { code: 'delegation', name: { zh: '代办人', en: 'Delegation' }, kind: 'person' },
      { code: 'birthdays', name: { zh: '重要生日', en: 'Important birthdays' }, kind: 'day' },
    ],
  },
  service: {
    channels: ['phone', 'wechat', 'mail'],
    desk: { hotline: true, queues: false },
    butler: { personal: true, birthdayDaysAhead: 14 },
    requests: [
      request('restaurant', '餐厅预订', 'Restaurant'),
      request('hotel', '酒店预订', 'Hotel'),
      request('flights', '机票', 'Flights'),
      request('transport', '用车', 'Transport'),
      request('private-event', '私人聚会', 'Private event'),
      request('birthday', '生日', 'Birthday'),
      { ...request('advice', '咨询', 'Advice'), steps: ['received', 'carried-out', 'rated'] },
    ],
  },
}
