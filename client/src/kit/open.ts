import Taro from '@tarojs/taro'

/** Every page that another page leads to. */
const pages = {
  points: '/pages/assets/points',
  tier: '/pages/assets/tier',
  messages: '/pages/assets/messages',
  tierHistory: '/pages/assets/tier-history',
  cards: '/pages/assets/cards',
  checkin: '/pages/play/checkin',
  event: '/pages/play/event',
  draws: '/pages/draws/index',
  draw: '/pages/draws/draw',
  myDraws: '/pages/draws/mine',
  drawProof: '/pages/draws/proof',
  referral: '/pages/play/referral',
  campaigns: '/pages/play/campaigns',
  profile: '/pages/account/profile',
  messageSettings: '/pages/account/messages',
  sending: '/pages/manager/messages',
  review: '/pages/assets/review',
  coupons: '/pages/assets/coupons',
  coupon: '/pages/assets/coupons-detail',
  couponCentre: '/pages/assets/coupon-centre',
  exchanges: '/pages/assets/exchanges',
  code: '/pages/code/index',
  welcome: '/pages/welcome/index',
  till: '/pages/staff/index',
  customer: '/pages/staff/customer',
  payment: '/pages/staff/payment',
  receipt: '/pages/staff/receipt',
  refused: '/pages/staff/refused',
  enrol: '/pages/staff/enrol',
  invite: '/pages/staff/invite',
  invited: '/pages/staff/join',
  parcels: '/pages/staff/parcels',
  reviews: '/pages/staff/reviews',
  guests: '/pages/staff/guests',
  tasks: '/pages/staff/tasks',
  task: '/pages/staff/task',
  journeys: '/pages/staff/journeys',
  followUps: '/pages/manager/journeys',
  jobs: '/pages/manager/jobs',
  programme: '/pages/manager/programme',
  whatIf: '/pages/manager/whatif',
  training: '/pages/staff/training',
  trainingPiece: '/pages/staff/training-piece',
  funnel: '/pages/manager/funnel',
  promises: '/pages/manager/promises',
  trainingPeople: '/pages/manager/training',
} as const

export function open(page: keyof typeof pages, query: { [name: string]: string } = {}): void {
  const words = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  void Taro.navigateTo({ url: words.length > 0 ? `${pages[page]}?${words.join('&')}` : pages[page] })
}

/** A page by the path that a message carries; a path that this version of the app does not know leads nowhere. */
export function openPath(path: string): void {
  const known = Object.values(pages).some((page) => page === `/${path.replace(/\?.*$/, '')}`)
  if (known) void Taro.navigateTo({ url: `/${path}` })
}

/** In place of this page, so that going back does not lead to it. */
export function openInstead(page: keyof typeof pages): void {
  void Taro.redirectTo({ url: pages[page] })
}

/** Back to a page that was left open further down, or to a new one where there is none. */
export function backTo(page: keyof typeof pages): void {
  const stack = Taro.getCurrentPages()
  const depth = stack.findIndex(({ route = '' }) => `/${route.replace(/^\//, '').replace(/\?.*$/, '')}` === pages[page])
  if (depth < 0) openInstead(page)
  else void Taro.navigateBack({ delta: stack.length - 1 - depth })
}

/** Another tab's page; it keeps its scroll position. */
export function openTab(tab: 'home' | 'mall' | 'events' | 'me'): void {
  void Taro.switchTab({ url: `/pages/${tab}/index` })
}
