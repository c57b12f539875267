import { noCounters, withEngagement } from '../programme/evidence'
import type { Account, ConsentHeld, Granted } from './account'
import { afterCard, withShares } from './cards-after'
import { afterChance } from './chances-after'
import { couponsAfter } from './coupons-after'
import { afterExchange, rightsGiven } from './exchanges-after'
import { afterEvent, grantedMax } from './events-after'
import { activityOf, addToDays, addToTotals } from './activity'
import { addToLots, lotOf, putIntoLot, takeDraws, type Lot } from './lots'
import { putPending } from './pending'
import { afterAct } from './acts-after'
import type { ReferralFact } from './referral'
import { afterActivation } from './activation-after'
import { afterComing, isOfReferral, referralAfter } from './referral-after'
import { withStanding } from './standing-orders'
import { afterRefund } from './refund-after'
import { withTakes } from './taken'
import { afterGiftUndone, giftIn } from './gift-points'
import type { CardEntry, Consent, Entry, EntryFrame, Fact, PurchaseFact } from './entry'

/** The account after one more entry. Folding every entry of an account gives its stored state. */
export function evolve(account: Account, entry: EntryFrame & Fact): Account {
  const next = apply(account, entry, entry.seq)
  return next.sharedCards ? withShares(next, entry) : next
}

/**
 * The same for an account that nobody else holds: an order, which is what happens most, changes the account itself, and a
 * replay of ten million orders is spared as many copies.
 */
export function evolveOwn(account: Account, entry: EntryFrame & Fact): Account {
  if (entry.kind !== 'purchase' || account.sharedCards) return evolve(account, entry)
  return afterPurchase(account, entry, entry.seq)
}

export function fold(entries: readonly Entry[]): Account | null {
  const [first, ...rest] = entries
  if (first?.kind !== 'enrol') return null
  return rest.reduce(evolve, evolve(blankAccount(first), first))
}

export function blankAccount(entry: { accountId: string; at: string } & Extract<Fact, { kind: 'enrol' }>): Account {
  const { referrerId } = entry.source
  const until = entry.referralUntil
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
    lapsed: none,
    debt: 0,
    totals: { spendFen: 0, orders: 0, pointsEarned: 0 },
    days: [],
    counters: noCounters,
    marks: none,
    held: none,
    granted: none,
    tenureAt: entry.tenureAt ?? none,
    birthday: null,
    ...(referrerId && until ? { referral: { referrerId, until, round: 0, state: 'waiting', since: entry.at } } : {}),
    seq: 0,
  }
}

/** What no entry has added to yet. These lists are replaced and never changed, so that all accounts share one. */
const none: never[] = []

/** A copy that an order may change: the totals, the lots and the list of days are its own. */
function draftOf(account: Account): Account {
  const draft = copyOf(account)
  draft.totals = { ...account.totals }
  draft.lots = account.lots.map(lotOf)
  draft.days = account.days.slice()
  return draft
}

/**
 * A copy to change. Every field is named, because a copy by spreading takes an engine ten times as long and gives an object
 * of another shape, over which a replay stumbles; a field that is forgotten here does not compile.
 */
function copyOf(account: Account): Account {
  const copy: Omit<Required<Account>, Seldom> = {
    accountId: account.accountId,
    memberNo: account.memberNo,
    cardNo: account.cardNo,
    cardFrozenAt: account.cardFrozenAt,
    name: account.name,
    externalId: account.externalId,
    holder: account.holder,
    consent: account.consent,
    enrolledAt: account.enrolledAt,
    source: account.source,
    tierId: account.tierId,
    tierSince: account.tierSince,
    lots: account.lots,
    lapsed: account.lapsed,
    debt: account.debt,
    totals: account.totals,
    days: account.days,
    counters: account.counters,
    marks: account.marks,
    held: account.held,
    granted: account.granted,
    tenureAt: account.tenureAt,
    birthday: account.birthday,
    seq: account.seq,
  }
  return hasSeldom(account) ? Object.assign(copy, seldomOf(account)) : copy
}

/** Fields that most accounts lack: copied only where they are. */
type Seldom = (typeof seldom)[number]
const seldom = [
  'birthdayFrom',
  'chances',
  'checkIns',
  'coupons',
  'events',
  'eventsBarredUntil',
  'exchanges',
  'giftPoints',
  'owes',
  'pending',
  'referral',
  'referralSteps',
  'rights',
  'sharedCards',
  'taken',
] as const satisfies readonly (keyof Account)[]

function hasSeldom(account: Account): boolean {
  return (
    account.taken !== undefined ||
    account.coupons !== undefined ||
    account.events !== undefined ||
    account.eventsBarredUntil !== undefined ||
    account.exchanges !== undefined ||
    account.rights !== undefined ||
    account.pending !== undefined ||
    account.sharedCards !== undefined ||
    account.checkIns !== undefined ||
    account.referral !== undefined ||
    account.referralSteps !== undefined ||
    account.giftPoints !== undefined ||
    account.owes !== undefined ||
    account.birthdayFrom !== undefined ||
    account.chances !== undefined
  )
}

function seldomOf(account: Account): Pick<Account, Seldom> {
  return Object.fromEntries(seldom.flatMap((name) => (account[name] === undefined ? [] : [[name, account[name]]])))
}

/** How many lots of expired points an account remembers: five years of months, or the last sixty days that lost any. */
const lapsedMax = 60

/** Every case copies the account once, and names what changes. */
function apply(account: Account, entry: EntryFrame & Fact, seq: number): Account {
  switch (entry.kind) {
    case 'enrol':
      return Object.assign(copyOf(account), { seq })
    case 'purchase':
      return afterPurchase(draftOf(account), entry, seq)
    case 'burn':
      return {
        ...account,
        seq,
        lots: takeDraws(account.lots, entry.draws),
        granted: entry.reason === 'tier' ? withGranted(account.granted, entry.granted) : account.granted,
      }
    case 'expire':
      return Object.assign(copyOf(account), {
        seq,
        lots: takeDraws(account.lots, entry.draws),
        lapsed: entry.draws.reduce<Lot[]>(putIntoLot, account.lapsed).slice(-lapsedMax),
      })
    case 'activate':
      return afterActivation(account, entry, seq)
    case 'refund':
      return afterRefund(account, entry, seq)
    case 'writeOff':
      return { ...account, seq, debt: account.debt - entry.forgiven }
    case 'adjust':
      return {
        ...account,
        seq,
        debt: account.debt - entry.repaid,
        lots:
          entry.change > 0
            ? putIntoLot(account.lots, { expiresAt: entry.expiresAt, points: entry.change - entry.repaid })
            : takeDraws(account.lots, entry.draws),
        granted: entry.granted ? withGranted(account.granted, entry.granted) : account.granted,
        ...(entry.takes ? { taken: withTakes(account.taken, entry.takes) } : {}),
        ...(entry.gift ? { giftPoints: [...(account.giftPoints ?? []), giftIn(entry, entry.gift)] } : {}),
      }
    case 'gift-undone':
      return afterGiftUndone({ ...account, seq }, entry)
    case 'tier':
      return Object.assign(copyOf(account), {
        seq,
        held: [...entry.held],
        tierId: entry.to,
        tierSince: entry.held.at(-1)?.at ?? account.enrolledAt,
      })
    case 'grant':
      return { ...account, seq, granted: withGranted(account.granted, entry) }
    case 'withdraw':
      return {
        ...account,
        seq,
        granted: account.granted.filter((one) => one.code !== entry.code || one.window !== entry.window),
      }
    default:
      return applyDone(account, entry, seq)
  }
}

/** What members do besides buying: visits and other acts, points swapped for rewards, and friends whom they bring. */
function applyDone(account: Account, entry: DoneEntry | AboutEntry, seq: number): Account {
  if (isOfReferral(entry)) return referralAfter(account, entry, seq)
  switch (entry.kind) {
    case 'check-in':
    case 'make-up':
    case 'act':
    case 'act-undone':
    case 'entitlement':
    case 'entitlement-undone':
      return afterAct({ ...account, seq }, entry)
    case 'exchange':
    case 'exchange-fulfil':
    case 'exchange-reroute':
    case 'exchange-release':
      return afterExchange(account, entry, seq)
    case 'event-sign-up':
    case 'event-confirm':
    case 'event-offer':
    case 'event-leave':
    case 'event-attend':
    case 'event-miss':
    case 'event-vote':
    case 'event-remind':
    case 'challenge':
      return afterEvent(account, entry, seq)
    case 'chance-grant':
    case 'chance-take':
    case 'chance-draw':
    case 'chance-withdraw':
      return afterChance(account, entry, seq)
    default:
      return applyAbout(account, entry, seq)
  }
}

/** Facts about the person and the card, by which no points move. */
function applyAbout(account: Account, entry: AboutEntry, seq: number): Account {
  switch (entry.kind) {
    case 'link':
      return { ...afterComing(account, entry), seq, consent: consentHeld(entry.consent, entry.at) }
    case 'rename':
      return { ...account, seq, name: entry.name }
    case 'profile':
      return {
        ...account,
        seq,
        birthday: entry.birthday,
        ...(entry.birthdayFrom ? { birthdayFrom: entry.birthdayFrom } : {}),
      }
    case 'anniversary':
      return { ...account, seq, tenureAt: account.tenureAt.slice(1) }
    case 'coupon-issue':
    case 'coupon-redeem':
    case 'coupon-return':
    case 'coupon-lapse':
    case 'coupon-withdraw':
    case 'coupon-send':
    case 'coupon-recall':
    case 'coupon-pass':
      return couponsAfter(account, entry, seq)
    default:
      return afterCard(account, entry, seq)
  }
}

type DoneEntry = EntryFrame &
  (
    | Extract<
        Fact,
        {
          kind:
            | 'check-in'
            | 'make-up'
            | 'act'
            | 'act-undone'
            | 'challenge'
            | `entitlement${string}`
            | `exchange${string}`
            | `event-${string}`
            | `chance-${string}`
        }
      >
    | ReferralFact
  )

type AboutEntry =
  (EntryFrame & Extract<Fact, { kind: 'link' | 'rename' | 'profile' | 'anniversary' | `coupon-${string}` }>) | CardEntry

/** Changes a draft: what is its own is changed in place, everything else replaced. */
function afterPurchase(draft: Account, entry: PurchaseFact & { at: string }, seq: number): Account {
  const counts = activityOf(entry)
  draft.seq = seq
  draft.debt -= entry.repaid
  const { expiresAt, activeAt } = entry
  const points = entry.earned - entry.repaid
  if (activeAt) draft.pending = putPending(draft.pending ?? [], { expiresAt, points, activeAt })
  else addToLots(draft.lots, expiresAt, points)
  addToTotals(draft.totals, counts)
  if (entry.engagement) draft.counters = withEngagement(draft.counters, entry.engagement)
  addToDays(draft.days, entry.at, counts)
  if (entry.rights) draft.rights = rightsGiven(draft.rights, entry.rights)
  const takes = entry.campaigns?.flatMap(({ take }) => take ?? [])
  if (takes?.length) draft.taken = withTakes(draft.taken, takes)
  if (draft.referral) draft.referral = withStanding(draft.referral, entry, draft.enrolledAt)
  return draft
}

function consentHeld({ termsVersion, privacyVersion }: Consent, at: string): ConsentHeld {
  return { termsVersion, privacyVersion, at }
}

function withGranted(granted: readonly Granted[], { code, window }: Granted): Granted[] {
  return [...granted, { code, window }].slice(-grantedMax)
}
