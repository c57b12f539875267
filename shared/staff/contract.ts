import * as z from 'zod/mini'
import { entitlementView } from '../benefits/contract'
import { billCampaign } from '../campaigns/contract'
import { cardFace } from '../cards/contract'
import { holderToCheck } from '../cards/shared-contract'
import { billedCoupon, orderChannel, tillCoupon, useRefusals } from '../coupons/contract'
import { couponsOnBillMax } from '../coupons/off'
import { operation } from '../kit/contract'
import { amountFen, bilingual, idText, nameText, phoneText, pointsCount } from '../kit/fields'
import { consentGiven } from '../members/contract'
import { origins } from '../members/origin'
import { rounding } from '../programme/parts/earning'
import { codeText } from '../programme/parts/field'
import { scriptSources } from '../programme/parts/service'
import { waitingExchange } from '../rewards/contract'
import { tierFace, tierProgress } from '../tiers/contract'

/** A customer as the till shows them once their code was read. */
export const customerSheet = z.strictObject({
  /** The till's pass for this customer: sealed by the cloud, passed on as it is. */
  scanId: z.string(),
  accountId: z.string(),
  /** How the customer was identified: only a code of their own lets the till take points. */
  proof: z.enum(['code', 'phone']),
  card: cardFace,
  /** The shared card that was shown: who holds it and whose it is; null for somebody's own card. */
  shared: z.nullable(
    z.strictObject({
      kind: z.enum(['family', 'couple', 'corporate']),
      title: z.nullable(z.string()),
      mode: z.enum(['pooled', 'separate']),
      role: z.enum(['main', 'sub']),
      holderName: z.nullable(z.string()),
      ownerName: z.nullable(z.string()),
      /** The price in bulk, for a company's card. */
      bulk: z.nullable(z.strictObject({ fromFen: z.int(), percent: z.int() })),
    }),
  ),
  /** Holders of this customer's family card whose relationship is to be checked. */
  toCheck: z.array(holderToCheck),
  /** Until when the till may act for this customer. */
  goodUntil: z.string(),
  member: z.strictObject({ memberNo: z.string(), name: z.nullable(z.string()) }),
  /** Where the customer came from, the store in which they joined, and the member who brought them. */
  origin: z.strictObject({
    from: z.enum(origins),
    storeName: z.nullable(z.string()),
    /** The name masked. */
    referrer: z.nullable(z.strictObject({ name: z.nullable(z.string()), memberNo: z.string() })),
  }),
  tier: z.strictObject({ ...tierFace.shape, discountPercent: z.int(), pointsPerYuan: z.number() }),
  progress: z.nullable(tierProgress),
  points: z.strictObject({ balance: z.int(), worthFen: z.nullable(z.int()) }),
  /** How many points one CNY costs as money off; null where the programme takes none. */
  redemption: z.nullable(z.strictObject({ pointsPerYuan: z.int() })),
  /** What goods of some kinds are left out of; null where the programme leaves nothing out. */
  leftOut: z.nullable(z.strictObject({ points: z.boolean(), discount: z.boolean() })),
  /** How points are made whole; absent: down. */
  rounding: z.optional(rounding),
  /** By what the customer's own points are multiplied today, in hundredths, and the most that an order may earn by its amount. */
  earning: z.strictObject({ times: z.int(), most: z.nullable(z.int()) }),
  totals: z.strictObject({ spendFen: z.int(), orders: z.int() }),
  /** Campaigns that are on for the customer here, in the order of their priority. */
  campaigns: z.array(billCampaign),
  coupons: z.array(tillCoupon),
  /** The coupon whose own code was shown. */
  shownCouponId: z.nullable(z.string()),
  /** What the customer's tier lets them have each month, and what of it is left. */
  entitlements: z.array(entitlementView),
  /** Events whose doors are open and to which this customer comes; who of them sits is what the event's list says. */
  events: z.array(z.strictObject({ id: z.string(), name: bilingual, party: z.int(), dueFen: z.int() })),
  /** What the desk says to them, by where they came from; nothing where the programme has no words for it. */
  scripts: z.array(z.strictObject({ source: z.enum(scriptSources), text: bilingual })),
  /** Rewards that wait for this customer; only a code of their own card shows them. */
  waiting: z.array(waitingExchange),
})
export type CustomerSheet = z.output<typeof customerSheet>

/** Who is at the till: name, role, the stores they may work in, and what they have done today. */
export const staffMe = operation({
  name: 'staff.me',
  audience: 'staff',
  kind: 'query',
  roles: ['staff', 'manager'],
  input: z.strictObject({}),
  output: z.strictObject({
    serverAt: z.string(),
    shopName: z.string(),
    name: z.string(),
    role: z.enum(['staff', 'manager']),
    stores: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    /** This employee's day since midnight: payments taken, members who came through them, coupons redeemed, money taken. */
    today: z.strictObject({
      served: z.int(),
      newMembers: z.int(),
      redeemed: z.int(),
      takenFen: z.int(),
      asOf: z.string(),
    }),
  }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 1, total: 3 },
})

/** Reads a member's code. A code is accepted once, and for sixty seconds at most. */
export const staffScan = operation({
  name: 'staff.scan',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(80)), storeId: idText }),
  output: customerSheet,
  refusals: [
    'code_malformed',
    'code_unknown',
    'code_expired',
    'code_used',
    'card_frozen',
    'card_reissued',
    'card_left',
    'card_unchecked',
    'store_not_yours',
    'too_many_wrong_codes',
    ...useRefusals,
  ],
  limits: { perMinute: 120 },
  budget: { sequential: 2, total: 5 },
})

/** Takes a payment of the customer who was identified: points, tier and a receipt. */
export const staffAccrue = operation({
  name: 'staff.accrue',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({
    scanId: z.string().check(z.maxLength(600)),
    accountId: idText,
    /** The bill before discount and points. */
    amountFen,
    /** The part of the bill whose kinds of goods the programme leaves out, such as prescriptions. */
    leftOutFen: z.optional(amountFen),
    /** What the till showed as due. The cloud works it out itself and refuses when it comes to another amount. */
    dueFen: amountFen,
    /** Points offered as money off; no more are taken than the bill is worth. */
    burnPoints: z.optional(pointsCount),
    coupons: z.optional(z.array(billedCoupon).check(z.minLength(1), z.maxLength(couponsOnBillMax))),
    /** By it coupons are judged; what is on of campaigns is that of the store either way. */
    channel: orderChannel,
    /** How much of the bill the goods of campaigns make up that are for some goods only. */
    parts: z.optional(
      z.array(z.strictObject({ campaignId: codeText, onFen: amountFen })).check(z.minLength(1), z.maxLength(20)),
    ),
    /** Campaigns of which the till was told that they cannot pay for this order any more. */
    spent: z.optional(z.array(codeText).check(z.minLength(1), z.maxLength(100))),
  }),
  output: z.strictObject({
    orderId: z.string(),
    at: z.string(),
    /** What was paid, and what it was before discount and points. */
    amountFen: z.int(),
    listFen: z.int(),
    /** What of the difference is the member's own discount, or the price in bulk. */
    discountFen: z.int(),
    earned: z.int(),
    burned: z.int(),
    coupons: z.array(z.strictObject({ name: bilingual, offFen: z.int() })),
    /** What campaigns took off the bill or gave with it. */
    campaigns: z.array(z.strictObject({ name: bilingual, offFen: z.int(), gives: z.array(bilingual) })),
    balance: z.int(),
    pointsPerYuan: z.number(),
    tier: tierFace,
    /** The tier before, when this order led to another. */
    upgradedFrom: z.nullable(tierFace),
    progress: z.nullable(tierProgress),
    /** Until when this may be undone. */
    undoUntil: z.string(),
  }),
  refusals: [
    'scan_over',
    'card_frozen',
    'card_reissued',
    'card_left',
    'card_unchecked',
    'burn_needs_code',
    'bill_changed',
    'lines_above_amount',
    'points_short',
    'points_not_redeemable',
    'member_unknown',
    ...useRefusals,
    'coupon_needs_code',
    'coupons_apart',
    'coupon_part_unknown',
    'coupon_takes_nothing',
  ],
  limits: { perMinute: 120 },
  budget: { sequential: 2, total: 4 },
})

/** Undoes an order just taken, whole, within five minutes and by whoever took it; the ledger keeps both. */
export const staffUndo = operation({
  name: 'staff.undo',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({ orderId: idText, storeId: idText, accountId: idText }),
  output: z.strictObject({ orderId: z.string(), balance: z.int(), tier: tierFace }),
  refusals: ['order_unknown', 'undo_over', 'refund_above_rest', 'refund_points_spent'],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 6 },
})

/** A code by which somebody becomes staff of some stores: good once and for a day. */
export const staffInvite = operation({
  name: 'staff.invite',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({
    name: nameText,
    role: z.enum(['staff', 'manager']),
    storeIds: z.array(idText).check(z.minLength(1), z.maxLength(500)),
  }),
  output: z.strictObject({ code: z.string(), goodUntil: z.string() }),
  refusals: ['store_unknown', 'store_not_yours'],
  limits: { perMinute: 30 },
  budget: { sequential: 2, total: 4 },
})

/** Takes an invitation up: the caller is staff from now on. A manager takes up none, so the shop keeps its manager. */
export const staffJoin = operation({
  name: 'staff.join',
  audience: 'staff',
  kind: 'command',
  roles: ['visitor', 'staff', 'manager'],
  input: z.strictObject({ code: z.string().check(z.regex(/^[A-Z2-9]{10}$/)) }),
  output: z.strictObject({ name: z.string(), role: z.enum(['staff', 'manager']) }),
  refusals: ['invitation_unknown', 'invitation_over', 'invitation_used', 'manager_already'],
  limits: { perMinute: 10 },
  budget: { sequential: 3, total: 6 },
})

/** Ends somebody's right to work here, at once. It takes all the stores they work in. */
export const staffDismiss = operation({
  name: 'staff.dismiss',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({ staffId: z.string().check(z.regex(/^staff-[0-9a-f]{1,64}$/)) }),
  output: z.strictObject({ staffId: z.string() }),
  refusals: ['staff_unknown', 'last_manager'],
  limits: { perMinute: 30 },
  budget: { sequential: 7, total: 9 },
})

/** Enrols a customer at the counter: a person, or an organisation with whoever speaks for it. */
export const staffEnrol = operation({
  name: 'staff.enrol',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({
    storeId: idText,
    phone: phoneText,
    name: z.optional(nameText),
    /** Named when the member is an organisation; `name` is then whoever speaks for it. */
    organisation: z.optional(nameText),
    /** The customer has read and accepted them at the counter. */
    consent: consentGiven,
  }),
  output: z.strictObject({
    customer: customerSheet,
    /** True when the phone number was a member's already: nothing was written. */
    existing: z.boolean(),
  }),
  refusals: ['store_not_yours', 'consent_outdated'],
  limits: { perMinute: 30 },
  budget: { sequential: 6, total: 10 },
})

/** Finds a customer by phone number. Such a customer may be given points; only a code lets the till take any. */
export const staffFind = operation({
  name: 'staff.find',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({ storeId: idText, phone: phoneText }),
  output: customerSheet,
  refusals: ['member_unknown', 'store_not_yours', 'too_many_wrong_codes'],
  limits: { perMinute: 30 },
  budget: { sequential: 2, total: 7 },
})

/** The mini-program code that leads to a store's landing page; with `mine`, whoever joins by it came through the caller. */
export const staffStoreCode = operation({
  name: 'staff.store-code',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({ storeId: idText, mine: z.boolean() }),
  output: z.strictObject({
    scene: z.string(),
    page: z.string(),
    /** A picture of the code, PNG as base64. */
    picture: z.string(),
  }),
  refusals: ['store_not_yours', 'code_not_drawn'],
  limits: { perMinute: 20 },
  budget: { sequential: 3, total: 4 },
})
