import { revealDraws } from '../../draws/prepare'
import { seedOf } from '../../draws/rounds'
import type { Job } from '../job'

/** The seeds of rounds that are closed are told. */
export const drawSeeds: Job = {
  name: 'draw-seeds',
  title: { zh: '抽奖种子公开', en: 'Seeds of closed draws' },
  everyMinutes: 1,
  waits: { collection: 'draws', field: 'revealAt' },
  run: async (effects, _, { now }) => {
    const due = await revealDraws(effects, now, (round) => seedOf(effects, round))
    return { due, done: due, failed: 0, left: false }
  },
}
