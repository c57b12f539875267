import type { Due, Journey, Touchpoint } from '../parts/journeys'
import { firstDayTouchpoints } from './early-education-first-day'

type Unit = 'hours' | 'days' | 'weeks' | 'months'

/** A call a week, a monthly event and the like: again and again until another moment. */
const weekly = { count: 1, unit: 'weeks' as const }
const monthly = { count: 1, unit: 'months' as const }
const from = (anchor: string, offset: number, unit: Unit) => ({ anchor, offset, unit })
/** Nobody is called on a weekend or a public holiday. */
const onWorkingDays = (due: Due): Due => ({ ...due, workingDays: true })
const untilOpening = from('first-lesson', -1, 'weeks')
const untilThirdMonth = from('first-lesson', 3, 'months')

const contractDay: Touchpoint = {
  id: 'contract-day',
  name: { zh: '签约日', en: 'Contract day' },
  due: { ...from('contract', 0, 'days'), withinHours: 12 },
  by: 'adviser',
  channel: 'in-person',
  script: {
    points: {
      zh: '签约；介绍园长与家长大使；排课；送礼；办会员卡；合影；参观；建群；说明后续服务',
      en: 'Sign; introduce the centre head and parent ambassador; schedule lessons; gift; member card; photo; tour; chat group; tell how service goes on',
    },
  },
  result: 'done',
}

const beforeOpening: Touchpoint[] = [
  {
    id: 'weekly-call',
    name: { zh: '开课前每周电话', en: 'Weekly call before opening' },
    due: onWorkingDays({ ...from('contract', 1, 'weeks'), every: weekly, until: untilOpening, withinHours: 72 }),
    by: 'adviser',
    channel: 'call',
    script: {
      opening: {
        zh: '您好，我是{shop}的{staff}，想问问这周宝宝怎么样。',
        en: 'Hello, this is {staff} of {shop}. How has this week been?',
      },
      points: {
        zh: '近况；家长大使联系；邀请中心活动或生日会；邀请新家长说明会',
        en: 'How they are; ambassador contact; invite to a centre event or birthday party and to the new-parent session',
      },
      closing: {
        zh: '首课在 {first-lesson}，我们等您来。',
        en: 'We look forward to the first lesson on {first-lesson}.',
      },
    },
    result: 'record',
  },
  {
    id: 'week-before',
    name: { zh: '开课前一周提醒', en: 'One week before' },
    due: onWorkingDays({ ...from('first-lesson', -7, 'days'), withinHours: 48 }),
    by: 'adviser',
    channel: 'call-and-message',
    script: {
      opening: {
        zh: '您好，我是{shop}的{staff}，首课在 {first-lesson}，来提醒您一下。',
        en: 'Hello, this is {staff} of {shop}. The first lesson is on {first-lesson}.',
      },
      points: { zh: '带什么；交通与停车', en: 'What to bring; traffic and parking' },
    },
    result: 'record',
  },
  {
    id: 'teacher-calls-parent',
    name: { zh: '老师致电家长', en: 'The teacher calls the parent' },
    due: onWorkingDays({ ...from('first-lesson', -7, 'days'), withinHours: 72 }),
    by: 'teacher',
    channel: 'call',
    script: {
      opening: {
        zh: '您好，我是宝宝的老师{staff}，想先认识一下你们。',
        en: 'Hello, I am {staff}, the teacher, and would like to get to know you.',
      },
      points: { zh: '了解孩子；教具备好', en: 'Ask about the child; material ready' },
    },
    result: 'record',
  },
  {
    id: 'day-before',
    name: { zh: '前一天提醒', en: 'The day before' },
    due: { ...from('first-lesson', -1, 'days'), withinHours: 24 },
    by: 'system',
    channel: 'message',
    script: { points: { zh: '明天见，记得带上孩子的水杯', en: 'See you tomorrow, please bring the cup' } },
    result: 'none',
  },
]

const afterLessons: Touchpoint[] = (['first-lesson', 'second-lesson'] as const).map((anchor) => ({
  id: `teacher-call-${anchor}`,
  name: { zh: '课后 48 小时内老师回访', en: "Teacher's follow-up within 48 h" },
  due: { ...from(anchor, 0, 'hours'), withinHours: 48 },
  by: 'teacher',
  channel: 'call',
  script: { points: { zh: '孩子课上的表现，回家怎么玩', en: 'How the child did, what to play at home' } },
  result: 'record',
}))

const call = (id: string, week: number, name: { zh: string; en: string }): Touchpoint => ({
  id,
  name,
  due: onWorkingDays({ ...from('first-lesson', week, 'weeks'), withinHours: 72 }),
  by: 'adviser',
  channel: 'call',
  script: {
    opening: {
      zh: '您好，我是{shop}的{staff}，想听听宝宝上课以后怎么样。',
      en: 'Hello, this is {staff} of {shop}. How is your child after the lessons?',
    },
    points: name,
    closing: { zh: '提醒下次课', en: 'Remind of the next lesson' },
  },
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
    due: onWorkingDays({
      ...from('first-lesson', 5, 'weeks'),
      every: weekly,
      until: untilThirdMonth,
      withinHours: 72,
    }),
  },
  {
    ...call('months-2-3-event', 5, { zh: '每月活动邀请', en: 'Monthly event' }),
    due: onWorkingDays({
      ...from('first-lesson', 1, 'months'),
      every: monthly,
      until: untilThirdMonth,
      withinHours: 168,
    }),
  },
  {
    ...call('month-2-talk', 8, { zh: '家长与老师面谈', en: 'Parent–teacher talk' }),
    due: onWorkingDays({ ...from('first-lesson', 2, 'months'), withinHours: 168 }),
  },
  {
    ...call('month-3-lecture', 12, { zh: '家长讲座', en: 'Lecture' }),
    due: onWorkingDays({ ...from('first-lesson', 11, 'weeks'), withinHours: 168 }),
  },
]

/** From the day of contract until three calendar months after the first lesson. */
export const newFamily: Journey = {
  id: 'new-family',
  name: { zh: '新会员家庭', en: 'A new family' },
  anchors: ['contract', 'first-lesson', 'second-lesson'],
  anchorNames: {
    contract: { zh: '签约', en: 'Contract' },
    'first-lesson': { zh: '首课', en: 'First lesson' },
    'second-lesson': { zh: '第二课', en: 'Second lesson' },
  },
  roleNames: {
    adviser: { zh: '顾问', en: 'Adviser' },
    teacher: { zh: '老师', en: 'Teacher' },
    head: { zh: '园长', en: 'Head' },
  },
  begins: 'contract',
  ends: { anchor: 'first-lesson', after: '3 months' },
  waits: { tellAfterDays: 30, endAfterDays: 365 },
  roles: ['adviser', 'teacher', 'head', 'system'],
  touchpoints: [contractDay, ...beforeOpening, ...firstDayTouchpoints, ...afterLessons, ...firstWeeks, ...laterMonths],
  escalation: { to: 'head', afterHours: 24 },
}
