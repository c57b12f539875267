import type { Consent, EnrolFact, Entry } from '../books/entry'
import { blankAccount } from '../books/evolve'
import { openJournal, record, type Journal, type Stamp } from '../books/journal'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { expiryOf } from '../points/earn'
import { firstTier } from '../tiers/qualify'
import type { EnrolmentSource } from '../books/account'

export type Enrolment = {
  accountId: string
  memberNo: string
  cardNo: string
  name: string | null
  externalId: string | null
  source: EnrolmentSource
  consent: Consent | null
  at: Instant
}

/**
 * A person becomes a member at the lowest tier. The gift of points goes to those who join themselves: enrolment
 * through an order of a till grants nothing.
 */
export function enrol(enrolment: Enrolment, programme: Programme, stamp: Stamp): Journal {
  const { accountId, at, memberNo, cardNo, name, externalId, source, consent } = enrolment
  const tierId = firstTier(programme).id
  const blank = blankAccount({
    kind: 'enrol',
    accountId,
    at,
    memberNo,
    cardNo,
    name,
    externalId,
    source,
    consent,
    tierId,
  })
  const fact: EnrolFact = { kind: 'enrol', memberNo, cardNo, name, externalId, source, consent, tierId }
  const joined = record(openJournal(blank, stamp), fact, { at })
  const gift = enrolment.source.kind === 'wechat' ? programme.enrolment.points : 0
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

export type EnrolEntry = Extract<Entry, { kind: 'enrol' }>
