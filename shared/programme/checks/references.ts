import type { Bilingual } from '../../kit/fields'
import { pathText, type Fault } from '../fault'
import type { Programme } from '../schema'
import { walk } from './walk'

/**
 * Everything that a programme names has to be there. A field's name says what it names, wherever it stands: a `couponId`
 * is always a coupon, a `fromTier` always a tier.
 */
export function references(programme: Programme): Fault[] {
  return [...walk(programme)].flatMap(({ path, value }) => {
    const [key, parent] = [path.at(-1), path.at(-2)]
    if (parent === 'perTier') return missing('tier', programme, { path, id: String(key) })
    const what = typeof key === 'string' ? named(key, path) : undefined
    const ids = Array.isArray(value) ? value : [value]
    if (!what || !ids.every((id) => typeof id === 'string')) return conditionFaults(programme, { path, value })
    return ids.flatMap((id) => missing(what, programme, { path, id }))
  })
}

type Kind =
  | 'tier'
  | 'coupon'
  | 'draw'
  | 'swap window'
  | 'good'
  | 'category'
  | 'campaign'
  | 'occasion'
  | 'challenge'
  | 'sold'
  | 'early access'

const fields: { [field: string]: Kind } = {
  tierId: 'tier',
  fromTier: 'tier',
  upToTier: 'tier',
  tiers: 'tier',
  couponId: 'coupon',
  drawId: 'draw',
  windowId: 'swap window',
  earlyAccess: 'early access',
  good: 'good',
  goods: 'good',
  services: 'good',
  categories: 'category',
  campaigns: 'campaign',
  excludes: 'campaign',
}

function named(key: string, path: readonly PropertyKey[]): Kind | undefined {
  return path.length > 1 ? fields[key] : undefined
}

/** What conditions of tiers name: an event to take part in, a challenge, something that is sold. */
function conditionFaults(
  programme: Programme,
  { path, value }: { path: readonly PropertyKey[]; value: unknown },
): Fault[] {
  if (path.at(-2) !== 'conditions' || typeof value !== 'object' || value === null) return []
  const condition = value as { kind?: string; in?: string; code?: string }
  const { kind, in: where = '', code = '' } = condition
  if (kind === 'took-part') return missing('occasion', programme, { path: [...path, 'in'], id: where })
  if (kind === 'challenge') return missing('challenge', programme, { path: [...path, 'code'], id: code })
  return kind === 'bought' ? missing('sold', programme, { path: [...path, 'code'], id: code }) : []
}

function missing(
  what: Kind,
  programme: Programme,
  { path, id }: { path: readonly PropertyKey[]; id: string },
): Fault[] {
  if (idsOf[what](programme).includes(id)) return []
  const { zh, en } = words[what]
  return [{ path: pathText(path), zh: `没有这个${zh}：${id}`, en: `There is no ${en} named ${id}` }]
}

const ids = (list: readonly { id: string }[] = []) => list.map(({ id }) => id)
const codesOf = (list: readonly { code: string }[] = []) => list.map(({ code }) => code)
const categoriesOf = ({ goods = [] }: Programme) => goods.flatMap(({ category }) => (category ? [category] : []))

const earlyAccessOf = ({ tiers }: Programme) =>
  tiers.flatMap(({ benefits }) =>
    benefits.flatMap((one) => (one.kind === 'early-access' ? [one.code ?? one.kind] : [])),
  )

const idsOf: { [K in Kind]: (programme: Programme) => string[] } = {
  tier: ({ tiers }) => ids(tiers),
  coupon: ({ coupons }) => ids(coupons),
  draw: ({ draws }) => ids(draws),
  'swap window': ({ swapWindows }) => ids(swapWindows),
  good: ({ goods }) => codesOf(goods),
  category: categoriesOf,
  campaign: ({ campaigns }) => ids(campaigns),
  occasion: ({ campaigns, events }) => [...ids(campaigns), ...ids(events)],
  challenge: ({ challenges }) => codesOf(challenges),
  'early access': earlyAccessOf,
  sold: (programme) => [...codesOf(programme.goods), ...categoriesOf(programme), ...ids(programme.membership?.plans)],
}

const words: { [K in Kind]: Bilingual } = {
  tier: { zh: '等级', en: 'tier' },
  coupon: { zh: '券模板', en: 'coupon template' },
  draw: { zh: '抽奖', en: 'draw' },
  'swap window': { zh: '兑换期', en: 'swap window' },
  good: { zh: '商品', en: 'good' },
  category: { zh: '品类', en: 'category of goods' },
  campaign: { zh: '营销活动', en: 'campaign' },
  occasion: { zh: '活动', en: 'campaign or event' },
  challenge: { zh: '挑战', en: 'challenge' },
  'early access': { zh: '提前开放', en: 'early access' },
  sold: { zh: '套系或付费会员', en: 'package or paid membership' },
}
