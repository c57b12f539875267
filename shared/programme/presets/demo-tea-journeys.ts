import type { Journey } from '../parts/journeys'

const script = {
  opening: {
    zh: '您好，我是{shop}的{staff}，想听听上次到店的感受。',
    en: 'Hello, this is {staff} of {shop}. How was your visit?',
  },
  closing: { zh: '周日有手冲课，给您留一席？', en: 'Shall I keep a seat for you at the class on Sunday?' },
}

/** How a tea house looks after somebody new: two calls, and an invitation to come again. */
export const newGuest: Journey = {
  id: 'new-guest',
  name: { zh: '新会员回访', en: 'A new member' },
  anchors: ['joined'],
  anchorNames: { joined: { zh: '入会', en: 'Joined' } },
  begins: 'joined',
  ends: { anchor: 'joined', after: '60 days' },
  roles: ['host', 'head', 'system'],
  roleNames: { host: { zh: '店员', en: 'Host' }, head: { zh: '店长', en: 'Head' } },
  touchpoints: [
    {
      id: 'week-1',
      name: { zh: '第一周回访', en: 'First week' },
      due: { anchor: 'joined', offset: 5, unit: 'days', at: '10:00', withinHours: 32 },
      by: 'host',
      channel: 'call',
      script: {
        ...script,
        points: { zh: '问口味偏好；介绍签到得积分。', en: 'Ask what they like; tell of points for checking in.' },
      },
      result: 'record',
    },
    {
      id: 'week-2',
      name: { zh: '第二周回访', en: 'Second week' },
      due: { anchor: 'joined', offset: 7, unit: 'days', at: '10:00', withinHours: 8 },
      by: 'host',
      channel: 'call',
      script: {
        ...script,
        points: { zh: '问口味偏好；提醒券的到期日。', en: 'Ask what they like; remind of the last day of the coupon.' },
      },
      result: 'record',
    },
    {
      id: 'come-again',
      name: { zh: '邀请回店', en: 'Come again' },
      due: { anchor: 'joined', offset: 4, unit: 'weeks', at: '10:00', workingDays: true, withinHours: 8 },
      by: 'host',
      channel: 'call',
      script: { ...script, points: { zh: '说说新茶，约一个时间。', en: 'Tell of the new teas and agree on a time.' } },
      result: 'record',
    },
  ],
  escalation: { to: 'head', afterHours: 12 },
}
