/** How refusals about training are told. */
export const trainingSentences = {
  training_unknown: { zh: '你的岗位没有这份培训', en: 'This is not for your role' },
  training_changed: { zh: '内容已更新，请从头看一遍再确认', en: 'It has changed. Please read it again first' },
  training_unread: { zh: '先看完并点“已读”，再答题', en: 'Read it and say so before you answer' },
  training_no_quiz: { zh: '这份培训没有测验', en: 'There is no quiz in this piece' },
  training_unanswered: { zh: '还有 {count} 题没答', en: '{count} questions are not answered yet' },
}
