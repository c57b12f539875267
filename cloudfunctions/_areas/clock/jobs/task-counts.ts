import { countTasks } from '../../journeys/task-counts'
import type { Job } from '../job'

/** The managers' figures of what journeys promised and what was delivered, kept up with what changed. */
export const taskCounts: Job = {
  name: 'task-counts',
  title: { zh: '跟进统计', en: 'Figures of follow-ups' },
  everyMinutes: 1,
  waits: { collection: 'journeys', field: 'countAt' },
  run: (effects, _, { now, until }) => countTasks(effects, { now, until }),
}
