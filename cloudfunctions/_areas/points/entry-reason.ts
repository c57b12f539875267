import type { Entry } from '../../../shared/books/entry'
import type { EntryReason } from '../../../shared/points/contract'
import { givenBy } from '../../../shared/points/given'
import { rankOf } from '../../../shared/tiers/qualify'
import { storeName, type Terms } from '../../_runtime/terms'

/** Facts about the person and the card, not about points: no statement shows them. */
const unshown = [
  'link',
  'rename',
  'card-freeze',
  'card-reissue',
  'card-open',
  'card-join',
  'card-leave',
  'holder-join',
  'holder-check',
  'holder-leave',
  'exchange-fulfil',
  'exchange-reroute',
  'profile',
  'anniversary',
  'coupon-issue',
  'coupon-redeem',
  'coupon-return',
  'coupon-lapse',
  'coupon-withdraw',
  'coupon-send',
  'coupon-recall',
  'coupon-pass',
  'chance-grant',
  'chance-take',
  'chance-draw',
  'chance-withdraw',
  'entitlement',
  'entitlement-undone',
  'referral-qualify',
  'referral-review',
  'referral-decide',
  'referral-lapse',
  'referral-keep',
  'event-offer',
  'event-attend',
  'event-miss',
  'event-vote',
  'event-remind',
  'challenge',
] as const
export type ShownEntry = Exclude<Entry, { kind: (typeof unshown)[number] }>

export function isShown(entry: Entry): entry is ShownEntry {
  return !unshown.some((kind) => kind === entry.kind)
}

/** Why an entry changed the balance, as facts that the phone puts into words. */
export function reasonOf(entry: ShownEntry, terms: Terms): EntryReason {
  switch (entry.kind) {
    case 'enrol':
      return { code: 'enrol' }
    case 'purchase':
      return {
        code: 'purchase',
        amountFen: entry.amountFen,
        storeName: storeName(terms, entry.storeId),
        orderId: entry.orderId,
        pointsPerYuan: entry.rate / 100,
        tierId: entry.rateTierId,
        campaigns: raisedBy(entry, terms),
      }
    case 'burn':
      return burnReason(entry, terms)
    case 'refund':
      return {
        code: 'refund',
        amountFen: entry.amountFen,
        storeName: storeName(terms, entry.storeId),
        orderId: entry.orderId,
        owed: entry.owed,
      }
    case 'writeOff':
      return { code: 'write-off', orderId: entry.orderId }
    case 'adjust':
      return adjustReason(entry)
    case 'gift-undone':
      return { code: 'gift-undone' }
    case 'activate':
      return { code: 'activate' }
    case 'expire':
      return { code: 'expire' }
    case 'tier':
      return { code: 'tier', from: entry.from, to: entry.to, cause: entry.cause, up: isUp(entry, terms) }
    case 'check-in':
      return { code: 'check-in', streak: entry.streak, bonus: entry.bonus }
    case 'make-up':
      return { code: 'make-up', day: entry.day }
    case 'act':
    case 'act-undone':
      return { code: 'act', act: entry.act, undone: entry.kind === 'act-undone' }
    case 'transfer-out':
      return { code: 'settled', given: true }
    case 'transfer-in':
      return { code: 'settled', given: false }
    default:
      return givenReason(entry, terms)
  }
}

/** What added to an order's points: the birthday, and the campaigns as far as the programme still knows their names. */
function raisedBy({ campaigns = [], multiplied }: Extract<ShownEntry, { kind: 'purchase' }>, { programme }: Terms) {
  const named = campaigns
    .filter(({ id, points }) => points > 0 || id === multiplied?.code)
    .flatMap(({ id }) => programme.campaigns?.find((one) => one.id === id)?.name ?? [])
  if (multiplied?.code !== 'birthday') return named
  const times = multiplied.hundredths / 100
  return [{ zh: `生日 ${times} 倍积分`, en: `Birthday, ${times}× points` }, ...named]
}

type Given = Extract<
  ShownEntry,
  { kind: `referral-${string}` | `exchange${string}` | `event-${string}` | 'grant' | 'withdraw' }
>

/** What friends, rewards, events and milestones gave or took. */
function givenReason(entry: Given, terms: Terms): EntryReason {
  switch (entry.kind) {
    case 'referral-reward':
    case 'referral-undone':
      return { code: 'referral', as: entry.role, friends: null, undone: entry.kind === 'referral-undone' }
    case 'referral-step':
    case 'referral-step-undone':
      return { code: 'referral', as: 'step', friends: entry.friends, undone: entry.kind === 'referral-step-undone' }
    case 'exchange':
      return { code: 'exchange', name: entry.name, count: entry.count }
    case 'exchange-release':
      return { code: 'exchange-back', name: entry.name, count: entry.count, because: entry.reason }
    case 'event-sign-up':
    case 'event-confirm':
    case 'event-leave':
      return { code: 'event', name: eventName(entry.eventId, terms), back: entry.kind === 'event-leave' }
    case 'grant':
      return { code: 'right', name: rightName(entry.code, terms), given: true }
    case 'withdraw':
      return { code: 'right', name: rightName(entry.code, terms), given: false }
  }
}

function burnReason(entry: Extract<Entry, { kind: 'burn' }>, terms: Terms): EntryReason {
  if (entry.reason === 'draw') return { code: 'chance-bought', name: entry.name }
  return entry.reason === 'order'
    ? { code: 'burn', storeName: storeName(terms, entry.storeId), orderId: entry.orderId }
    : { code: 'tier-bought', tierId: entry.tierId }
}

function adjustReason({ reason }: Extract<Entry, { kind: 'adjust' }>): EntryReason {
  if (reason === 'enrolment-gift' || reason === 'top-up') return { code: reason }
  if (reason.startsWith(givenBy)) return { code: 'given', why: reason.slice(givenBy.length) }
  return { code: 'adjust', text: reason }
}

function isUp({ from, to }: { from: string; to: string }, { programme }: Terms): boolean {
  return rankOf(programme, to) > rankOf(programme, from)
}

function rightName(code: string, { programme }: Terms) {
  return programme.milestones?.find((milestone) => milestone.code === code)?.name ?? { zh: code, en: code }
}

function eventName(eventId: string, { programme }: Terms) {
  return programme.events?.find(({ id }) => id === eventId)?.name ?? { zh: eventId, en: eventId }
}
