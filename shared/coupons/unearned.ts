import type { Account } from '../books/account'
import type { Coupon } from '../books/coupon'
import type { Journal } from '../books/journal'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { rankOf } from '../tiers/qualify'
import { ownCode } from './due'
import { withdrawCoupons } from './give-back'

/**
 * After a refund: takes back, unused, what the refunded order had led to. Gifts of tiers that were lost by it, and what
 * milestones and challenges gave that are no longer there. What was used stays used, and what the refund has nothing to do with stays.
 */
export function withdrawUnearned(journal: Journal, programme: Programme, before: Account, at: Instant): Journal {
  const { coupons, tierId, granted } = journal.account
  if (!coupons?.length) return journal
  const lost = programme.tiers.slice(rankOf(programme, tierId) + 1, rankOf(programme, before.tierId) + 1)
  const gifts = lost.flatMap(({ benefits }) => benefits.filter(({ kind }) => kind === 'gift').map(ownCode))
  const gone = before.granted.filter(
    (one) => !granted.some(({ code, window }) => code === one.code && window === one.window),
  )
  const unearned = {
    tier: new Set(gifts.map((code) => `${code}@ever`)),
    milestone: new Set(gone.map(({ code, window }) => `${code}@${window}`)),
    challenge: new Set(gone.map(({ code, window }) => `${code.replace(/^challenge:/, '')}@${window}`)),
  }
  return withdrawCoupons(journal, (coupon) => isUnearned(coupon, unearned), at)
}

type Unearned = { [Why in 'tier' | 'milestone' | 'challenge']: Set<string> }

function isUnearned({ source }: Coupon, unearned: Unearned): boolean {
  if (source.by !== 'rule') return false
  const { why, code } = source
  return (why === 'tier' || why === 'milestone' || why === 'challenge') && unearned[why].has(code)
}
