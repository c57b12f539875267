import { sweepEvents } from '../../events/sweep'
import type { Job } from '../job'

/** Lists of events: seats left held, who moves up, how it ended for each; also of events that the programme dropped. */
export const events: Job = {
  name: 'events',
  title: { zh: '活动名单', en: 'Event lists' },
  everyMinutes: 1,
  waits: { collection: 'eventLists', field: 'dueAt' },
  byProgramme: true,
  run: async (effects, terms, { now }) => {
    const due = await sweepEvents(effects, terms, now)
    return { due, done: due, failed: 0, left: false }
  },
}
