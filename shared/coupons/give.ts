import type { CouponSource } from '../books/coupon'
import type { Journal } from '../books/journal'
import { grantByRule } from '../chances/grant'
import type { Take } from '../books/taken'
import type { Bilingual } from '../kit/fields'
import type { Instant } from '../kit/time'
import type { Effect } from '../programme/parts/effects'
import type { Programme } from '../programme/schema'
import { pointsGiven } from '../points/given'
import { issueCoupons, issueOne } from './issue'
import type { Span } from './validity'

export type Giving = {
  source: CouponSource
  at: Instant
  /** When what is given is good; a gift without a time of its own is good for so long. */
  span: Span
  /** Whether the time holds for coupons of a template as well, instead of the template's own. */
  spanForAll?: boolean
  takes: Take[]
}

/**
 * Gives what an effect says, as far as it can be carried in a card: coupons, things handed out as coupons that staff
 * redeem, points, and chances in a draw. What is worked out by a bill (percentages, multipliers) gives nothing here.
 */
export function giveEffect(journal: Journal, programme: Programme, effect: Effect, giving: Giving): Journal {
  const { source, at, span, spanForAll, takes } = giving
  switch (effect.kind) {
    case 'coupon':
      return issueCoupons(journal, programme, {
        templateId: effect.couponId,
        count: effect.count ?? 1,
        source,
        at,
        ...(spanForAll ? { span } : {}),
        takes,
      })
    case 'gift':
      return giveThing(journal, { name: effect.name, worthFen: effect.worthFen }, giving)
    case 'described':
      return giveThing(journal, { name: effect.text }, giving)
    case 'points':
      return pointsGiven(journal, programme, {
        points: effect.points,
        why: whyOf(source),
        takes,
        at,
        ...giftOf(source),
      })
    case 'chance': {
      const { drawId, chances } = effect
      return grantByRule(journal, programme, { drawId, chances, why: whyOf(source), takes, at, ...rewardOf(source) })
    }
    case 'money-off':
      return issueOne(journal, moneyOff(effect), { source, at, span, takes })
    case 'percent-off':
      return issueOne(journal, percentOff(effect.percent), { source, at, span, takes })
    default:
      return journal
  }
}

/** Something that staff hand out when it is shown. */
export function giveThing(
  journal: Journal,
  { name, worthFen }: { name: Bilingual; worthFen?: number | undefined },
  { source, at, span, takes }: Giving,
): Journal {
  const worth = { kind: 'gift' as const, gift: name, ...(worthFen === undefined ? {} : { worthFen }) }
  return issueOne(
    journal,
    { templateId: 'gift', name, worth, stacks: true, giftable: false },
    { source, at, span, takes },
  )
}

function moneyOff({ offFen, fromFen }: Extract<Effect, { kind: 'money-off' }>) {
  const yuan = (fen: number) => String(fen / 100)
  const name =
    fromFen === undefined
      ? { zh: `减 ${yuan(offFen)} 元券`, en: `¥${yuan(offFen)} off` }
      : { zh: `满 ${yuan(fromFen)} 减 ${yuan(offFen)}`, en: `¥${yuan(offFen)} off from ¥${yuan(fromFen)}` }
  const worth = { kind: 'amount' as const, offFen, ...(fromFen === undefined ? {} : { fromFen }) }
  return { templateId: 'money-off', name, worth, stacks: true, giftable: false }
}

function percentOff(percent: number) {
  const name = { zh: `${(100 - percent) / 10} 折券`, en: `${percent}% off` }
  return {
    templateId: 'percent-off',
    name,
    worth: { kind: 'percent' as const, percent },
    stacks: false,
    giftable: false,
  }
}

/** Points of a tier's gift are told apart, so that they can be taken back with it. */
function giftOf(source: CouponSource): { gift?: string } {
  return source.by === 'rule' && source.why === 'tier' ? { gift: source.code } : {}
}

/** Chances that a refund may take back are told apart by what they came with. */
function rewardOf(source: CouponSource): { code?: string } {
  return source.by === 'rule' && takenBack.includes(source.why) ? { code: source.code } : {}
}

const takenBack: readonly string[] = ['referral', 'tier', 'milestone', 'challenge']

function whyOf(source: CouponSource): string {
  return source.by === 'rule' ? source.why : source.by
}
