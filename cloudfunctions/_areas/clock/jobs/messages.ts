import type { Down } from '../../messages/ways'
import { workOffNotices } from '../../messages/work-off'
import type { Job } from '../job'

/** Messages that are due: to be sent now, after the quiet hours, or once more after a pause. */
export const messages: Job = {
  name: 'messages',
  title: { zh: '消息发送', en: 'Messages' },
  everyMinutes: 1,
  waits: { collection: 'notices', field: 'dueAt' },
  // What is known of a way that is down outlasts the run, so that not each of them waits for it anew.
  run: async (effects, terms, { now, until, cursor }) => {
    const { down, ...done } = await workOffNotices(effects, terms, { now, until, down: (cursor ?? {}) as Down })
    return { ...done, cursor: down }
  },
}
