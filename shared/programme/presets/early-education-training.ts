import type { TrainingPiece } from '../parts/training'

const heading = (zh: string, en: string) => ({ zh, en })
const option = (id: string, zh: string, en: string) => ({ id, text: { zh, en } })

/** What advisers know before they receive a family on its first day (P12.5), and how the follow-up call goes (P12.6). */
export const earlyEducationTraining: TrainingPiece[] = [
  {
    id: 'first-day-reception',
    version: 1,
    title: { zh: '首次课接待', en: 'Receiving a family on the first day' },
    roles: ['staff'],
    withinDays: 7,
    sections: [
      {
        heading: heading('来之前', 'Before they come'),
        text: {
          zh: '课前 1–2 小时打电话或发消息：确认时间、带什么、怎么停车。先看一遍资料，记住孩子小名和过敏。',
          en: 'Call or message 1–2 hours before: the time, what to bring, where to park. Read the profile first: the nickname and the allergies.',
        },
      },
      {
        heading: heading('在前台', 'At the desk'),
        text: {
          zh: '叫孩子小名，贴好名牌，带到教室门口。有第三位大人陪同，请他在家长区坐下，倒一杯水，告诉他几点下课。',
          en: 'Call the child by the nickname, put on the name tag, lead them to the room. A third adult sits in the parents’ area, gets water and hears when the lesson ends.',
        },
      },
      {
        heading: heading('上课时', 'During the lesson'),
        text: {
          zh: '在后面看，不打断老师。记下孩子喜欢什么、怕什么、和谁玩。不拍照，除非监护人同意过。',
          en: 'Watch from the back and do not interrupt. Note what the child likes, is afraid of and whom they play with. No pictures unless the guardian agreed.',
        },
      },
      {
        heading: heading('送别', 'Seeing off'),
        text: {
          zh: '下课前 5 分钟到门口。说一件孩子今天做得好的事，提醒下次课时间，送到电梯。当天和老师对一遍记录，定好跟进。',
          en: 'Be at the door 5 minutes before the end. Name one thing the child did well, remind of the next lesson, walk them to the lift. Share notes with the teacher the same day and plan the follow-up.',
        },
      },
    ],
    quiz: {
      passMark: 3,
      questions: [
        {
          id: 'before',
          text: { zh: '课前什么时候联系家长？', en: 'When do you contact the parents?' },
          options: [
            option('day-before', '前一天晚上就够了', 'The evening before is enough'),
            option('hours', '课前 1–2 小时', '1–2 hours before the lesson'),
            option('late', '迟到了再打', 'When they are late'),
          ],
          answer: 'hours',
        },
        {
          id: 'third-adult',
          text: { zh: '多来了一位老人陪同，怎么做？', en: 'A grandparent has come along. What do you do?' },
          options: [
            option('room', '请他一起进教室', 'Ask them into the room as well'),
            option('leave', '请他先回去', 'Ask them to go home'),
            option('seat', '请到家长区坐下，告诉他几点下课', 'Seat them with the parents and say when it ends'),
          ],
          answer: 'seat',
        },
        {
          id: 'picture',
          text: { zh: '孩子笑得很好看，可以拍照吗？', en: 'The child smiles. May you take a picture?' },
          options: [
            option('yes', '可以，发到群里', 'Yes, for the chat group'),
            option('consent', '监护人同意过才可以', 'Only if the guardian agreed before'),
          ],
          answer: 'consent',
        },
        {
          id: 'door',
          text: { zh: '什么时候到教室门口接？', en: 'When are you at the door?' },
          options: [
            option('end', '下课铃响', 'When the lesson is over'),
            option('five', '下课前 5 分钟', '5 minutes before the end'),
            option('called', '老师叫的时候', 'When the teacher calls'),
          ],
          answer: 'five',
        },
      ],
    },
  },
  {
    id: 'follow-up-call',
    version: 1,
    title: { zh: '48 小时回访', en: 'The call within 48 hours' },
    roles: ['staff'],
    withinDays: 14,
    sections: [
      {
        text: {
          zh: '前两次课后 48 小时内由老师打。先说孩子的一个进步，再问在家的情况，最后约下次课。打不通换个时间再打，每一通都写记录。',
          en: 'The teacher calls within 48 hours of each of the first two lessons: one step forward first, then how it goes at home, then the next lesson. Not reached: try another time. Every call leaves a record.',
        },
      },
    ],
  },
]
