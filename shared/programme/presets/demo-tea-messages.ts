import type { Programme } from '../schema'

/**
 * What the demonstration shop tells its members beside what the system tells by itself, such as points about to expire: all of it
 * service, for it is about what is theirs already.
 */
export const demoTeaMessages: NonNullable<Programme['messages']> = {
  list: [
    {
      id: 'birthday-drink',
      on: { kind: 'birthday', daysBefore: 0 },
      purpose: 'service',
      channels: ['subscription', 'inbox'],
      text: { zh: '生日快乐，今天来店里领一杯茶', en: 'Happy birthday: come for your free tea today' },
    },
    {
      id: 'coupon-ending',
      on: { kind: 'coupon-expiring', daysBefore: 3 },
      purpose: 'service',
      channels: ['subscription', 'inbox'],
      text: { zh: '快到期了，来店里喝杯茶用掉吧', en: 'Come for a tea and use it before it ends' },
    },
    {
      id: 'event-near',
      on: { kind: 'event', daysBefore: 1 },
      purpose: 'service',
      channels: ['subscription', 'inbox'],
      text: { zh: '你报名的活动快到了，期待见到你', en: 'Your event is near, see you there' },
    },
  ],
}
