import { sweepDraws } from '../../draws/settle'
import type { Job } from '../job'

/** Results that were drawn and, because a function was cut off, have not come to their account. */
export const drawResults: Job = {
  name: 'draw-results',
  title: { zh: '抽奖结果补发', en: 'Results left to give' },
  everyMinutes: 1,
  waits: { collection: 'drawResults', field: 'dueAt' },
  run: async (effects, terms, { now }) => {
    const { due, done } = await sweepDraws(effects, terms, now)
    return { due, done, failed: due - done, left: false }
  },
}
