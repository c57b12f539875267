import type { CouponView } from '@shared/coupons/contract'
import { isForSomeGoods } from '@shared/coupons/off'
import { thresholdOf } from '@shared/coupons/usable'
import { countText, moneyText } from './figures'
import { inLanguage, translator } from './i18n'
import type { Language } from './settings'

/** What a coupon's own words need to know: the names of tiers, the shop's stores, and the language. */
export type Known = {
  stores: readonly { id: string; name: string }[]
  tierNames: { readonly [id: string]: { zh: string; en: string } }
  language: Language
}

export type Face = {
  /** A sign set small before the figure, and a unit set small behind it. */
  sign?: string
  figure: string
  unit?: string
  /** Words stand smaller than figures. */
  wide?: boolean
  note: string
}
type Worth = CouponView['worth']

/** How many goods are named in one line. */
const namesMax = 3
type Scoped = Pick<CouponView, 'worth' | 'scope' | 'goods'>

/** What it is worth, large, and from which amount on: ¥10 满 60 可用. */
export function couponFace({ worth, scope, goods }: Scoped, language: Language): Face {
  const t = translator(language)
  if (worth.kind === 'amount') return { sign: '¥', figure: yuan(worth.offFen), note: fromWords(worth, language) }
  if (worth.kind === 'percent') {
    const figure = language === 'en' ? `${worth.percent}%` : String((100 - worth.percent) / 10)
    const note = worth.fromFen || !isForSomeGoods({ scope }) ? fromWords(worth, language) : shortNames(goods, language)
    return { figure, unit: t('coupon.face.off'), ...(figure.length > 2 ? { wide: true } : {}), note }
  }
  if (worth.kind === 'delivery')
    return { figure: t('coupon.face.delivery'), wide: true, note: fromWords(worth, language) }
  const wide = language === 'en' ? { wide: true } : {}
  if (worth.kind === 'gift') return { figure: t('coupon.face.gift'), ...wide, note: t('coupon.face.one') }
  return { figure: t('coupon.face.exchange'), ...wide, note: t('coupon.face.one') }
}

/** What it takes off, in a few signs at the end of a line: −¥10, 8.5 折, 1 份. */
export function couponGives({ worth }: Pick<Scoped, 'worth'>, language: Language): string {
  const t = translator(language)
  if (worth.kind === 'amount') return `−${moneyText(worth.offFen)}`
  if (worth.kind === 'percent')
    return t('coupon.gives.percent', { n: language === 'en' ? worth.percent : (100 - worth.percent) / 10 })
  return t(worth.kind === 'delivery' ? 'coupon.face.delivery' : 'coupon.face.one')
}

/** Its name as that of a coupon: 满 60 减 10 券, 立减 5 元券; one whose name says so already stands as it is. */
export function couponNamed(name: { zh: string; en: string }, language: Language): string {
  const own = inLanguage(name, language)
  const named = translator(language)('staff.coupons.line', { name: own })
  const word = named.slice(own.length).trim()
  if (own.endsWith(word)) return own
  // Between two Chinese characters stands no blank.
  return /\p{Script=Han}$/u.test(own) && /^\p{Script=Han}/u.test(word) ? own + word : named
}

/** What it is exchanged for, or how much it takes off at the most; empty when the face says it all. */
export function couponGoods({ worth, goods }: Pick<Scoped, 'worth' | 'goods'>, language: Language): string {
  const t = translator(language)
  if (worth.kind === 'goods') return namesOf(goods, language)
  if (worth.kind === 'service') return inLanguage(worth.service, language)
  if (worth.kind === 'gift') return inLanguage(worth.gift, language)
  const most = 'upToFen' in worth && worth.upToFen ? t('coupon.upTo', { n: yuan(worth.upToFen) }) : ''
  const on = couponFor({ worth, goods }, language)
  return [on, most].filter(Boolean).join(' · ')
}

/** On which categories and goods alone money is taken off: 限茶饮; empty where it counts on all. */
export function couponFor({ worth, goods }: Pick<Scoped, 'worth' | 'goods'>, language: Language): string {
  return worth.kind === 'goods' ? '' : goodsOnly(goods, language)
}

/** For which goods alone something counts: 限茶饮; empty where it counts on all. */
export function goodsOnly(goods: Scoped['goods'], language: Language): string {
  if (goods.length === 0) return ''
  return translator(language)('coupon.for', { goods: namesOf(goods, language) })
}

/** Where it counts, in one line: 全部门店, 建国西路店等 12 家, 仅限外送或邮寄订单; and for whom, where not for all. */
export function couponPlace({ worth, scope }: Pick<Scoped, 'worth' | 'scope'>, known: Known): string {
  const t = translator(known.language)
  if (worth.kind === 'delivery' || scope?.channel === 'delivery') return t('coupon.place.delivery')
  return [storesWords(scope?.stores, known), tierWords(scope, known)].filter(Boolean).join(' · ')
}

/** The names of the stores where it counts; all of them where nothing is said. */
export function couponStores({ scope }: Pick<Scoped, 'scope'>, { stores }: Known): string[] {
  const chosen = scope?.stores
  return stores.filter(({ id }) => !chosen || chosen.includes(id)).map(({ name }) => name)
}

/** On which days and at what hours: 周一至周日 10:00–21:00. */
export function couponHours({ scope }: Pick<Scoped, 'scope'>, language: Language): string {
  const t = translator(language)
  const days = [...(scope?.weekdays ?? [1, 2, 3, 4, 5, 6, 7])].sort()
  const [first = 1] = days
  const run = days.every((day, index) => day === first + index)
  const name = (day: number) => t(`day.week.${day as 1}`)
  const week =
    days.length === 7
      ? t('coupon.hours.daily')
      : run && days.length > 2
        ? t('coupon.hours.run', { from: name(first), to: name(first + days.length - 1) })
        : days.map(name).join(t('coupon.and'))
  return scope?.hours ? `${week} ${scope.hours.from}–${scope.hours.to}` : week
}

/** Names that stand one after another: three of many, and how many they are. */
function namesOf(goods: Scoped['goods'], language: Language): string {
  const t = translator(language)
  const shown = goods.slice(0, namesMax).map((name) => inLanguage(name, language))
  const list = shown.join(t('coupon.or'))
  return goods.length > namesMax ? t('coupon.goods.many', { goods: list, n: countText(goods.length) }) : list
}

/** Below a figure there is room for a single short name: 茶饮可用. */
function shortNames(goods: Scoped['goods'], language: Language): string {
  const t = translator(language)
  const [name = '', ...others] = goods.map((one) => inLanguage(one, language))
  const isShort = others.length === 0 && name.length <= (language === 'en' ? 10 : 4)
  return isShort ? t('coupon.face.for', { goods: name }) : t('coupon.face.named')
}

function fromWords(worth: Worth, language: Language): string {
  const t = translator(language)
  const fromFen = thresholdOf({ worth })
  if (fromFen > 0) return t('coupon.face.from', { n: yuan(fromFen) })
  return t(worth.kind === 'percent' ? 'coupon.face.all' : 'coupon.face.any')
}

function storesWords(chosen: readonly string[] | undefined, known: Known): string {
  const t = translator(known.language)
  if (!chosen) return t('coupon.place.all')
  const [first = '', ...others] = couponStores({ scope: { stores: [...chosen] } }, known)
  return others.length > 0 ? t('coupon.place.several', { store: first, n: countText(others.length + 1) }) : first
}

function tierWords(scope: Scoped['scope'], { tierNames, language }: Known): string {
  const t = translator(language)
  const name = (id: string) => (tierNames[id] ? inLanguage(tierNames[id], language) : id)
  if (scope?.fromTier) return t('coupon.tier.from', { t: name(scope.fromTier) })
  return scope?.tiers ? t('coupon.tier.only', { t: scope.tiers.map(name).join(t('coupon.and')) }) : ''
}

function yuan(fen: number): string {
  return moneyText(fen).slice(1)
}
