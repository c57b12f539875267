import { judgeBoards } from '../../events/judge-boards'
import type { Job } from '../job'

/** Leaderboards whose window is over are judged and their prizes given. */
export const boards: Job = {
  name: 'boards',
  title: { zh: '榜单评定', en: 'Leaderboards' },
  everyMinutes: 1,
  waits: null,
  byProgramme: true,
  run: async (effects, terms, { now }) => {
    const { due, done, next } = await judgeBoards(effects, terms, now)
    return { due, done, failed: 0, left: done < due, next }
  },
}
