import type { Account } from '../books/account'
import type { Instant } from '../kit/time'

/** How a member sees a friend whom they brought. */
export const friendStates = [
  /** No reward was set when they joined. */
  'joined',
  'waiting',
  /** It counts; the clock is about to give what it brings. */
  'counting',
  'review',
  'rewarded',
  /** The order was refunded; another one may still count where `until` says so. */
  'reversed',
  'declined',
  'lapsed',
] as const
export type FriendState = (typeof friendStates)[number]

/** Where a friend's referral stands, and until when an order of theirs may change that. */
export function friendState({ referral }: Pick<Account, 'referral'>, now: Instant) {
  if (!referral) return { state: 'joined' as const, until: null }
  const { state, round, until } = referral
  const isOpen = state === 'waiting' && now < until
  return { state: stateOf(state, round, isOpen), until: isOpen ? until : null }
}

function stateOf(state: NonNullable<Account['referral']>['state'], round: number, isOpen: boolean): FriendState {
  switch (state) {
    case 'waiting':
      if (round > 0) return 'reversed'
      return isOpen ? 'waiting' : 'lapsed'
    case 'lapsed':
      return round > 0 ? 'reversed' : 'lapsed'
    case 'qualified':
      return 'counting'
    default:
      return state
  }
}
