import { renewRuns, workRuns } from '../../journeys/work-runs'
import type { Job } from '../job'

/** Members' journeys: tasks that may be begun, messages that go out, what is late and told to the head, what is over. */
export const journeys: Job = {
  name: 'journeys',
  title: { zh: '跟进计划', en: 'Journeys' },
  everyMinutes: 1,
  waits: { collection: 'journeys', field: 'dueAt' },
  byProgramme: true,
  run: async (effects, terms, { now, until }) => {
    const renewed = await renewRuns(effects, terms, until)
    if (renewed.left) return renewed
    const worked = await workRuns(effects, terms, now, until)
    const words = worked.words ?? renewed.words
    return {
      due: renewed.due + worked.due,
      done: renewed.done + worked.done,
      failed: renewed.failed + worked.failed,
      left: worked.left,
      ...(words ? { words } : {}),
    }
  },
}
