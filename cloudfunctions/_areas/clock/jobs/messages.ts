import { workOffNotices } from '../../messages/work-off'
import type { Job } from '../job'

/** Messages that are due: to be sent now, after the quiet hours, or once more after a pause. */
export const messages: Job = {
  name: 'messages',
  title: { zh: '消息发送', en: 'Messages' },
  everyMinutes: 1,
  waits: { collection: 'notices', field: 'dueAt' },
  run: workOffNotices,
}
