import type { Entry } from '../../shared/books/entry'
import { openJournal, type Journal } from '../../shared/books/journal'
import type { Suspicion } from '../../shared/books/referral'
import { addDays, dayOf, startOfDay, type Instant } from '../../shared/kit/time'
import { enrol } from '../../shared/members/enrol'
import { expirePoints } from '../../shared/points/expire'
import type { ReferralTerms } from '../../shared/programme/parts/referral'
import type { Programme } from '../../shared/programme/schema'
import { settleReferral } from '../../shared/referrals/friend'
import { rewardEntryId } from '../../shared/referrals/give'
import { rewardReferrer, undoReferrer, type ReferrerReward } from '../../shared/referrals/referrer'
import { firstDay, newMember, programmeOf, stampAt, type Book } from '../support/builders'

/** 200 points for the member, 100 for the friend, after an order from ¥30 within thirty days. */
export function friendsShop(terms: Partial<ReferralTerms> = {}, more: Partial<Programme> = {}): Programme {
  return programmeOf({
    referral: {
      referrer: [{ kind: 'points', points: 200 }],
      friend: [{ kind: 'points', points: 100 }],
      completedBy: { orderFromFen: 3_000, withinDays: 30 },
      ...terms,
    },
    ...more,
  })
}

export const referrerId = 'account-referrer'

/** Somebody whom a member brought. */
export function friend(programme: Programme, accountId = 'account-friend', at = firstDay): Book {
  const person = {
    accountId,
    memberNo: '10000002',
    cardNo: '1000000002',
    name: '沈小满',
    externalId: null,
    holder: { kind: 'person' as const },
    source: { kind: 'wechat' as const, storeId: null, referrerId },
    consent: { termsVersion: '1', privacyVersion: '1', adult: true as const },
    at,
  }
  const { account, entries } = enrol(person, programme, stampAt(at))
  return { account, entries }
}

export function referrer(programme: Programme): Book {
  return newMember(programme, referrerId)
}

/** Noon of so many days after the first day. */
export function day(after: number): Instant {
  return new Date(Date.parse(startOfDay(addDays(dayOf(firstDay), after))) + 12 * 3_600_000).toISOString()
}

export function then(book: Book, at: Instant, write: (journal: Journal) => Journal): Book {
  const { account, entries } = write(openJournal(book.account, stampAt(at)))
  return { account, entries: [...book.entries, ...entries] }
}

/** The clock comes by the friend's account. */
export function clock(book: Book, programme: Programme, at: Instant, suspicions: Suspicion[] = []): Book {
  return then(book, at, (journal) => settleReferral(expirePoints(journal, at), programme, { now: at, suspicions }))
}

/** A friend of that name counts for the member. */
export function counts(book: Book, programme: Programme, friendId: string, at: Instant, round = 1): Book {
  return then(book, at, (journal) => rewardReferrer(journal, programme, { friendId, round, at }))
}

/** And no more. */
export function countsNoMore(book: Book, programme: Programme, friendId: string, at: Instant, round = 1): Book {
  const id = rewardEntryId({ role: 'referrer', friendId, round })
  const given = book.entries.find((one): one is ReferrerReward & Entry => one._id === id)
  if (!given) throw new Error(`${friendId} has not counted`)
  return then(book, at, (journal) => undoReferrer(journal, programme, given, at))
}
