import {
  eventsBoards,
  eventsConfirm,
  eventsLeave,
  eventsList,
  eventsRead,
  eventsRemind,
  eventsSignUp,
  eventsVote,
  type EventView,
} from '../../../shared/events/contract'
import type { OutputOf } from '../../../shared/kit/contract'

/** Events as the cloud would show them to a silver member on Thursday 21 May 2026. */
const now = '2026-05-21T04:00:00.000Z'
const tier = {
  silver: { zh: '银卡', en: 'Silver' },
  gold: { zh: '金卡', en: 'Gold' },
  regular: { zh: '普通', en: 'Regular' },
}

export const pourOver: EventView = {
  id: 'pour-over',
  name: { zh: '手冲茶入门', en: 'Pour-over tea' },
  kind: 'gathering',
  about: { zh: '一小时半，学会三泡', en: 'Three infusions' },
  storeName: '建国西路店',
  place: { zh: '二楼茶席', en: 'Second floor' },
  startsAt: '2026-05-24T06:00:00.000Z',
  endsAt: '2026-05-24T07:30:00.000Z',
  seats: 24,
  free: 6,
  waitingList: true,
  waiting: 0,
  guestsMax: 1,
  points: 50,
  fen: 0,
  backUntil: '2026-05-23T06:00:00.000Z',
  closesAt: '2026-05-24T06:00:00.000Z',
  windows: [
    { tier: tier.gold, opensAt: '2026-05-19T02:00:00.000Z', mine: false },
    { tier: tier.silver, opensAt: '2026-05-20T02:00:00.000Z', mine: true },
    { tier: tier.regular, opensAt: '2026-05-22T02:00:00.000Z', mine: false },
  ],
  state: 'open',
  opensAt: null,
  barredUntil: null,
  mine: null,
  ballot: null,
  reviewable: false,
}
export const newTea: EventView = {
  ...pourOver,
  id: 'new-tea',
  name: { zh: '新茶试饮会', en: 'New teas' },
  kind: 'trial',
  storeName: '静安寺店',
  place: null,
  startsAt: '2026-05-30T02:00:00.000Z',
  endsAt: '2026-05-30T04:00:00.000Z',
  points: 0,
  backUntil: null,
  windows: [
    { tier: tier.gold, opensAt: '2026-05-20T02:00:00.000Z', mine: false },
    { tier: tier.regular, opensAt: '2026-05-25T02:00:00.000Z', mine: true },
  ],
  state: 'not-open',
  opensAt: '2026-05-25T02:00:00.000Z',
}
export const garden: EventView = {
  ...pourOver,
  id: 'garden',
  name: { zh: '亲子采茶半日', en: 'Tea picking' },
  storeName: null,
  place: { zh: '青浦茶园', en: 'Qingpu' },
  startsAt: '2026-06-06T00:30:00.000Z',
  endsAt: '2026-06-06T05:00:00.000Z',
  free: 0,
  waiting: 2,
  points: 0,
  fen: 9_800,
  backUntil: null,
  windows: [{ tier: tier.regular, opensAt: '2000-01-01T00:00:00.000Z', mine: true }],
  state: 'to-wait',
}
export const naming: EventView = {
  ...garden,
  id: 'naming',
  name: { zh: '给新茶取个名', en: 'Name the tea' },
  kind: 'vote',
  place: null,
  seats: null,
  free: null,
  fen: 0,
  waiting: 0,
  startsAt: '2026-05-20T16:00:00.000Z',
  endsAt: '2026-05-31T16:00:00.000Z',
  state: 'open',
  ballot: {
    options: [
      { code: 'cloud', name: { zh: '云间', en: 'Cloud' }, votes: null },
      { code: 'mist', name: { zh: '半山雾', en: 'Mist' }, votes: null },
    ],
    given: null,
    changeable: true,
    total: null,
  },
}
export const listed: OutputOf<typeof eventsList> = {
  serverAt: now,
  isMember: true,
  events: [pourOver, newTea, garden, naming],
}
export const seen = (event: EventView, isMember = true): OutputOf<typeof eventsRead> => ({
  serverAt: now,
  isMember,
  balance: 2_480,
  event,
})
export const boards: OutputOf<typeof eventsBoards> = {
  serverAt: now,
  boards: [
    {
      id: 'month',
      name: { zh: '本月积分榜', en: 'Month' },
      by: 'points-earned',
      window: '2026-05',
      lastDay: '2026-05-31',
      winners: 10,
      prize: { zh: '手作茶杯', en: 'a cup' },
      forMe: true,
      amount: 320,
      judged: {
        window: '2026-04',
        places: [
          { no: 1, name: '王**', amount: 900, mine: false },
          { no: 2, name: '林**', amount: 700, mine: true },
        ],
      },
    },
  ],
  challenges: [
    {
      code: 'three',
      name: { zh: '本月三单', en: 'Three orders' },
      of: 'orders',
      have: 2,
      need: 3,
      lastDay: '2026-05-31',
      done: false,
      gives: { zh: '减 10 元券', en: '¥10 off' },
      tier: null,
    },
  ],
}

/** Replies by operation, each still to be held against its contract by whoever serves it. */
export const eventReplies = {
  [eventsList.name]: listed,
  [eventsRead.name]: seen(pourOver),
  [eventsBoards.name]: boards,
  [eventsSignUp.name]: { state: 'seat', ahead: null, burned: 100, balance: 2_380 },
  [eventsConfirm.name]: { state: 'seat', ahead: null, burned: 50, balance: 2_430 },
  [eventsLeave.name]: { returned: 50, balance: 2_480 },
  [eventsRemind.name]: { opensAt: '2026-05-25T02:00:00.000Z' },
  [eventsVote.name]: { given: 'mist' },
}
