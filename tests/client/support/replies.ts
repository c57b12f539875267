import { groupsOfMember, type CustomerStanding } from '../../../shared/groups/contract'
import { tasksMine } from '../../../shared/journeys/tasks-contract'
import { obligationsOfMember } from '../../../shared/obligations/contract'
import { yuanText } from '@shared/kit/money'
import type { OutputOf } from '../../../shared/kit/contract'
import { cardsFreeze, cardsMine, cardsReissue, cardsReportLost, type Card } from '../../../shared/cards/contract'
import { type cardsHistory } from '../../../shared/cards/shared-contract'
import {
  homeRead,
  membersEnrol,
  membersRename,
  membersSendCode,
  type MemberHome,
} from '../../../shared/members/contract'
import { pointsStatement, type StatementEntry } from '../../../shared/points/contract'
import { shopTerms, shopWelcome } from '../../../shared/shop/contract'
import {
  staffAccrue,
  staffEnrol,
  staffFind,
  staffInvite,
  staffJoin,
  staffMe,
  staffScan,
  staffStoreCode,
  staffUndo,
  type CustomerSheet,
} from '../../../shared/staff/contract'
import { tiersHistory, tiersProgress, type TierEvent } from '../../../shared/tiers/contract'

/** What the cloud would say to one member of the demonstration shop on Thursday 21 May 2026. */
const now = '2026-05-21T04:10:00.000Z'
const regular = { id: 'regular', name: { zh: '普通', en: 'Regular' }, slot: 'regular' as const }
const silver = { id: 'silver', name: { zh: '银卡', en: 'Silver' }, slot: 'silver' as const }
const gold = { id: 'gold', name: { zh: '金卡', en: 'Gold' }, slot: 'gold' as const }
const shop = { name: '屿间茶舍', storeName: '建国西路店', brand: null }

export const home: MemberHome = {
  serverAt: now,
  shop,
  member: { accountId: 'acc_1', memberNo: '88260173', name: '林小满' },
  tier: { ...silver, since: '2026-03-31T02:00:00.000Z' },
  progress: { next: gold, match: 'any', requirements: [requirement('spend', 68000, 100000)] },
  points: { balance: 2480, worthFen: 2480, debt: 0, expiring: { points: 180, on: '2026-05-31' } },
  coupons: { usable: 0, soonestUntil: null },
  totals: { spendFen: 68000, orders: 9 },
  checkIn: null,
  referral: null,
  campaign: null,
  announcement: null,
}

export const entries: StatementEntry[] = [
  entry(4, '2026-05-21T04:06:00.000Z', 128, 2480, {
    code: 'purchase',
    amountFen: 8550,
    storeName: '建国西路店',
    orderId: 'A1001',
    pointsPerYuan: 1.5,
    tierId: 'silver',
    campaigns: [{ zh: '双倍日', en: 'Double day' }],
  }),
  entry(3, '2026-05-12T04:06:00.000Z', -42, 2352, {
    code: 'refund',
    amountFen: 4200,
    storeName: null,
    orderId: 'A2207',
    owed: 0,
  }),
  entry(2, '2026-04-30T16:30:00.000Z', 0, 2394, {
    code: 'tier',
    from: 'regular',
    to: 'silver',
    cause: 'qualified',
    up: true,
  }),
]

export const statement: OutputOf<typeof pointsStatement> = {
  serverAt: now,
  balance: 2480,
  worthFen: 2480,
  debt: 0,
  expiring: [
    { points: 180, on: '2026-05-31' },
    { points: 420, on: '2026-08-31' },
  ],
  pending: [],
  tierNames: { regular: regular.name, silver: silver.name },
  months: [{ month: '2026-05', earned: 506, used: 320 }],
  entries,
  nextBefore: 2,
}

/** The next page: one entry of the month before. */
export const older: OutputOf<typeof pointsStatement> = {
  ...statement,
  months: [],
  entries: [entry(1, '2026-04-18T04:06:00.000Z', 200, 2394, { code: 'enrolment-gift' })],
  nextBefore: null,
}

export const ladder: OutputOf<typeof tiersProgress> = {
  serverAt: now,
  current: home.tier,
  progress: home.progress,
  balance: 2480,
  sales: [],
  ladder: [
    { ...regular, reached: true, pointsPerYuan: 1, match: null, requirements: [], benefits: [] },
    {
      ...silver,
      reached: true,
      pointsPerYuan: 1.5,
      match: 'any',
      requirements: [requirement('spend', 68000, 50000)],
      benefits: [
        { kind: 'discount', percent: 10 },
        { kind: 'earning-rate', pointsPerYuan: 1.5 },
      ],
    },
    {
      ...gold,
      reached: false,
      pointsPerYuan: 2,
      match: 'any',
      requirements: [requirement('spend', 68000, 100000)],
      benefits: [
        { kind: 'discount', percent: 15 },
        { kind: 'described', code: 'advisor', text: { zh: '专属顾问', en: 'Personal advisor' } },
      ],
    },
  ],
}

const birthday = { code: 'birthday-drink', text: { zh: '生日饮品', en: 'Birthday drink' } }
const seats = { code: 'seats', text: { zh: '优先席', en: 'Reserved seats' } }

const sofar = (spendFen: number, orders: number) => ({ counted: { spendFen, orders, pointsEarned: spendFen / 100 } })

export const history: OutputOf<typeof tiersHistory> = {
  serverAt: now,
  current: home.tier,
  progress: home.progress,
  counts: ['spend'],
  events: [
    happened(4, '2026-03-31T02:00:00.000Z', {
      code: 'tier',
      from: regular,
      to: silver,
      up: true,
      cause: 'qualified',
      because: [requirement('spend', 52000, 50000)],
      ...sofar(52000, 6),
    }),
    happened(3, '2026-02-14T02:00:00.000Z', {
      code: 'order',
      amountFen: 12800,
      storeName: '建国西路店',
      ...sofar(37200, 5),
    }),
    happened(2, '2026-01-09T02:00:00.000Z', { code: 'refund', amountFen: 4200, storeName: null, ...sofar(24400, 4) }),
    happened(1, '2025-11-02T02:00:00.000Z', {
      code: 'enrol',
      tier: regular,
      via: 'wechat',
      storeName: '建国西路店',
    }),
  ],
  nextCursor: null,
}

export const welcome: OutputOf<typeof shopWelcome> = {
  shop,
  from: { kind: 'store', storeName: '建国西路店', staffName: null },
  sceneKnown: true,
  tiers: [
    { ...regular, match: null, requirements: [], pointsPerYuan: 1, discountPercent: 0, benefits: [birthday] },
    {
      ...silver,
      match: 'any',
      requirements: [requirement('spend', 0, 50000)],
      pointsPerYuan: 1.5,
      discountPercent: 10,
      benefits: [birthday, seats],
    },
    { ...gold, match: 'any', requirements: [], pointsPerYuan: 2, discountPercent: 15, benefits: [birthday, seats] },
  ],
  enrolmentPoints: 100,
  enrolmentWorthFen: 100,
  phone: { needed: true, byText: true },
  terms: { termsVersion: '2026.04', privacyVersion: '2026.05' },
}

const terms: OutputOf<typeof shopTerms> = {
  version: '2026.04',
  title: { zh: '会员章程', en: 'Membership terms' },
  sections: [{ heading: { zh: '积分', en: 'Points' }, text: { zh: '积分不是钱。', en: 'Points are no money.' } }],
}

/** The home of somebody who has joined this minute and given no name. */
export const newHome: MemberHome = {
  ...home,
  member: { ...home.member, name: null },
  tier: { ...regular, since: now },
  progress: { next: silver, match: 'any', requirements: [requirement('spend', 0, 50000)] },
  points: { balance: 100, worthFen: 100, debt: 0, expiring: null },
  totals: { spendFen: 0, orders: 0 },
}
export const enrolled: OutputOf<typeof membersEnrol> = { ...newHome, joined: { ordinal: 28614, points: 100 } }

export const card = {
  cardId: 'own',
  cardNo: '4021736658',
  kind: 'own' as const,
  title: null,
  tier: silver,
  points: 2480,
  holderName: '林小满',
  shared: null,
  frozenAt: null,
  secret: 'k7d2m9q4x1b8w5z3',
}
export const cards: OutputOf<typeof cardsMine> = { serverAt: now, cards: [card], offers: [] }
/** A family card of somebody else's that the member holds as well. */
export const sharedCard: Card = {
  ...card,
  cardId: 'shared-0550001112',
  cardNo: '0550001112',
  kind: 'family',
  tier: { id: 'gold', name: { zh: '金卡', en: 'Gold' }, slot: 'gold' },
  points: 12_860,
  shared: { role: 'sub', mode: 'pooled', ownerName: '李慧', people: 3, pending: false },
  secret: 'other',
}
export const sharedCards: OutputOf<typeof cardsMine> = { serverAt: now, cards: [card, sharedCard], offers: [] }

export const sharing: OutputOf<typeof cardsHistory> = {
  serverAt: now,
  card: {
    cardId: sharedCard.cardId,
    kind: 'family',
    mode: 'pooled',
    role: 'sub',
    title: null,
    ownerName: '李慧',
    points: 12_860,
    holdersMax: 5,
    people: 3,
  },
  holders: [{ holderId: 'acc_1', name: '林小满', since: now, pending: false, earned: 420, burned: 100, share: 320 }],
  uses: [
    {
      id: 'order:S1:1',
      seq: 7,
      at: now,
      kind: 'purchase',
      holderId: 'acc_1',
      holderName: '林小满',
      earned: 128,
      burned: 0,
      amountFen: 12_800,
      storeName: '建国西路店',
      what: null,
    },
  ],
  nextBefore: null,
}
export const frozenCards: OutputOf<typeof cardsMine> = {
  serverAt: now,
  cards: [{ ...card, frozenAt: now, secret: null }],
  offers: [],
}

export const me: OutputOf<typeof staffMe> = {
  serverAt: now,
  shopName: shop.name,
  name: '陈一诺',
  role: 'staff',
  stores: [
    { id: 'jianguo', name: '建国西路店' },
    { id: 'hengshan', name: '衡山路店' },
  ],
  today: { served: 32, newMembers: 5, redeemed: 18, takenFen: 416050, asOf: now },
}

export const sheet: CustomerSheet = {
  scanId: 'pass_1',
  accountId: 'acc_1',
  proof: 'code',
  card: { tail: '6658', frozenAt: null },
  shared: null,
  toCheck: [],
  entitlements: [],
  goodUntil: '2026-05-21T04:15:00.000Z',
  member: { memberNo: '88260173', name: '林小满' },
  origin: { from: 'referral', storeName: '建国西路店', referrer: { name: '陈**', memberNo: '42802471' } },
  tier: { ...silver, discountPercent: 10, pointsPerYuan: 1.5 },
  progress: home.progress,
  points: { balance: 2480, worthFen: 2480 },
  redemption: { pointsPerYuan: 100 },
  leftOut: null,
  earning: { times: 100, most: null },
  totals: home.totals,
  campaigns: [],
  coupons: [],
  shownCouponId: null,
  waiting: [],
  events: [],
  scripts: [],
}

export const accrued: OutputOf<typeof staffAccrue> = {
  orderId: 'till-0c2f6f0e-9a41-4b52-8d07-71be5a2605d1',
  at: now,
  amountFen: 11520,
  listFen: 12800,
  discountFen: 1280,
  earned: 172,
  burned: 0,
  coupons: [],
  campaigns: [],
  balance: 2652,
  pointsPerYuan: 1.5,
  tier: silver,
  upgradedFrom: null,
  progress: { next: gold, match: 'any', requirements: [requirement('spend', 79520, 100000)] },
  undoUntil: '2026-05-21T04:15:00.000Z',
}

/** Somebody whom the till knows by phone number alone. */
export const byPhone: CustomerSheet = {
  ...sheet,
  proof: 'phone',
  member: { memberNo: '42802471', name: '静安图书馆' },
}

const undone: OutputOf<typeof staffUndo> = { orderId: accrued.orderId, balance: 2480, tier: silver }

export const standing: CustomerStanding = {
  serverAt: now,
  stage: { id: 'repeat', name: { zh: '再来', en: 'Came back' } },
  askedAt: null,
  mayAsk: true,
  copy: true,
  cut: true,
  groups: [],
  all: [],
}

/** Replies by operation, each still to be held against its contract by whoever serves it. */
export const replies = {
  [homeRead.name]: home,
  [pointsStatement.name]: statement,
  [tiersProgress.name]: ladder,
  [tiersHistory.name]: history,
  [shopWelcome.name]: welcome,
  [cardsMine.name]: cards,
  [cardsReportLost.name]: frozenCards,
  [cardsFreeze.name]: { tail: '6658', frozenAt: now },
  [cardsReissue.name]: { tail: '9021', frozenAt: null },
  [staffMe.name]: me,
  [obligationsOfMember.name]: { serverAt: now, obligations: [] },
  [tasksMine.name]: {
    serverAt: now,
    tasks: [],
    counts: { overdue: 0, now: 0, coming: 0 },
    forHead: null,
    nextAfter: null,
  },
  [groupsOfMember.name]: standing,
  [staffScan.name]: sheet,
  [staffAccrue.name]: accrued,
  [staffUndo.name]: undone,
  [staffFind.name]: byPhone,
  [staffEnrol.name]: { customer: byPhone, existing: false },
  [staffStoreCode.name]: { scene: 'PSR2NJX5HNZ2JIYQ', page: 'pages/home/index', picture: 'iVBORw0KGgo=' },
  [staffInvite.name]: { code: 'XRGE738N6Z', goodUntil: '2026-05-22T04:10:00.000Z' },
  [membersEnrol.name]: enrolled,
  [membersSendCode.name]: { goodUntil: '2026-05-21T04:15:00.000Z', againAt: '2026-05-21T04:11:00.000Z' },
  [membersRename.name]: { ...newHome, member: { ...newHome.member, name: '小满' } },
  [shopTerms.name]: terms,
  [staffJoin.name]: { name: '周可', role: 'staff' as const },
}

function entry(
  seq: number,
  at: string,
  points: number,
  balanceAfter: number,
  reason: StatementEntry['reason'],
): StatementEntry {
  return { id: `entry_${seq}`, seq, at, recordedAt: at, points, balanceAfter, reason }
}

export function requirement(kind: 'spend' | 'orders', have: number, need: number) {
  const words =
    kind === 'spend'
      ? { zh: `累计消费满 ¥${yuanText(need)}`, en: `¥${yuanText(need)} spent` }
      : { zh: `累计满 ${need} 单`, en: `${need} orders` }
  return { kind, have, need, words }
}

function happened(seq: number, at: string, event: TierEvent): OutputOf<typeof tiersHistory>['events'][number] {
  return { id: `entry_${seq}`, at, event }
}
