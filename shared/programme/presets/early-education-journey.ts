import type { Programme } from '../schema'
import { firstDayTouchpoints } from './early-education-first-day'

type Journey = NonNullable<Programme['journeys']>[number]
export type Touchpoint = Journey['touchpoints'][number]
type Unit = 'hours' | 'days' | 'weeks' | 'months'

/** A call a week, a monthly event and the like: again and again until another moment. */
const weekly = { count: 1, unit: 'weeks' as const }
const monthly = { count: 1, unit: 'months' as const }
const from = (anchor: string, offset: number, unit: Unit) => ({ anchor, offset, unit })
const untilOpening = from('first-lesson', -1, 'weeks')
const untilThirdMonth = from('first-lesson', 3, 'months')

const contractDay: Touchpoint = {
  id: 'contract-day',
  name: { zh: '签约日', en: 'Contract day' },
  due: { ...from('contract', 0, 'days'), withinHours: 12 },
  by: 'adviser',
  channel: 'in-person',
  script: {
    zh: '签约；介绍园长与家长大使；排课；送礼；办会员卡；合影；参观；建群；说明后续服务',
    en: 'Sign; introduce the centre head and parent ambassador; schedule lessons; gift; member card; photo; tour; chat group; tell how service goes on',
  },
  result: 'done',
}

const beforeOpening: Touchpoint[] = [
  {
    id: 'weekly-call',
    name: { zh: '开课前每周电话', en: 'Weekly call before opening' },
    due: { ...from('contract', 1, 'weeks'), every: weekly, until: untilOpening, withinHours: 72 },
    by: 'adviser',
    channel: 'call',
    script: {
      zh: '每周至少一次：近况；家长大使联系；邀请中心活动或生日会；邀请新家长说明会',
      en: 'At least once a week: how they are; ambassador contact; invite to a centre event or birthday party and to the new-parent session',
    },
    result: 'record',
  },
  {
    id: 'week-before',
    name: { zh: '开课前一周提醒', en: 'One week before' },
    due: { ...from('first-lesson', -7, 'days'), withinHours: 48 },
    by: 'adviser',
    channel: 'call-and-message',
    script: { zh: '提醒上课；带什么；交通与停车', en: 'Remind; what to bring; traffic and parking' },
    result: 'record',
  },
  {
    id: 'teacher-calls-parent',
    name: { zh: '老师致电家长', en: 'The teacher calls the parent' },
    due: { ...from('first-lesson', -7, 'days'), withinHours: 72 },
    by: 'teacher',
    channel: 'call',
    script: { zh: '自我介绍，了解孩子；教具备好', en: 'Introduce yourself, ask about the child; material ready' },
    result: 'record',
  },
  {
    id: 'day-before',
    name: { zh: '前一天提醒', en: 'The day before' },
    due: { ...from('first-lesson', -1, 'days'), withinHours: 24 },
    by: 'system',
    channel: 'message',
    script: { zh: '明天见，记得带上孩子的水杯', en: 'See you tomorrow, please bring the cup' },
    result: 'none',
  },
]

const afterLessons: Touchpoint[] = (['first-lesson', 'second-lesson'] as const).map((anchor) => ({
  id: `teacher-call-${anchor}`,
  name: { zh: '课后 48 小时内老师回访', en: "Teacher's follow-up within 48 h" },
  due: { ...from(anchor, 0, 'hours'), withinHours: 48 },
  by: 'teacher',
  channel: 'call',
  script: { zh: '孩子课上的表现，回家怎么玩', en: 'How the child did, what to play at home' },
  result: 'record',
}))

const call = (id: string, week: number, name: { zh: string; en: string }): Touchpoint => ({
  id,
  name,
  due: { ...from('first-lesson', week, 'weeks'), withinHours: 72 },
  by: 'adviser',
  channel: 'call',
  script: { zh: `${name.zh}；提醒下次课`, en: `${name.en}; next lesson` },
  result: 'record',
})

const firstWeeks: Touchpoint[] = [
  call('week-1', 1, { zh: '第一次回访', en: 'First follow-up' }),
  call('week-2', 2, { zh: '第二次回访', en: 'Second follow-up' }),
  call('week-3-talk', 3, { zh: '邀请家长与老师面谈', en: 'Invite to the parent–teacher talk' }),
  call('week-3-friend', 3, { zh: '邀请带朋友来的活动', en: 'Invite to the bring-a-friend event' }),
  call('week-4-lecture', 4, { zh: '邀请新家长讲座', en: 'Invite to the new-parent lecture' }),
]

const laterMonths: Touchpoint[] = [
  {
    ...call('months-2-3-call', 5, { zh: '每周电话', en: 'A call a week' }),
    due: { ...from('first-lesson', 5, 'weeks'), every: weekly, until: untilThirdMonth, withinHours: 72 },
  },
  {
    ...call('months-2-3-event', 5, { zh: '每月活动邀请', en: 'Monthly event' }),
    due: { ...from('first-lesson', 1, 'months'), every: monthly, until: untilThirdMonth, withinHours: 168 },
  },
  {
    ...call('month-2-talk', 8, { zh: '家长与老师面谈', en: 'Parent–teacher talk' }),
    due: { ...from('first-lesson', 2, 'months'), withinHours: 168 },
  },
  {
    ...call('month-3-lecture', 12, { zh: '家长讲座', en: 'Lecture' }),
    due: { ...from('first-lesson', 11, 'weeks'), withinHours: 168 },
  },
]

/** From the day of contract until three calendar months after the first lesson. */
export const newFamily: Journey = {
  id: 'new-family',
  name: { zh: '新会员家庭', en: 'A new family' },
  anchors: ['contract', 'first-lesson', 'second-lesson'],
  begins: 'contract',
  ends: { anchor: 'first-lesson', after: '3 months' },
  roles: ['adviser', 'teacher', 'head', 'system'],
  touchpoints: [contractDay, ...beforeOpening, ...firstDayTouchpoints, ...afterLessons, ...firstWeeks, ...laterMonths],
  escalation: { to: 'head', afterHours: 24 },
}
