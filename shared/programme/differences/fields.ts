import type { Bilingual } from '../../kit/fields'
import { opposite, type Bearing } from './difference'

type Field = Bilingual & { more: Bearing; unit?: 'fen' | 'percent' | 'length' }

/** What a figure is called wherever it stands, and what more of it is to a member. */
const fields: { [field: string]: Field } = {
  addFen: { zh: '另付', en: 'money beside it', more: 'worse', unit: 'fen' },
  acts: { zh: '行为奖励', en: 'what acts bring', more: 'better' },
  answerWithinHours: { zh: '答复时限（小时）', en: 'hours until an answer', more: 'worse' },
  atLeast: { zh: '要求', en: 'what is asked', more: 'worse' },
  becomes: { zh: '补到', en: 'filled up to', more: 'better' },
  changeable: { zh: '可改票', en: 'whether a vote may be changed', more: 'better' },
  confirmHours: { zh: '候补确认时限（小时）', en: 'hours to take a seat', more: 'better' },
  chances: { zh: '机会', en: 'chances', more: 'better' },
  costPoints: { zh: '所需积分', en: 'points it costs', more: 'worse' },
  count: { zh: '数量', en: 'how many', more: 'better' },
  creditFen: { zh: '到账', en: 'credited', more: 'better', unit: 'fen' },
  engagement: { zh: '活跃值', en: 'engagement', more: 'better' },
  friends: { zh: '所需朋友数', en: 'friends it takes', more: 'worse' },
  fromFen: { zh: '满额', en: 'from an amount of', more: 'worse', unit: 'fen' },
  guestsMax: { zh: '可带人数', en: 'guests', more: 'better' },
  hoursBefore: { zh: '提前小时', en: 'hours before others', more: 'better' },
  kinds: { zh: '适用的种类', en: 'kinds that take part', more: 'unclear' },
  lasts: { zh: '有效期', en: 'how long it lasts', more: 'better', unit: 'length' },
  leaveHours: { zh: '开始前可退时限（小时）', en: 'hours before it begins to leave', more: 'worse' },
  makeUpPoints: { zh: '补签所需积分', en: 'points to make up for a day', more: 'worse' },
  memberFen: { zh: '会员价', en: 'price for members', more: 'worse', unit: 'fen' },
  noShowDays: { zh: '缺席后不能报名的天数', en: 'days without sign-up after not coming', more: 'worse' },
  nothingFor: { zh: '不参与的种类', en: 'kinds that are left out', more: 'worse' },
  only: { zh: '适用范围', en: 'where and on what', more: 'unclear' },
  offFen: { zh: '减', en: 'money off', more: 'better', unit: 'fen' },
  orderFromFen: { zh: '订单满', en: 'order of at least', more: 'worse', unit: 'fen' },
  payFen: { zh: '支付', en: 'paid', more: 'worse', unit: 'fen' },
  perDay: { zh: '每天', en: 'a day', more: 'better' },
  pendingDays: { zh: '积分生效天数', en: 'days until points may be used', more: 'worse' },
  percent: { zh: '比例', en: 'percent', more: 'better', unit: 'percent' },
  pickUpDays: { zh: '取货天数', en: 'days to pick up', more: 'better' },
  points: { zh: '积分', en: 'points', more: 'better' },
  priceFen: { zh: '价格', en: 'price', more: 'worse', unit: 'fen' },
  purchaseFromFen: { zh: '消费满', en: 'with a purchase of', more: 'worse', unit: 'fen' },
  refundDays: { zh: '可退天数', en: 'days to give it back', more: 'better' },
  remindAt: { zh: '提醒时间', en: 'time of the reminder', more: 'unclear' },
  renewalFen: { zh: '续费价', en: 'price of renewing', more: 'worse', unit: 'fen' },
  rightDays: { zh: '换购资格天数', en: 'days a better price lasts', more: 'better' },
  seats: { zh: '名额', en: 'seats', more: 'better' },
  stock: { zh: '库存', en: 'stock', more: 'better' },
  stores: { zh: '适用的门店', en: 'stores', more: 'unclear' },
  subCards: { zh: '副卡数', en: 'sub cards', more: 'better' },
  times: { zh: '次数', en: 'times', more: 'better' },
  uses: { zh: '可用次数', en: 'uses', more: 'better' },
  upToFen: { zh: '最多', en: 'up to', more: 'better', unit: 'fen' },
  winners: { zh: '获奖人数', en: 'winners', more: 'better' },
  withinDays: { zh: '期限（天）', en: 'days for it', more: 'better' },
  worthFen: { zh: '价值', en: 'worth', more: 'better', unit: 'fen' },
}

/** Words of which one is chosen: what each is called, and how good it is for members; `usual` where none is named. */
export type Choices = { usual: string; of: { [word: string]: Bilingual & { rank: number } } }

const choices: { [field: string]: Bilingual & Choices } = {
  rounding: {
    zh: '积分取整',
    en: 'how points are made whole',
    usual: 'down',
    of: {
      down: { zh: '舍去小数', en: 'rounded down', rank: 0 },
      nearest: { zh: '四舍五入', en: 'to the nearest', rank: 1 },
      up: { zh: '进一位', en: 'rounded up', rank: 2 },
    },
  },
}

/** The words to choose from at a place; undefined where there are none. */
export function choicesOf(path: Path): Choices | undefined {
  return choices[lastName(path)]
}

/** The shop's own affair: no member gets more or less by it. */
const own = new Set([
  'costFen',
  'commissionFen',
  'listFen',
  'name',
  'category',
  'note',
  'unit',
  'priority',
  'form',
  'remindAt',
])

/** What only some may have, or so much of, is less the moment it is said. */
const restrictions = new Set([
  ...['control', 'storeBudgetFen'],
  ...['aim', 'budgetFen', 'categories', 'exceptDays', 'excludes', 'fromFen', 'fromTier', 'goods', 'hours', 'limit'],
  ...[
    'limits',
    'kinds',
    'only',
    'opensOn',
    'perDay',
    'perMember',
    'purchaseFromFen',
    'scope',
    'seats',
    'stock',
    'stores',
    'tiers',
    'upToFen',
  ],
  ...['upToTier', 'weekdays', 'windowId', 'nothingFor', 'makeUpPoints', 'costPoints', 'addFen'],
])

/** A price in points is the other way round from points that are given. */
const prices = new Set(['price', 'offers', 'tierSales'])

type Path = readonly PropertyKey[]

export function isOwn(path: Path): boolean {
  return own.has(lastName(path))
}

/** What it is to members that something is said which was not before. */
export function addedBearing(path: Path): Bearing {
  if (isOwn(path)) return 'neutral'
  return path.length > 1 && restrictions.has(lastName(path)) ? 'worse' : 'better'
}

/** What more of a figure is to members. */
export function moreBearing(path: Path): Bearing {
  const name = lastName(path)
  const more = fields[name]?.more ?? 'unclear'
  const isPrice = name === 'points' && path.some((key) => prices.has(String(key)))
  return isPrice ? opposite[more] : more
}

/** What a place is called. */
export function labelOf(path: Path): Bilingual & { unit?: Field['unit'] } {
  return fields[lastName(path)] ?? choices[lastName(path)] ?? { zh: '规则', en: 'its rules' }
}

function lastName(path: Path): string {
  return String(path.filter((key) => typeof key === 'string').at(-1) ?? '')
}
