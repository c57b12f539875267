import { handOver } from '../../journeys/hand-over'
import type { Job } from '../job'

/** What employees who were dismissed had to do goes to the head. */
export const handOvers: Job = {
  name: 'hand-over',
  title: { zh: '离职员工的任务', en: 'Tasks of who has left' },
  everyMinutes: 1,
  waits: { collection: 'staff', field: 'handOverAt' },
  run: (effects, terms, { now, until }) => handOver(effects, terms, now, until),
}
