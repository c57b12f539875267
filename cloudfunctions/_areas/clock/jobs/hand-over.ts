import { handOver } from '../../journeys/hand-over'
import { headlessStores } from '../../journeys/headless'
import { keepFindings } from '../findings'
import type { Job } from '../job'

/** What employees who were dismissed had to do goes to the head; a store that has none stands on the board. */
export const handOvers: Job = {
  name: 'hand-over',
  title: { zh: '离职员工的任务', en: 'Tasks of who has left' },
  everyMinutes: 1,
  waits: { collection: 'staff', field: 'handOverAt' },
  run: async (effects, terms, { now, until }) => {
    const { looked, found, ...done } = await handOver(effects, terms, now, until)
    const heads = await headlessStores(effects, terms)
    await keepFindings(effects, [...looked, ...heads.looked], [...found, ...heads.found], now)
    return done
  },
}
