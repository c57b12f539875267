/** Somebody of the demonstration shop whose phone a browser can play. */
export type DemoPerson = {
  openid: string
  name: string
  role: 'member' | 'visitor'
  phone: string
  /** Days before the founding on which the person joined; null for a visitor. */
  joinedDaysAgo: number | null
  /** Orders, oldest first. */
  orders: readonly DemoOrder[]
  /** Enrolled at the counter as an organisation of this name, for which the person speaks. */
  organisation?: string
  /** Agrees to one message of each kind on joining. */
  agrees?: true
  /** Points that the manager carried over from the time before the programme. */
  carriedOver?: { daysAgo: number; points: number }
  /** Coupons claimed on the phone: how many days before the founding, and which. */
  claims?: readonly (readonly [daysAgo: number, templateId: string])[]
  /** Reported the card lost so many days before the founding. */
  lostDaysAgo?: number
}

/** Days before the founding, store, amount in fen, and points that were taken as money off. */
export type DemoOrder = readonly [daysAgo: number, storeId: 'S1' | 'S2', amountFen: number, burnPoints?: number]

/** One person for each face that the client has to show. All names are made up. */
export const demoPeople: readonly DemoPerson[] = [
  {
    ...member('o-lin-wan', '林晚', '13800000101', 365),
    agrees: true,
    carriedOver: { daysAgo: 200, points: 1_617 },
    claims: [
      [29, 'ten-off-sixty'],
      [5, 'free-post'],
      [3, 'osmanthus-oolong'],
    ],
    orders: [
      [365, 'S1', 8_000],
      [265, 'S2', 6_450],
      [198, 'S1', 9_800],
      [120, 'S1', 12_800],
      [51, 'S1', 13_950],
      [17, 'S2', 8_450],
      [1, 'S1', 8_550],
    ],
  },
  {
    ...member('o-chen-yu', '陈屿', '13800000102', 365),
    claims: [
      [10, 'gold-twenty'],
      [2, 'spring-five'],
    ],
    orders: [
      [360, 'S2', 26_800],
      [260, 'S2', 19_900],
      [180, 'S1', 31_500],
      [140, 'S2', 8_600],
      [90, 'S2', 28_800],
      [45, 'S1', 7_200],
      [12, 'S2', 16_600, 500],
    ],
  },
  {
    ...member('o-su-he', '苏禾', '13800000103', 401),
    orders: [
      [400, 'S1', 68_000],
      [310, 'S1', 88_800],
      [260, 'S1', 12_800],
      [205, 'S2', 99_900],
      [150, 'S1', 9_900],
      [99, 'S1', 58_000],
      [60, 'S2', 15_800, 2_000],
      [20, 'S1', 36_600],
    ],
  },
  { ...member('o-ye-zhi', '叶知', '13800000104', 2), orders: [] },
  {
    ...member('o-shen-yan', '沈言', '13800000106', 320),
    claims: [
      [60, 'ten-off-sixty'],
      [4, 'osmanthus-oolong'],
    ],
    orders: [
      [318, 'S1', 4_600],
      [250, 'S1', 3_200],
      [190, 'S1', 5_800],
      [130, 'S2', 2_900],
      [70, 'S1', 4_800],
      [9, 'S1', 3_600],
    ],
  },
  {
    ...member('o-gu-qing', '顾青', '13800000107', 380),
    orders: [
      [378, 'S2', 18_800],
      [330, 'S2', 15_600],
      [270, 'S1', 22_400],
      [210, 'S2', 9_800],
      [155, 'S2', 19_900],
      [100, 'S2', 12_200],
      [30, 'S2', 12_600],
    ],
  },
  {
    ...member('o-fang-ning', '方宁', '13800000108', 365),
    agrees: true,
    orders: [
      [365, 'S1', 12_800],
      [300, 'S1', 9_600],
      [240, 'S1', 8_800],
      [160, 'S1', 15_400],
      [80, 'S2', 7_600],
      [25, 'S1', 9_900],
    ],
  },
  {
    ...member('o-jiang-lan', '江澜', '13800000109', 401),
    orders: [
      [399, 'S2', 88_000],
      [340, 'S2', 46_800],
      [290, 'S2', 52_000],
      [215, 'S1', 66_600],
      [135, 'S2', 39_900],
      [75, 'S2', 48_800],
      [18, 'S2', 21_000, 1_000],
    ],
  },
  {
    ...member('o-he-xi', '何夕', '13800000110', 200),
    lostDaysAgo: 6,
    orders: [
      [198, 'S1', 5_600],
      [150, 'S1', 3_800],
      [95, 'S1', 6_400],
      [40, 'S2', 2_800],
      [11, 'S1', 4_900],
    ],
  },
  {
    ...member('o-song-lan', '宋岚', '13800000111', 320),
    orders: [
      [315, 'S2', 16_800],
      [262, 'S2', 12_400],
      [199, 'S2', 13_900],
      [128, 'S2', 9_800],
      [66, 'S2', 11_500],
      [21, 'S1', 8_800],
    ],
  },
  {
    ...member('o-tang-guo', '唐果', '13800000112', 200),
    orders: [
      [196, 'S2', 2_600],
      [142, 'S2', 3_900],
      [88, 'S2', 4_400],
      [33, 'S2', 3_100],
    ],
  },
  {
    ...member('o-luo-yi', '罗意', '13800000113', 380),
    organisation: '云栖设计',
    orders: [
      [372, 'S1', 32_000],
      [285, 'S1', 28_000],
      [220, 'S1', 26_500],
      [145, 'S2', 18_800],
      [62, 'S1', 24_000],
      [15, 'S1', 30_600],
    ],
  },
  { openid: 'o-visitor-gu', name: '顾客', role: 'visitor', phone: '13800000105', joinedDaysAgo: null, orders: [] },
]

function member(openid: string, name: string, phone: string, joinedDaysAgo: number) {
  return { openid, name, phone, joinedDaysAgo, role: 'member' as const }
}
