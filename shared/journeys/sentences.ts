/** How refusals about journeys and their tasks are told. */
export const journeySentences = {
  task_unknown: { zh: '没有这项任务', en: 'There is no such task' },
  task_not_yours: {
    zh: '这项任务不是你的，请找店长转给你',
    en: 'This task is not yours. Ask the manager to give it to you',
  },
  task_over: {
    zh: '这项任务已在 {time} 由 {by} 处理，没有重复记录',
    en: 'This task was settled at {time} by {by}; nothing was recorded twice',
  },
  task_not_yet: {
    zh: '还没到时间，{time} 起可以做',
    en: 'It is too early; this may be done from {time} on',
  },
  phone_unknown: { zh: '这位会员没有留电话', en: 'This member has left no phone number' },
  answer_unknown: {
    zh: '没有这个选项，没有保存。请更新后再试',
    en: 'There is no such choice; nothing was saved. Update and try again',
  },
  answer_missing: { zh: '还没有选「{zh}」，没有保存', en: 'Choose an answer first: {en}. Nothing was saved' },
  note_needed: { zh: '请写一句说明再保存', en: 'Write a line about it before you save' },
  next_needed: { zh: '改约要选下次时间，没有保存', en: 'Choose the new time first; nothing was saved' },
  next_wrong: {
    zh: '下次跟进要在现在以后、一年以内，没有保存',
    en: 'The next contact has to be later than now and within a year; nothing was saved',
  },
  journey_unknown: { zh: '没有这个跟进计划', en: 'There is no such journey' },
  journey_running: {
    zh: '这位会员的「{zh}」正在进行，没有重复开始',
    en: 'This journey is under way for the member: {en}. It was not begun twice',
  },
  journey_over: { zh: '这个跟进计划已经结束，没有产生变化', en: 'This journey is over; nothing has changed' },
  journey_not_yours: {
    zh: '这个跟进计划不由你负责，请找店长',
    en: 'You have no part in this journey. Ask the manager',
  },
  anchor_unknown: { zh: '这个计划里没有这个日期：{anchor}', en: 'This journey has no such date: {anchor}' },
  anchor_needed: { zh: '请先填「{zh}」的日期', en: 'Give this date first: {en}' },
  anchor_wrong: {
    zh: '日期要在前后一年以内，没有保存',
    en: 'The date has to lie within a year from now; nothing was saved',
  },
  role_unknown: { zh: '这个计划里没有这个角色：{role}', en: 'This journey has no such role: {role}' },
  period_wrong: {
    zh: '时间段最长 92 天，先后要对',
    en: 'A period is 92 days at most and ends after it begins',
  },
} as const
