import type { Account, ConsentHeld } from './account'
import { putIntoLot, takeDraws, type Lot } from './lots'
import type { Consent, Entry, EntryFrame, Fact, RefundFact } from './entry'

/** The account after one more entry. Folding every entry of an account gives its stored state. */
export function evolve(account: Account, entry: EntryFrame & Fact): Account {
  const next = apply(account, entry)
  return { ...next, seq: entry.seq }
}

export function fold(entries: readonly Entry[]): Account | null {
  const [first, ...rest] = entries
  if (first?.kind !== 'enrol') return null
  return rest.reduce(evolve, evolve(blankAccount(first), first))
}

export function blankAccount(entry: { accountId: string; at: string } & Extract<Fact, { kind: 'enrol' }>): Account {
  return {
    accountId: entry.accountId,
    memberNo: entry.memberNo,
    cardNo: entry.cardNo,
    cardFrozenAt: null,
    name: entry.name,
    externalId: entry.externalId,
    holder: entry.holder,
    consent: entry.consent && consentHeld(entry.consent, entry.at),
    enrolledAt: entry.at,
    source: entry.source,
    tierId: entry.tierId,
    tierSince: entry.at,
    lots: [],
    lapsed: [],
    debt: 0,
    totals: { spendFen: 0, orders: 0, pointsEarned: 0 },
    seq: 0,
  }
}

/** How many lots of expired points an account remembers: five years of months, or the last sixty days that lost any. */
const lapsedMax = 60

function apply(account: Account, entry: EntryFrame & Fact): Account {
  switch (entry.kind) {
    case 'enrol':
      return account
    case 'link':
      return { ...account, consent: consentHeld(entry.consent, entry.at) }
    case 'rename':
      return { ...account, name: entry.name }
    case 'purchase':
      return {
        ...account,
        debt: account.debt - entry.repaid,
        lots: putIntoLot(account.lots, { expiresAt: entry.expiresAt, points: entry.earned - entry.repaid }),
        totals: {
          spendFen: account.totals.spendFen + entry.amountFen,
          orders: account.totals.orders + 1,
          pointsEarned: account.totals.pointsEarned + entry.earned,
        },
      }
    case 'burn':
      return { ...account, lots: takeDraws(account.lots, entry.draws) }
    case 'expire':
      return {
        ...account,
        lots: takeDraws(account.lots, entry.draws),
        lapsed: entry.draws.reduce<Lot[]>(putIntoLot, account.lapsed).slice(-lapsedMax),
      }
    case 'refund':
      return afterRefund(account, entry)
    case 'writeOff':
      return { ...account, debt: account.debt - entry.forgiven }
    case 'adjust':
      return {
        ...account,
        debt: account.debt - entry.repaid,
        lots:
          entry.change > 0
            ? putIntoLot(account.lots, { expiresAt: entry.expiresAt, points: entry.change - entry.repaid })
            : takeDraws(account.lots, entry.draws),
      }
    case 'tier':
      return { ...account, tierId: entry.to, tierSince: entry.at }
    case 'card-freeze':
      return { ...account, cardFrozenAt: entry.at }
    case 'card-reissue':
      return { ...account, cardNo: entry.to, cardFrozenAt: null }
  }
}

function consentHeld({ termsVersion, privacyVersion }: Consent, at: string): ConsentHeld {
  return { termsVersion, privacyVersion, at }
}

function afterRefund(account: Account, entry: RefundFact): Account {
  const returned = entry.returnedLots.reduce<Lot[]>(putIntoLot, takeDraws(account.lots, entry.draws))
  return {
    ...account,
    lots: returned,
    lapsed: takeDraws(account.lapsed, [{ expiresAt: entry.lapsedFrom, points: entry.lapsed }]),
    debt: account.debt + entry.owed - entry.repaid,
    totals: {
      spendFen: account.totals.spendFen - entry.amountFen,
      orders: account.totals.orders - (entry.whole ? 1 : 0),
      pointsEarned: account.totals.pointsEarned - entry.reversed,
    },
  }
}
