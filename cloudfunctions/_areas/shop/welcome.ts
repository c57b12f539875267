import type { shopWelcome } from '../../../shared/shop/contract'
import type { OutputOf } from '../../../shared/kit/contract'
import { allow } from '../../../shared/kit/ruling'
import { worthFen } from '../../../shared/points/redemption'
import type { Programme, Tier } from '../../../shared/programme/schema'
import { benefitWords } from '../../../shared/benefits/words'
import { benefitCode, benefitsOf } from '../../../shared/programme/benefits'
import { discountOf } from '../../../shared/tiers/benefits'
import { firstTier } from '../../../shared/tiers/qualify'
import type { Handler, MemberContext } from '../../_runtime/handler'
import { storeName, type Terms } from '../../_runtime/terms'
import { effectWords } from '../../../shared/programme/parts/effects'
import { qualifyingOf } from '../../../shared/programme/parts/referral'
import { noCounters } from '../../../shared/programme/evidence'
import { tierStep } from '../tiers/faces'
import { readOrigin, visitorId, type Scene, type SceneFacts, type Visitor } from './scene'

/**
 * What somebody sees before joining: the shop, where the code came from, what its tiers ask and give, the terms in force. The
 * first code that brings a visitor is remembered.
 */
export const welcome: Handler<typeof shopWelcome, MemberContext> = async (context, input) => {
  const { effects, openid, terms, now } = context
  const { programme, shop } = terms
  const { visitor, scene } = await readOrigin(effects, openid, input.scene)
  if (scene && !visitor && !context.account) effects.afterReply(() => remember(context, scene))
  const from = originOf(visitor?.firstTouch ?? scene, context)
  return allow({
    shop: { name: shop.name, storeName: from?.kind === 'store' ? from.storeName : null, brand: shop.brand },
    from,
    sceneKnown: input.scene === undefined || scene !== null,
    tiers: programme.tiers.map((tier) => tierOffer(programme, tier, now)),
    enrolmentPoints: programme.enrolment.points,
    enrolmentWorthFen: worthFen(programme, programme.enrolment.points, firstTier(programme).id),
    phone: { needed: programme.enrolment.phone === 'needed', byText: effects.platform.sendText !== null },
    terms: { termsVersion: programme.terms.termsVersion, privacyVersion: programme.terms.privacyVersion },
  })
}

type Welcome = OutputOf<typeof shopWelcome>

type Touch = Visitor['firstTouch'] | SceneFacts

function originOf(facts: Touch | null, { terms, account }: MemberContext): Welcome['from'] {
  if (facts?.kind !== 'friend') return placeOf(facts, terms)
  const { referral } = terms.programme
  return {
    kind: 'friend',
    name: facts.shownName,
    state: account?._id === facts.referrerId ? 'own' : account ? 'member' : 'open',
    offer: referral ? { gives: referral.friend.map(effectWords), ...qualifyingOf(referral) } : null,
  }
}

function placeOf(facts: Exclude<Touch, { kind: 'friend' }> | null, terms: Terms): Welcome['from'] {
  const name = facts && storeName(terms, facts.storeId)
  return name ? { kind: 'store', storeName: name, staffName: facts.staffName } : null
}

const nothingYet = (now: string) => ({
  enrolledAt: now,
  totals: { spendFen: 0, orders: 0, pointsEarned: 0 },
  days: [],
  counters: noCounters,
  marks: [],
  tierId: '',
})

function tierOffer(programme: Programme, tier: Tier, now: string): Welcome['tiers'][number] {
  const said = benefitsOf(programme, tier)
    .filter(({ kind }) => kind === 'described' || kind === 'early-access' || kind === 'gift')
    .map((benefit) => ({ code: benefitCode(benefit), text: benefitWords(benefit) }))
  return {
    ...tierStep(programme, tier, nothingYet(now), now),
    pointsPerYuan: tier.pointsPerYuan,
    discountPercent: discountOf(programme, tier),
    benefits: said,
  }
}

/** Added once: of two codes scanned at the same time the first that is written stands. */
async function remember(
  { effects, openid, now }: MemberContext,
  { _id: scene, at: _, ...facts }: Scene,
): Promise<void> {
  const firstTouch = { scene, ...touchOf(facts), at: now }
  const visitor: Visitor = { _id: visitorId(effects, openid), firstTouch }
  await effects.store.insert('visitors', [visitor])
}

/** As much of a code as counts once its visitor joins. */
function touchOf(facts: SceneFacts) {
  if (facts.kind === 'store') return facts
  const { kind, referrerId, shownName } = facts
  return { kind, referrerId, shownName }
}
