import type { couponsGift, couponsList, couponsOffers, CouponView, TillCoupon } from '../../../shared/coupons/contract'
import type { OutputOf } from '../../../shared/kit/contract'
import type { CustomerSheet } from '../../../shared/staff/contract'
import { sheet } from './replies'

/** The coupons of one member of the demonstration shop on Thursday 21 May 2026, as in the pictures of the design. */
const now = '2026-05-21T04:10:00.000Z'
const day = (text: string) => `${text}T16:00:00.000Z`

const tenOff = coupon(11, '满 60 减 10', { kind: 'amount', offFen: 1000, fromFen: 6000 }, day('2026-05-22'), {
  stacks: true,
  source: 'claim',
})
export const monthly = coupon(12, '银卡月券', { kind: 'percent', percent: 15 }, day('2026-05-31'), {
  source: 'monthly',
  among: { nth: 2, of: 2 },
})
const oolong = coupon(13, '桂花乌龙兑换券', { kind: 'goods', goods: ['oolong'] }, day('2026-06-18'), {
  giftable: true,
  stacks: true,
  source: 'points',
  points: 320,
  scope: { stores: ['jianguo', 'hengshan'], hours: { from: '10:00', to: '21:00' } },
  goods: [{ zh: '大杯桂花乌龙', en: 'a large oolong' }],
})
const post = coupon(14, '邮寄包邮券', { kind: 'delivery', fromFen: 9900 }, day('2026-06-30'), { source: 'hand' })
export const coupons = { tenOff, monthly, oolong, post }

const about = {
  serverAt: now,
  usable: 4,
  claimable: 3,
  stores: [
    { id: 'jianguo', name: '建国西路店' },
    { id: 'hengshan', name: '衡山路店' },
  ],
  tierNames: {},
  nextBefore: null,
}
export const wallet: OutputOf<typeof couponsList> = { ...about, coupons: [tenOff, monthly, oolong, post] }
export const emptyWallet: OutputOf<typeof couponsList> = { ...about, usable: 0, coupons: [] }

/** What became of others. */
export const past: OutputOf<typeof couponsList> = {
  ...about,
  coupons: [
    {
      ...tenOff,
      couponId: 'coupon-acc_1-5',
      state: 'used',
      at: '2026-05-18T07:20:00.000Z',
      used: { storeName: '建国西路店', orderId: 'till-r3318', offFen: 1000 },
    },
    { ...oolong, couponId: 'coupon-acc_1-4', state: 'given', at: '2026-04-26T12:31:00.000Z', givenTo: '周野' },
    { ...oolong, couponId: 'coupon-acc_1-2', state: 'given', at: '2026-04-02T12:31:00.000Z' },
    { ...tenOff, couponId: 'coupon-acc_1-3', state: 'returned', at: '2026-04-12T02:00:00.000Z' },
  ],
}

export const sentOolong: CouponView = { ...oolong, state: 'sent', at: now, sentUntil: '2026-05-22T04:10:00.000Z' }

export const offers: OutputOf<typeof couponsOffers> = {
  serverAt: now,
  offers: [
    offer('ten-off', 50, 'open'),
    offer('taken', null, 'taken'),
    offer('gone', 0, 'none-left'),
    offer('gold', 9, 'not-your-tier'),
  ],
  birthday: {
    code: 'birthday:2026',
    until: day('2026-05-31'),
    choices: [
      { zh: '蛋糕一份', en: 'A cake' },
      { zh: '饮品一杯', en: 'A drink' },
    ],
  },
}

export const gift: OutputOf<typeof couponsGift> = {
  serverAt: now,
  shopName: '屿间茶舍',
  state: 'open',
  fromName: '林小满',
  words: '上次说要请你喝的，拿去。',
  until: '2026-05-22T04:10:00.000Z',
  coupon: { name: oolong.name, worth: oolong.worth, goods: oolong.goods, until: oolong.until },
  isMember: true,
}

/** The customer with these coupons at the till. */
export const withCoupons: CustomerSheet = {
  ...sheet,
  coupons: [atTill(tenOff), atTill(monthly), atTill(oolong), atTill(post, '本单不可用，仅限外送或邮寄', null)],
}

export function atTill(one: CouponView, refused: string | null = null, refusedSentHome = refused): TillCoupon {
  return { ...one, refused, refusedSentHome }
}

function coupon(
  no: number,
  name: string,
  worth: CouponView['worth'],
  until: string,
  rest: Partial<CouponView>,
): CouponView {
  return {
    couponId: `coupon-acc_1-${no}`,
    templateId: `template-${no}`,
    name: { zh: name, en: name },
    worth,
    goods: [],
    stacks: false,
    giftable: false,
    unlimited: false,
    among: null,
    from: '2026-05-17T16:00:00.000Z',
    until,
    issuedAt: now,
    source: 'claim',
    points: null,
    state: 'usable',
    at: now,
    sentUntil: null,
    used: null,
    givenTo: null,
    ...rest,
  }
}

type Offer = OutputOf<typeof couponsOffers>['offers'][number]

function offer(templateId: string, left: number | null, state: Offer['state']): Offer {
  const name = { zh: `券 ${templateId}`, en: templateId }
  return { templateId, name, worth: { kind: 'amount', offFen: 500 }, goods: [], left, until: null, state }
}
