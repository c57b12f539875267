import type { Instant } from '../../../shared/kit/time'

/** That a member wants to be told when a reward is there again: one of each member and reward, asked for once or more. */
export type Waiting = {
  _id: string
  rewardId: string
  accountId: string
  /** How often it was asked for; each is told once. */
  ask: number
  askedAt: Instant
  /** The requests that asked, so that the repetition of one does not ask anew. */
  requests: string[]
  /** Null while the member waits. */
  toldAt: Instant | null
}

export function waitingId(rewardId: string, accountId: string): string {
  return `waiting:${rewardId}:${accountId}`
}
