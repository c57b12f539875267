import type { Coupon } from '../books/coupon'
import type { Journal } from '../books/journal'
import type { Instant } from '../kit/time'
import { benefitsOf } from '../programme/benefits'
import type { Programme } from '../programme/schema'
import { tierById } from '../tiers/qualify'
import { ownCode } from './due'
import { withdrawCoupons } from './give-back'

/**
 * After a refund: takes back, unused, what the refunded order had led to. Gifts of tiers that are no longer reached, and
 * what milestones gave that are no longer there. What was used stays used.
 */
export function withdrawUnearned(journal: Journal, programme: Programme, at: Instant): Journal {
  const { coupons, tierId, granted } = journal.account
  if (!coupons?.length) return journal
  const benefits = benefitsOf(programme, tierById(programme, tierId))
  const gifts = new Set(benefits.filter(({ kind }) => kind === 'gift').map((one) => `${ownCode(one)}@ever`))
  const milestones = new Set(granted.map(({ code, window }) => `${code}@${window}`))
  return withdrawCoupons(journal, (coupon) => isUnearned(coupon, { gifts, milestones }), at)
}

type Earned = { gifts: ReadonlySet<string>; milestones: ReadonlySet<string> }

function isUnearned({ source }: Coupon, { gifts, milestones }: Earned): boolean {
  if (source.by !== 'rule') return false
  if (source.why === 'tier') return !gifts.has(source.code)
  return source.why === 'milestone' && !milestones.has(source.code)
}
