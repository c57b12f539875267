import type { Programme } from '../schema'

const name = (code: string, zh: string, en: string) => ({ code, name: { zh, en } })

/** What the demonstration shop's members take part in: three events as they are drawn, and a vote. */
export const demoTeaEvents: NonNullable<Programme['events']> = [
  {
    id: 'pour-over',
    name: { zh: '手冲茶入门', en: 'Pour-over tea, a first hour' },
    kind: 'gathering',
    about: { zh: '一小时半，学会三泡', en: 'Three infusions in an hour and a half' },
    place: { zh: '二楼茶席', en: 'Tea tables, second floor' },
    startsAt: '2026-05-24T06:00:00.000Z',
    endsAt: '2026-05-24T07:30:00.000Z',
    seats: 24,
    guestsMax: 1,
    signUpFrom: '2026-05-22T02:00:00.000Z',
    tierFirst: [
      { fromTier: 'silver', hoursBefore: 48 },
      { fromTier: 'gold', hoursBefore: 72 },
    ],
    waitingList: true,
    confirmHours: 12,
    costPoints: 50,
    leaveHours: 24,
    noShowDays: 30,
  },
  {
    id: 'new-tea',
    name: { zh: '新茶试饮会', en: 'Tasting of the new teas' },
    kind: 'trial',
    about: { zh: '四款新茶，喝完告诉我们哪款该上架', en: 'Four new teas: tell us which to keep' },
    startsAt: '2026-05-30T02:00:00.000Z',
    endsAt: '2026-05-30T04:00:00.000Z',
    seats: 16,
    signUpFrom: '2026-05-25T02:00:00.000Z',
    tierFirst: [{ fromTier: 'gold', hoursBefore: 120 }],
    waitingList: true,
  },
  {
    id: 'tea-garden',
    name: { zh: '亲子采茶半日', en: 'Half a day of tea picking' },
    kind: 'gathering',
    place: { zh: '青浦茶园', en: 'Qingpu tea garden' },
    startsAt: '2026-06-06T00:30:00.000Z',
    endsAt: '2026-06-06T05:00:00.000Z',
    seats: 20,
    guestsMax: 3,
    waitingList: true,
    priceFen: 4_900,
  },
  {
    id: 'name-the-tea',
    name: { zh: '给新茶取个名', en: 'Name the new tea' },
    kind: 'vote',
    startsAt: '2026-05-13T16:00:00.000Z',
    endsAt: '2026-05-31T16:00:00.000Z',
    options: [name('cloud', '云间', 'Above the clouds'), name('mist', '半山雾', 'Mist'), name('rain', '听雨', 'Rain')],
    changeable: true,
  },
]

/** Who has most in the month, and something to be finished in the season. */
export const demoTeaBoards = {
  leaderboards: [
    {
      id: 'month-points',
      name: { zh: '本月积分榜', en: "The month's points" },
      by: 'points-earned',
      per: 'month',
      winners: 10,
      prize: { kind: 'gift', name: { zh: '手作茶杯', en: 'a handmade cup' } },
    },
  ],
  challenges: [
    {
      code: 'three-visits',
      name: { zh: '本月三单', en: 'Three orders this month' },
      when: { kind: 'monthly', days: Array.from({ length: 31 }, (_, index) => index + 1) },
      needs: { of: 'orders', atLeast: 3 },
      gives: { kind: 'money-off', offFen: 1_000, fromFen: 5_000 },
    },
  ],
} satisfies Pick<Programme, 'leaderboards' | 'challenges'>
