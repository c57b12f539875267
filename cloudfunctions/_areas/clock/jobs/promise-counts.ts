import { countObligations } from '../../obligations/count'
import type { Job } from '../job'

/** The managers' figures of what was promised and kept, kept up with what changed. */
export const promiseCounts: Job = {
  name: 'promise-counts',
  title: { zh: '承诺统计', en: 'Figures of promises' },
  everyMinutes: 1,
  waits: { collection: 'obligations', field: 'countAt' },
  run: (effects, _, { now, until }) => countObligations(effects, { now, until }),
}
