import type { Consent, EnrolFact, Entry } from '../books/entry'
import { blankAccount } from '../books/evolve'
import { openJournal, record, type Journal, type Stamp } from '../books/journal'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { expiryOf } from '../points/earn'
import { qualifyByJoining } from '../referrals/friend'
import { qualifiesUntil } from '../referrals/terms'
import { firstTier } from '../tiers/qualify'
import { tenureInstants } from '../tiers/tenure'
import type { EnrolmentSource, Holder } from '../books/account'

export type Enrolment = {
  accountId: string
  memberNo: string
  cardNo: string
  name: string | null
  externalId: string | null
  holder: Holder
  source: EnrolmentSource
  consent: Consent | null
  at: Instant
}

/**
 * A person becomes a member at the lowest tier. The gift of points goes to those who join themselves or at the counter:
 * enrolment through an order of a till grants nothing.
 */
export function enrol(enrolment: Enrolment, programme: Programme, stamp: Stamp): Journal {
  const { accountId, at, memberNo, cardNo, name, externalId, holder, source, consent } = enrolment
  const tierId = firstTier(programme).id
  const fact: EnrolFact = { kind: 'enrol', memberNo, cardNo, name, externalId, holder, source, consent, tierId }
  const tenureAt = tenureInstants(programme, at)
  if (tenureAt.length > 0) fact.tenureAt = tenureAt
  if (source.referrerId && programme.referral) fact.referralUntil = qualifiesUntil(programme.referral, at)
  const enrolled = record(openJournal(blankAccount({ ...fact, accountId, at }), stamp), fact, { at })
  const joined = qualifyByJoining(enrolled, programme, at)
  const gift = giftOf(enrolment.source, programme)
  if (gift === 0) return joined
  return record(
    joined,
    {
      kind: 'adjust',
      change: gift,
      repaid: 0,
      expiresAt: expiryOf(programme, at),
      draws: [],
      reason: 'enrolment-gift',
      actor: 'programme',
    },
    { at },
  )
}

/** What joining brings somebody who came in this way. */
export function giftOf(source: EnrolmentSource, programme: Programme): number {
  return source.kind === 'pos' ? 0 : programme.enrolment.points
}

export type EnrolEntry = Extract<Entry, { kind: 'enrol' }>
