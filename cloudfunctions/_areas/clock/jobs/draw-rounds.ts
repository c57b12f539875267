import { addDays, dayOf, startOfDay } from '../../../../shared/kit/time'
import { prepareDraws } from '../../draws/prepare'
import type { Job } from '../job'

/** Rounds of draws that open within a day are fixed and published; each midnight brings the next day's. */
export const drawRounds: Job = {
  name: 'draw-rounds',
  title: { zh: '抽奖期次公布', en: 'Rounds of draws' },
  everyMinutes: 1,
  waits: null,
  byProgramme: true,
  run: async (effects, terms, { now }) => {
    const published = await prepareDraws(effects, terms, now)
    const next = terms.programme.draws?.length ? startOfDay(addDays(dayOf(now), 1)) : null
    return { due: published, done: published, failed: 0, left: false, next }
  },
}
