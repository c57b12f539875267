import type { eventsBoards } from '../../../shared/events/contract'
import { allow } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'

/** Leaderboards and challenges of a member. */
export const readBoards: Handler<typeof eventsBoards, EnrolledContext> = async ({ now }) => {
  return allow({ serverAt: now, boards: [], challenges: [] })
}
