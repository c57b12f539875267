import type { Touchpoint } from '../parts/journeys'

const onTheDay = (hours: number, withinHours: number) => ({
  anchor: 'first-lesson',
  offset: hours,
  unit: 'hours' as const,
  withinHours,
})

/** The first day: from a call before the lesson to notes shared with the teacher. */
export const firstDayTouchpoints: Touchpoint[] = [
  {
    id: 'first-day-call',
    name: { zh: '课前 1–2 小时联系', en: 'Call or message 1–2 h before' },
    due: onTheDay(-2, 1),
    by: 'adviser',
    channel: 'call-and-message',
    script: { points: { zh: '今天见，路上顺利', en: 'See you today, have a good way here' } },
    result: 'done',
  },
  {
    id: 'first-day-reception',
    name: { zh: '前台接待', en: 'Receive at the desk' },
    due: onTheDay(0, 1),
    by: 'adviser',
    channel: 'in-person',
    script: {
      points: {
        zh: '叫得出孩子小名；贴名牌；带到教室；观察并记录；照顾第三位陪同的大人',
        en: "Know the child's nickname; name tag; lead to the room; observe and note; look after a third accompanying adult",
      },
    },
    result: 'done',
  },
  {
    id: 'first-day-goodbye',
    name: { zh: '送别', en: 'See off' },
    due: onTheDay(1, 1),
    by: 'adviser',
    channel: 'in-person',
    script: {
      points: {
        zh: '下课前 5 分钟在门口；送别；提醒下次课',
        en: 'At the door 5 minutes before the end; see off; remind of the next lesson',
      },
    },
    result: 'done',
  },
  {
    id: 'first-day-notes',
    name: { zh: '与老师交流', en: 'Share notes with the teacher' },
    due: onTheDay(1, 8),
    by: 'adviser',
    channel: 'task',
    script: { points: { zh: '与老师交流观察，计划跟进', en: 'Share notes with the teacher and plan the follow-up' } },
    result: 'record',
  },
  {
    id: 'first-day-teacher-notes',
    name: { zh: '老师记录', en: "The teacher's notes" },
    due: onTheDay(1, 8),
    by: 'teacher',
    channel: 'task',
    script: { points: { zh: '记下孩子第一节课的表现', en: 'Note how the first lesson went' } },
    result: 'record',
  },
]
