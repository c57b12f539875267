import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { amountFen, bilingual, cursorText, idText, nameText, phoneText, pointsCount } from '../kit/fields'

const swapPrice = z.strictObject({ points: z.int(), addFen: z.int() })
const way = z.enum(['store', 'post'])
export type WayWord = z.output<typeof way>

/** A card that the member holds and whose pool pays; absent: their own points. */
const cardId = z.optional(idText)

/** Why a member may have none of it now, as facts that the phone puts into words. */
const obstacle = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('tier'), tierName: bilingual }),
  /** Opens at an instant, or with a named window. */
  z.strictObject({ code: z.literal('not-open'), opensAt: z.nullable(z.string()), window: z.nullable(bilingual) }),
  z.strictObject({
    code: z.literal('limit'),
    times: z.int(),
    per: z.enum(['lifetime', 'day', 'month', 'quarter', 'year']),
  }),
  z.strictObject({ code: z.literal('sold-out') }),
  z.strictObject({ code: z.literal('short'), short: z.int() }),
])

export const rewardOffer = z.strictObject({
  rewardId: z.string(),
  name: bilingual,
  category: z.nullable(bilingual),
  note: z.nullable(bilingual),
  unit: z.nullable(bilingual),
  /** What one costs this member now, and what it costs everybody. */
  price: z.strictObject({ ...swapPrice.shape, because: z.enum(['list', 'tier', 'window', 'purchase', 'bulk']) }),
  /** What one of several costs, where only the first is cheaper by an order's right; null where that is no different. */
  furtherPrice: z.nullable(swapPrice),
  listPrice: swapPrice,
  /** Until when a price that an order or a window gives is good; null for one that stays. */
  priceUntil: z.nullable(z.string()),
  tierPrices: z.nullable(z.array(z.strictObject({ tierId: z.string(), points: z.int() }))),
  /** Ways in which it may reach the member; none for what is had at once. */
  ways: z.array(way),
  /** How many are left; null where there is no limit. */
  left: z.nullable(z.int()),
  /** How many this member may have in one swap now. */
  most: z.int(),
  obstacle: z.nullable(obstacle),
  /** The member has asked to be told when it is there again, and has not been told yet. */
  awaited: z.boolean(),
})
export type RewardOffer = z.output<typeof rewardOffer>

/** What points may be swapped for, at this member's price. */
export const rewardsList = operation({
  name: 'rewards.list',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({ cardId }),
  output: z.strictObject({
    serverAt: z.string(),
    balance: z.int(),
    debt: z.int(),
    tierId: z.string(),
    tierNames: z.record(z.string(), bilingual),
    /** Until when what is swapped for now waits in the store; a tap later it may be a day more. */
    pickUpUntil: z.string(),
    cancellable: z.boolean(),
    stores: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    rewards: z.array(rewardOffer),
  }),
  refusals: ['card_not_held', 'card_unchecked'],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 5 },
})

/** Wants to be told when a reward that is sold out is there again. */
export const rewardsRemind = operation({
  name: 'rewards.remind',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ rewardId: idText }),
  output: z.strictObject({ reminded: z.literal(true) }),
  refusals: ['reward_not_offered', 'reward_not_your_tier', 'reward_not_open', 'reward_limit', 'reward_there'],
  limits: { perMinute: 20 },
  budget: { sequential: 5, total: 8 },
})

/** Where a parcel goes. Sealed before it is stored, and let go of once it was sent. */
export const parcelAddress = z.strictObject({
  name: nameText,
  phone: phoneText,
  /** Province, city, district. */
  region: nameText,
  street: z.string().check(z.trim(), z.minLength(2), z.maxLength(120), z.regex(/^[^\u0000-\u001f<>]*$/)),
})
export type ParcelAddress = z.output<typeof parcelAddress>

const handing = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('store'), storeId: idText }),
  z.strictObject({ way: z.literal('post'), address: parcelAddress }),
])

const exchangeNo = z.int().check(z.positive(), z.lte(1_000_000_000))

/** A swap as its member sees it. */
export const exchangeView = z.strictObject({
  exchangeNo: z.int(),
  rewardId: z.string(),
  name: bilingual,
  count: z.int(),
  points: z.int(),
  addFen: z.int(),
  at: z.string(),
  /** Won in a draw: it cost nothing and is not given up. */
  prize: z.optional(z.literal(true)),
  /** It waits in a store and may be sent home instead. */
  maySend: z.optional(z.literal(true)),
  state: z.discriminatedUnion('code', [
    z.strictObject({ code: z.literal('to-pick-up'), storeName: z.nullable(z.string()), until: z.string() }),
    z.strictObject({ code: z.literal('to-send') }),
    z.strictObject({ code: z.literal('had-at-once') }),
    z.strictObject({ code: z.literal('handed-out'), storeName: z.nullable(z.string()), at: z.string() }),
    z.strictObject({ code: z.literal('sent'), carrier: z.string(), trackingNo: z.string(), at: z.string() }),
    z.strictObject({
      code: z.literal('given-up'),
      because: z.enum(['cancelled', 'not-collected']),
      returned: z.int(),
      at: z.string(),
    }),
  ]),
})
export type ExchangeView = z.output<typeof exchangeView>

/** Swaps points for a reward: the points leave at once and are held until it is handed out or sent. */
export const rewardsRedeem = operation({
  name: 'rewards.redeem',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({
    rewardId: idText,
    cardId,
    count: z.int().check(z.positive(), z.lte(10)),
    /** How it shall reach the member; looked at only where somebody has to hand it out. */
    handing,
    /** What the phone showed for all of them. The cloud works it out itself and refuses when it comes to something else. */
    points: pointsCount,
    addFen: amountFen,
  }),
  output: z.strictObject({ exchange: exchangeView, balance: z.int() }),
  refusals: [
    'reward_not_offered',
    'reward_not_your_tier',
    'reward_not_open',
    'reward_limit',
    'reward_way_not_offered',
    'reward_price_changed',
    'reward_sold_out',
    'exchanges_too_many',
    'points_short',
    'store_unknown',
    'card_not_held',
    'card_unchecked',
  ],
  limits: { perMinute: 20 },
  budget: { sequential: 3, total: 6 },
})

/** What the member has swapped for, newest first, a page at a time. */
export const rewardsMine = operation({
  name: 'rewards.mine',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({ cardId, before: z.optional(exchangeNo) }),
  output: z.strictObject({
    serverAt: z.string(),
    cancellable: z.boolean(),
    exchanges: z.array(exchangeView),
    nextBefore: z.nullable(z.int()),
  }),
  refusals: ['card_not_held', 'card_unchecked'],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 4 },
})

/** The member gives up what was not handed out yet; its points come back. */
export const rewardsCancel = operation({
  name: 'rewards.cancel',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ exchangeNo, cardId }),
  output: z.strictObject({ exchangeNo: z.int(), returned: z.int(), balance: z.int() }),
  refusals: ['exchange_over', 'exchange_final', 'card_not_held', 'card_unchecked'],
  limits: { perMinute: 20 },
  budget: { sequential: 3, total: 6 },
})

/** A prize that waits in a store is to be sent home instead. */
export const rewardsHaveSent = operation({
  name: 'rewards.have-sent',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ exchangeNo, address: parcelAddress }),
  output: z.strictObject({ exchangeNo: z.int() }),
  refusals: ['exchange_over', 'reward_way_not_offered'],
  limits: { perMinute: 20 },
  budget: { sequential: 3, total: 5 },
})

/** What waits for a customer, as the till shows it. */
export const waitingExchange = z.strictObject({
  exchangeNo: z.int(),
  name: bilingual,
  count: z.int(),
  addFen: z.int(),
  storeName: z.nullable(z.string()),
  until: z.string(),
})
export type WaitingExchange = z.output<typeof waitingExchange>

/** An employee hands a reward to the customer whose code the till has read, and takes the money that is due with it. */
export const rewardsHandOut = operation({
  name: 'rewards.hand-out',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({
    scanId: z.string().check(z.maxLength(600)),
    accountId: idText,
    exchangeNo,
    /** Money taken for it. */
    paidFen: amountFen,
  }),
  output: z.strictObject({ exchangeNo: z.int(), name: bilingual, count: z.int(), at: z.string() }),
  refusals: [
    'scan_over',
    'member_unknown',
    'card_frozen',
    'card_reissued',
    'card_left',
    'card_unchecked',
    'own_card_needed',
    'hand_out_needs_code',
    'exchange_over',
    'exchange_to_send',
    'exchange_money_due',
  ],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 4 },
})

/** Rewards that are to be sent, those that wait longest first, with the address. */
export const rewardsToSend = operation({
  name: 'rewards.to-send',
  audience: 'staff',
  kind: 'query',
  roles: ['staff', 'manager'],
  input: z.strictObject({ after: z.optional(cursorText) }),
  output: z.strictObject({
    parcels: z.array(
      z.strictObject({
        accountId: z.string(),
        memberNo: z.string(),
        exchangeNo: z.int(),
        name: bilingual,
        count: z.int(),
        at: z.string(),
        address: parcelAddress,
      }),
    ),
    nextAfter: z.nullable(z.string()),
  }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 1, total: 3 },
})

/** Notes that a reward was given to a carrier: its points are spent for good and the address is let go of. */
export const rewardsSend = operation({
  name: 'rewards.send',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({
    accountId: idText,
    exchangeNo,
    carrier: nameText,
    trackingNo: z.string().check(z.trim(), z.regex(/^[0-9A-Za-z-]{6,40}$/)),
  }),
  output: z.strictObject({ exchangeNo: z.int() }),
  refusals: ['member_unknown', 'exchange_over', 'exchange_to_hand_out'],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 4 },
})
