/** Somebody of the demonstration shop whose phone a browser can play. */
export type DemoPerson = {
  openid: string
  name: string
  role: 'member' | 'visitor'
  phone: string
  /** Days before the first start on which the person joined; null for a visitor. */
  joinedDaysAgo: number | null
  /** Orders, oldest first: days before the first start, store, amount in fen. */
  orders: readonly (readonly [daysAgo: number, storeId: 'S1' | 'S2', amountFen: number])[]
  /** Points that the manager carried over from the time before the programme. */
  carriedOver?: number
}

/** One person for each face that the client has to show. All names are made up. */
export const demoPeople: readonly DemoPerson[] = [
  {
    openid: 'o-lin-wan',
    name: '林晚',
    role: 'member',
    phone: '13800000101',
    joinedDaysAgo: 151,
    orders: [
      [150, 'S1', 8_800],
      [121, 'S1', 12_600],
      [93, 'S2', 6_450],
      [64, 'S1', 15_900],
      [41, 'S1', 9_850],
      [17, 'S2', 7_600],
      [3, 'S1', 6_800],
    ],
    carriedOver: 1_629,
  },
  {
    openid: 'o-chen-yu',
    name: '陈屿',
    role: 'member',
    phone: '13800000102',
    joinedDaysAgo: 321,
    orders: [
      [320, 'S2', 26_800],
      [260, 'S2', 19_900],
      [180, 'S1', 31_500],
      [90, 'S2', 28_800],
      [12, 'S2', 16_600],
    ],
  },
  {
    openid: 'o-su-he',
    name: '苏禾',
    role: 'member',
    phone: '13800000103',
    joinedDaysAgo: 401,
    orders: [
      [400, 'S1', 68_000],
      [310, 'S1', 88_800],
      [205, 'S2', 99_900],
      [99, 'S1', 58_000],
      [20, 'S1', 36_600],
    ],
  },
  { openid: 'o-ye-zhi', name: '叶知', role: 'member', phone: '13800000104', joinedDaysAgo: 2, orders: [] },
  { openid: 'o-visitor-gu', name: '顾客', role: 'visitor', phone: '13800000105', joinedDaysAgo: null, orders: [] },
]
