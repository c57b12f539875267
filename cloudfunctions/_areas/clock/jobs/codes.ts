import { sweepCodes } from '../../members/sweep-codes'
import type { Job } from '../job'

/** Codes by text message and by mail that nobody gave in time. */
export const codes: Job = {
  name: 'codes',
  title: { zh: '过期验证码清理', en: 'Codes that were never given' },
  everyMinutes: 10,
  waits: { collection: 'textCodes', field: 'sweepAt' },
  // What was sent anew meanwhile is not to be forgotten, so it has not failed.
  run: async (effects, _, { now, until }) => ({ ...(await sweepCodes(effects, { now, until })), failed: 0 }),
}
