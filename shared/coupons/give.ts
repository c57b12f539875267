import type { CouponSource } from '../books/coupon'
import type { Journal } from '../books/journal'
import { grantByRule } from '../chances/grant'
import type { Take } from '../books/taken'
import type { Bilingual } from '../kit/fields'
import type { Instant } from '../kit/time'
import { givenOf, type Effect } from '../programme/parts/effects'
import type { Given } from '../programme/parts/effects/given'
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
 * Gives what an effect gives by itself: coupons, things handed out as coupons that staff redeem, points, and chances in a
 * draw. What is worked out by a bill or an order gives nothing here.
 */
export function giveEffect(journal: Journal, programme: Programme, effect: Effect, giving: Giving): Journal {
  return givenOf(effect).reduce((current, given) => give(current, programme, given, giving), journal)
}

/** Gives one of the things that an effect may give. */
export function give(journal: Journal, programme: Programme, given: Given, giving: Giving): Journal {
  const way = ways[given.what] as Way
  return way(journal, programme, given, giving)
}

type Way<One = Given> = (journal: Journal, programme: Programme, given: One, giving: Giving) => Journal
type Ways = { [What in Given['what']]: Way<Extract<Given, { what: What }>> }

/** A total map: something that nobody gives does not compile. */
const ways: Ways = {
  coupons: (journal, programme, { templateId, count }, { source, at, span, spanForAll, takes }) =>
    issueCoupons(journal, programme, { templateId, count, source, at, ...(spanForAll ? { span } : {}), takes }),
  coupon: (journal, _, { coupon }, { source, at, span, takes }) =>
    issueOne(journal, coupon, { source, at, span, takes }),
  thing: (journal, _, thing, giving) => giveThing(journal, thing, giving),
  service: (journal, _, service, giving) => giveThing(journal, service, giving),
  points: (journal, programme, { points }, { source, takes, at }) =>
    pointsGiven(journal, programme, { points, why: whyOf(source), takes, at, ...giftOf(source) }),
  chances: (journal, programme, { drawId, chances }, { source, takes, at }) =>
    grantByRule(journal, programme, { drawId, chances, why: whyOf(source), takes, at, ...rewardOf(source) }),
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
