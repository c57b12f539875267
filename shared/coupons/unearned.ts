import type { Account } from '../books/account'
import type { Coupon } from '../books/coupon'
import { record, type Journal } from '../books/journal'
import { takeBack } from '../books/take-back'
import { withdrawUnearnedChances } from '../chances/withdraw'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { addMilliseconds, type Instant } from '../kit/time'
import { benefitCode, benefitsOf } from '../programme/benefits'
import type { Programme, Tier } from '../programme/schema'
import { rankOf } from '../tiers/qualify'
import { ownCode, tierHeldBefore, tierOnFirst } from './due'
import { takeOf, withdrawCoupons } from './give-back'

/**
 * After a refund: takes back what the refunded order had led to. Gifts of tiers that were lost by it, the month's and the
 * birthday's coupons that only such a tier gives, and what milestones and challenges gave that are no longer there, as far
 * as it is unused; points of such gifts whole, where what was spent meanwhile follows the programme's policy for a
 * shortfall. What the refund has nothing to do with stays.
 */
export function withdrawUnearned(
  journal: Journal,
  programme: Programme,
  before: Account,
  at: Instant,
): Ruling<Journal, 'refund_points_spent'> {
  const { coupons, giftPoints, chances, tierId, granted } = journal.account
  if (!coupons?.length && !giftPoints?.length && !chances?.granted.length) return allow(journal)
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
  const isGone = (source: RuleSource) => isUnearned(source, unearned)
  const without = withdrawUnearnedChances(
    withdrawCoupons(
      journal,
      (coupon) => isGone(coupon.source) || isOfTierLost(coupon, programme, { before, after: journal.account }),
      at,
    ),
    isGone,
    at,
  )
  return undoGiftPoints(without, programme, unearned.tier, at)
}

type Unearned = { [Why in 'tier' | 'milestone' | 'challenge']: Set<string> }

/** What coupons and chances say of where they come from. */
type RuleSource = { by: string; why?: string; code?: string }

function isUnearned({ by, why, code }: RuleSource, unearned: Unearned): boolean {
  if (by !== 'rule' || code === undefined) return false
  return (why === 'tier' || why === 'milestone' || why === 'challenge') && unearned[why].has(code)
}

/** Given by the calendar to a tier that the refund took, where the tier that was held otherwise gives no such coupon. */
function isOfTierLost(
  coupon: Coupon,
  programme: Programme,
  { before, after }: { before: Account; after: Account },
): boolean {
  const { source } = coupon
  if (source.by !== 'rule' || (source.why !== 'monthly' && source.why !== 'birthday')) return false
  const [then, otherwise] = [tierWhenGiven(coupon, programme, before), tierWhenGiven(coupon, programme, after)]
  if (!then || then === otherwise) return false
  return gives(programme, then, coupon) && !(otherwise && gives(programme, otherwise, coupon))
}

/** The month's coupons are those of the tier held on the first, the birthday's those of the tier held when they came. */
function tierWhenGiven({ source, issuedAt }: Coupon, programme: Programme, account: Account): Tier | null {
  if (source.by === 'rule' && source.why === 'monthly')
    return tierOnFirst(account, programme, source.code.split('@')[1] ?? '')
  return tierHeldBefore(account, programme, addMilliseconds(issuedAt, 1))
}

function gives(programme: Programme, tier: Tier, { source, templateId }: Coupon): boolean {
  if (source.by !== 'rule') return false
  const [code] = source.code.split('@')
  return benefitsOf(programme, tier).some((one) =>
    source.why === 'monthly'
      ? one.kind === 'coupon-pack' && benefitCode(one) === code && one.couponId === templateId
      : one.kind === 'birthday' && ownCode(one) === code,
  )
}

function undoGiftPoints(
  journal: Journal,
  programme: Programme,
  gifts: ReadonlySet<string>,
  at: Instant,
): Ruling<Journal, 'refund_points_spent'> {
  let current = journal
  for (const { gift, points, expiresAt } of journal.account.giftPoints ?? []) {
    if (!gifts.has(gift)) continue
    const { lapsed, draws, owed } = takeBack(current.account, { expiresAt, points })
    if (owed > 0 && programme.refundShortfall === 'block') return refuse('refund_points_spent', { short: owed })
    const takes = [takeOf({ why: 'tier', code: gift })]
    const taken = { reversed: points, draws, owed, lapsed, lapsedFrom: expiresAt, takes }
    current = record(current, { kind: 'gift-undone', gift, ...taken }, { at })
  }
  return allow(current)
}
