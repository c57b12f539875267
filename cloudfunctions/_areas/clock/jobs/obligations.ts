import { reviewObligations } from '../../obligations/review'
import type { Job } from '../job'

/** Promises whose time is over: late, or asked for by nobody. */
export const obligations: Job = {
  name: 'obligations',
  title: { zh: '承诺到期', en: 'Promises that are due' },
  everyMinutes: 1,
  waits: { collection: 'obligations', field: 'reviewAt' },
  run: (effects, _, { now, until }) => reviewObligations(effects, { now, until }),
}
