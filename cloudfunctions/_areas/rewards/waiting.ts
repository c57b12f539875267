import type { Instant } from '../../../shared/kit/time'

/** That a member wants to be told when a reward is there again: one of each member and reward, asked for once or more. */
export type Waiting = {
  _id: string
  rewardId: string
  accountId: string
  /** How often it was asked for after the last time was told; each is told once. */
  ask: number
  askedAt: Instant
  /** The request that asked, so that its repetition does not ask anew. */
  requestId: string
  /** From when on they are to be told once the reward is there: since they asked, or after a try that failed. Null once told. */
  tellAt: Instant | null
  /** Null while the member waits. */
  toldAt: Instant | null
}

export function waitingId(rewardId: string, accountId: string): string {
  return `waiting:${rewardId}:${accountId}`
}
