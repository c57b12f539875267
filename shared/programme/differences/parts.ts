import { durationWords } from '../../kit/duration'
import type { Bilingual } from '../../kit/fields'
import { yuanText } from '../../kit/money'
import type { Programme, Qualification } from '../schema'
import { align } from './align'
import {
  bearingOf,
  differs,
  figure,
  isGone,
  isNew,
  isOtherwise,
  opposite,
  quoted,
  same,
  type Difference,
  type Place,
} from './difference'
import { addedBearing, choicesOf, isOwn, labelOf, moreBearing, type Choices } from './fields'
import { journeyDifferences } from './journeys'
import { lengthBearing } from './length'
import { qualificationDifferences } from './qualification'

type Part = Exclude<
  keyof Programme,
  'id' | 'name' | 'tiers' | 'expiry' | 'redemption' | 'refundShortfall' | 'enrolment' | 'terms' | 'notice'
>

/** What becomes of the other parts of a programme, item by item and figure by figure. */
export function partDifferences(live: Programme, draft: Programme): Difference[] {
  return (Object.keys(parts) as Part[]).flatMap((part) => {
    const { forMembers, ...subject } = parts[part]
    const [before, after] = [live[part], draft[part]]
    const place = { path: [part], subject }
    if (same(before, after)) return []
    if (part === 'journeys') return journeyDifferences(place, live.journeys ?? [], draft.journeys ?? [])
    if (!forMembers) return [isOtherwise(place, 'neutral')]
    return takesAndGives.has(part)
      ? valueDifferences(place, before ?? {}, after ?? {})
      : valueDifferences(place, before, after)
  })
}

/** Parts that may take something away by being there are looked into also where they are new. */
const takesAndGives = new Set<Part>(['earning', 'discounting'])

/** A total map: a part that is not named here does not compile. `forMembers`: they may get more or less by it. */
const parts: { [P in Part]: Bilingual & { forMembers: boolean } } = {
  earning: { zh: '积分获取', en: 'How points are earned', forMembers: true },
  milestones: { zh: '达成奖励', en: 'Milestones', forMembers: true },
  discounting: { zh: '不打折的商品', en: 'What is never discounted', forMembers: true },
  pointsTopUp: { zh: '会员日积分补足', en: 'Top-up on member day', forMembers: true },
  tierSales: { zh: '积分换等级', en: 'Tiers for points', forMembers: true },
  checkIn: { zh: '签到', en: 'Check-in', forMembers: true },
  goods: { zh: '商品', en: 'Goods', forMembers: true },
  coupons: { zh: '优惠券', en: 'Coupons', forMembers: true },
  rewards: { zh: '礼品', en: 'Rewards', forMembers: true },
  exchanges: { zh: '兑换规则', en: 'How swaps go on', forMembers: true },
  swapWindows: { zh: '兑换期', en: 'Swap windows', forMembers: true },
  cards: { zh: '会员卡', en: 'Cards', forMembers: true },
  membership: { zh: '付费会员', en: 'Paid membership', forMembers: true },
  storedValue: { zh: '储值', en: 'Stored value', forMembers: true },
  countCards: { zh: '次卡', en: 'Count cards', forMembers: true },
  referral: { zh: '推荐', en: 'Referral', forMembers: true },
  draws: { zh: '抽奖', en: 'Draws', forMembers: true },
  campaigns: { zh: '营销活动', en: 'Campaigns', forMembers: true },
  events: { zh: '线下活动', en: 'Events', forMembers: true },
  challenges: { zh: '挑战', en: 'Challenges', forMembers: true },
  leaderboards: { zh: '排行榜', en: 'Leaderboards', forMembers: true },
  service: { zh: '会员服务', en: 'Member service', forMembers: true },
  budgets: { zh: '预算', en: 'Budgets', forMembers: false },
  messages: { zh: '消息', en: 'Messages', forMembers: false },
  goodsCategories: { zh: '品类名称', en: 'Names of categories', forMembers: false },
  journeys: { zh: '跟进', en: 'Journeys', forMembers: false },
  training: { zh: '员工培训', en: 'Staff training', forMembers: false },
  profile: { zh: '会员资料', en: 'Member profiles', forMembers: false },
  segments: { zh: '会员分组', en: 'Segments', forMembers: false },
}

function valueDifferences(place: Place, before: unknown, after: unknown): Difference[] {
  if (same(before, after)) return []
  const choices = choicesOf(place.path)
  if (choices) return choiceDifferences(labelled(place), choices, [before, after])
  if (isOwn(place.path)) return [isOtherwise(labelled(place), 'neutral')]
  if (before === undefined) return [isNew(labelled(place), addedBearing(place.path))]
  if (after === undefined) return [isGone(labelled(place), opposite[addedBearing(place.path)])]
  if (isList(before) && isList(after)) return listDifferences(place, before, after)
  if (isQualification(before) && isQualification(after)) return qualificationDifferences(place, before, after)
  if (isObject(before) && isObject(after) && before['kind'] === after['kind'])
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      valueDifferences({ ...place, path: [...place.path, key] }, before[key], after[key]),
    )
  return [leafDifference(place, before, after)]
}

/** Items go by their id or code; one with a name is told by it from there on. */
function listDifferences(place: Place, before: readonly Item[], after: readonly Item[]): Difference[] {
  return align(before, after, keyOf).flatMap((pair) => {
    const { name } = (pair.after ?? pair.before) as Item
    const subject = isWords(name)
      ? { zh: `${place.subject.zh}${quoted(name).zh}`, en: `${place.subject.en}, ${name.en}` }
      : place.subject
    const item = { path: [...place.path, pair.index], subject }
    const added = addedBearing(place.path)
    if (!pair.before) return [isNew(item, added)]
    return pair.after ? valueDifferences(item, pair.before, pair.after) : [isGone(item, opposite[added])]
  })
}

function leafDifference(place: Place, before: unknown, after: unknown): Difference {
  const at = labelled(place)
  const unit = labelOf(place.path).unit
  if (typeof before === 'number' && typeof after === 'number')
    return differs(at, amount(before, unit), amount(after, unit), bearingOf(before, after, moreBearing(place.path)))
  if (unit === 'length' && typeof before === 'string' && typeof after === 'string')
    return differs(at, durationWords(before), durationWords(after), lengthBearing(before, after, 'better'))
  return isOtherwise(at, 'unclear')
}

function choiceDifferences(
  place: Place,
  { usual, of }: Choices,
  values: [before: unknown, after: unknown],
): Difference[] {
  const [from, to] = values.map((value) => of[String(value ?? usual)])
  return from && to && from !== to ? [differs(place, from, to, bearingOf(from.rank, to.rank, 'better'))] : []
}

function amount(value: number, unit: ReturnType<typeof labelOf>['unit']): Bilingual {
  if (unit === 'fen') return { zh: `¥${yuanText(value)}`, en: `¥${yuanText(value)}` }
  return unit === 'percent' ? { zh: `${value}%`, en: `${value}%` } : figure(value)
}

/** A place deeper than a part or an item of it is told with what it is called. */
function labelled(place: Place): Place {
  const last = place.path.at(-1)
  if (place.path.length === 1 || typeof last === 'number') return place
  const { zh, en } = labelOf(place.path)
  return { path: place.path, subject: { zh: `${place.subject.zh}的${zh}`, en: `${place.subject.en}, ${en}` } }
}

type Item = { [key: string]: unknown }

function keyOf(item: Item, index: number): string {
  const { id, code, kind } = item
  return String(id ?? code ?? kind ?? index)
}

function isList(value: unknown): value is Item[] {
  return Array.isArray(value) && value.every(isObject)
}

function isObject(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isQualification(value: unknown): value is Qualification {
  return isObject(value) && typeof value['match'] === 'string' && Array.isArray(value['conditions'])
}

function isWords(value: unknown): value is Bilingual {
  return isObject(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string'
}
