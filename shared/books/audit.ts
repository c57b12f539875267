import { balanceOf, type Account } from './account'
import type { Coupon } from './coupon'
import type { Entry } from './entry'
import type { EventPlace } from './event-facts'
import type { Exchange, SwapRight } from './exchange'
import type { Referred } from './referral'
import type { SharedCard } from './shared-card'
import { fold } from './evolve'
import type { Taken } from './taken'

/** What an account's books can be wrong by, as the log and the manager's board say it. */
export const accountFaults = {
  'the stored balance is not the sum of the lots': '余额与各批次积分之和不符',
  'a lot is empty, negative or broken': '有一批积分为空、为负或不完整',
  'a pending lot is empty, negative or broken': '有一批待生效积分为空、为负或不完整',
  'points are owed while lots are open': '欠着积分，却还有可用的批次',
  'entries are missing or doubled': '账目有缺号或重号',
  'a balance does not follow from the one before': '某笔账目的余额接不上前一笔',
  'the entries do not add up to the account': '全部账目推算的结果与账户不符',
  'the account cannot be read': '账户文档不完整，无法核对',
} as const
export type AccountFault = keyof typeof accountFaults

/**
 * What is wrong with an account's books; nothing when the stored balance is the lots less the debt, no lot is empty or
 * negative, entries run without a gap, every balance follows from the one before, and their fold is the account.
 */
export function auditAccount(account: Account, storedBalance: number, entries: readonly Entry[]): AccountFault[] {
  return [
    ...check(storedBalance === balanceOf(account), 'the stored balance is not the sum of the lots'),
    ...check(
      account.lots.every((lot) => Number.isInteger(lot.points) && lot.points > 0),
      'a lot is empty, negative or broken',
    ),
    ...check(
      (account.pending ?? []).every((lot) => Number.isInteger(lot.points) && lot.points > 0),
      'a pending lot is empty, negative or broken',
    ),
    ...check(account.debt === 0 || account.lots.length === 0, 'points are owed while lots are open'),
    ...check(
      entries.every((entry, index) => entry.seq === index + 1) && entries.length === account.seq,
      'entries are missing or doubled',
    ),
    ...check(
      entries.every((entry, index) => entry.balanceAfter === (entries[index - 1]?.balanceAfter ?? 0) + entry.points),
      'a balance does not follow from the one before',
    ),
    ...check(sameBooks(fold(entries), account), 'the entries do not add up to the account'),
  ]
}

function check(holds: boolean, fault: AccountFault): AccountFault[] {
  return holds ? [] : [fault]
}

function sameBooks(folded: Account | null, account: Account): boolean {
  return folded !== null && factsOf(folded) === factsOf(account)
}

function factsOf(account: Account): string {
  const { accountId, memberNo, cardNo, externalId, tierId, tierSince, lots, lapsed, debt, totals, seq } = account
  const { name, holder, consent, cardFrozenAt } = account
  const plainLots = lots.map((lot) => [lot.expiresAt, lot.points])
  const { spendFen, orders, pointsEarned } = totals
  return JSON.stringify([
    accountId,
    memberNo,
    cardNo,
    cardFrozenAt,
    externalId,
    name,
    holder.kind === 'organisation' ? holder.name : null,
    [consent?.termsVersion, consent?.privacyVersion, consent?.at],
    tierId,
    tierSince,
    plainLots,
    lapsed.map((lot) => [lot.expiresAt, lot.points]),
    (account.pending ?? []).map((lot) => [lot.activeAt, lot.expiresAt, lot.points]),
    debt,
    (account.sharedCards ?? []).map(cardFacts),
    account.counters.engagement,
    account.counters.referrals,
    account.referral ? referralFacts(account.referral) : null,
    (account.referralSteps ?? []).map(({ friends, code, points, expiresAt, things }) => [
      friends,
      code,
      points,
      expiresAt,
      things,
    ]),
    account.owes ?? [],
    account.birthday,
    account.birthdayFrom ?? null,
    (account.checkIns ?? []).map(({ day, streak, points }) => [day, streak, points]),
    (account.exchanges ?? []).map(exchangeFacts),
    (account.rights ?? []).map(rightFacts),
    (account.events ?? []).map(placeFacts),
    account.eventsBarredUntil ?? null,
    takenFacts(account.taken ?? {}),
    (account.coupons ?? []).map(couponFacts),
    (account.giftPoints ?? []).map(({ gift, points, expiresAt }) => [gift, points, expiresAt]),
    spendFen,
    orders,
    pointsEarned,
    seq,
  ])
}

function referralFacts(referral: Referred) {
  const { referrerId, until, round, state, since, order, standing = [], suspicions, cleared, reward } = referral
  const qualified = order && [order.storeId, order.orderId, order.at, order.fromFen]
  return [
    referrerId,
    until,
    round,
    state,
    since,
    qualified,
    standing.map(({ storeId, orderId, at, leftFen }) => [storeId, orderId, at, leftFen]),
    suspicions,
    cleared,
    reward && [reward.points, reward.expiresAt, reward.things],
  ]
}

function exchangeFacts({ no, rewardId, count, burned, draws, addFen, limited, way, at, until, right, by }: Exchange) {
  const lots = draws.map((lot) => [lot.expiresAt, lot.points])
  return [no, rewardId, count, burned, lots, addFen, limited, way, at, until, right && rightFacts(right), by?.holderId]
}

function rightFacts({ rewardId, by, storeId, orderId, fromFen, until }: SwapRight) {
  return [rewardId, by, storeId, orderId, fromFen, until]
}

function placeFacts({ eventId, key, guests, draws, offeredUntil }: EventPlace) {
  return [eventId, key, guests, draws.map((lot) => [lot.expiresAt, lot.points]), offeredUntil ?? null]
}

/** What was had none of in its window is as what was never had. */
function takenFacts(taken: Taken) {
  return Object.entries(taken)
    .filter(([, { times }]) => times > 0)
    .map(([code, { window, times }]) => [code, window, times])
    .sort()
}

function couponFacts({ couponId, no, templateId, worth, from, until, sent, source, unlimited }: Coupon) {
  return [couponId, no, templateId, worth.kind, from, until, source.by, unlimited ?? false, sent?.token, sent?.until]
}

function cardFacts(card: SharedCard) {
  const { cardId, cardNo, kind, mode, since, role } = card
  const others =
    card.role === 'sub'
      ? card.mainAccountId
      : card.holders.map(({ accountId, cardNo, checked, share }) => [
          accountId,
          cardNo,
          checked,
          share.lots.map((lot) => [lot.expiresAt, lot.points]),
          share.over,
        ])
  return [cardId, cardNo, kind, mode, since, role, others]
}
