import type { OutputOf } from '../../../shared/kit/contract'
import {
  rewardsList,
  rewardsMine,
  rewardsRedeem,
  rewardsToSend,
  type ExchangeView,
  type RewardOffer,
} from '../../../shared/rewards/contract'

/** The mall as the cloud would show it to a silver member on Thursday 21 May 2026. */
const now = '2026-05-21T04:00:00.000Z'

export const longjing: RewardOffer = {
  rewardId: 'longjing',
  name: { zh: '明前龙井 50g', en: 'Spring Longjing 50 g' },
  category: { zh: '茶饮', en: 'Drinks' },
  note: { zh: '2026 春茶', en: 'Spring 2026' },
  unit: { zh: '罐', en: '' },
  price: { points: 1_600, addFen: 0, because: 'tier' },
  furtherPrice: null,
  listPrice: { points: 2_000, addFen: 0 },
  priceUntil: null,
  tierPrices: [
    { tierId: 'regular', points: 2_000 },
    { tierId: 'silver', points: 1_600 },
  ],
  ways: ['store', 'post'],
  left: 4,
  most: 1,
  obstacle: null,
  awaited: false,
}
const teapot: RewardOffer = {
  ...longjing,
  rewardId: 'teapot',
  name: { zh: '手作朱泥壶', en: 'Clay teapot' },
  category: { zh: '茶器', en: 'Teaware' },
  most: 0,
  left: 12,
  obstacle: { code: 'short', short: 520 },
}
const bag: RewardOffer = { ...teapot, rewardId: 'bag', left: 0, obstacle: { code: 'sold-out' } }
export const mall: OutputOf<typeof rewardsList> = {
  serverAt: now,
  balance: 2_480,
  debt: 0,
  tierId: 'silver',
  tierNames: { regular: { zh: '普通', en: 'Regular' }, silver: { zh: '银卡', en: 'Silver' } },
  pickUpUntil: '2026-06-20T16:00:00.000Z',
  cancellable: true,
  stores: [
    { id: 'jianguo', name: '建国西路店' },
    { id: 'hengshan', name: '衡山路店' },
  ],
  rewards: [longjing, teapot, bag],
}
export const waiting: ExchangeView = {
  exchangeNo: 7,
  rewardId: 'longjing',
  name: longjing.name,
  count: 1,
  points: 1_600,
  addFen: 0,
  at: now,
  state: { code: 'to-pick-up', storeName: '建国西路店', until: '2026-06-20T16:00:00.000Z' },
}

export const parcels: OutputOf<typeof rewardsToSend> = {
  parcels: [
    {
      accountId: 'acc_1',
      memberNo: '88260173',
      exchangeNo: 9,
      name: longjing.name,
      count: 2,
      at: now,
      address: { name: '林小满', phone: '13800138000', region: '上海市 徐汇区', street: '建国西路 1 号' },
    },
  ],
  nextAfter: null,
}

/** Replies by operation, each still to be held against its contract by whoever serves it. */
export const mallReplies = {
  [rewardsList.name]: mall,
  [rewardsMine.name]: { serverAt: now, cancellable: true, exchanges: [waiting], nextBefore: null },
  [rewardsRedeem.name]: { exchange: waiting, balance: 880 },
  [rewardsToSend.name]: parcels,
}
