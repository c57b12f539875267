import type { ExchangeView, RewardOffer } from '@shared/rewards/contract'
import { addDays, dayOf, type Instant } from '@shared/kit/time'
import { countText } from '@/kit/figures'
import { inLanguage, translator } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { dayWords, momentWords } from '@/kit/time'

/** The last day of what ends at an instant, as people say it. */
export function lastDayWords(until: Instant, now: Instant, language: Language): string {
  return dayWords(addDays(dayOf(until), -1), now, language)
}

/** From how few on a stock counts as running out. */
const few = 5

/** What is left of a reward; `low` where it runs out. */
export function leftWords({ left, unit }: RewardOffer, language: Language): { text: string; low: boolean } {
  const t = translator(language)
  if (left === null) return { text: t('mall.left.any'), low: false }
  if (left === 0) return { text: t('mall.sold-out.end'), low: false }
  const fillings = { n: countText(left), unit: unit ? inLanguage(unit, language) : '' }
  const low = left <= few
  return {
    text: t(low ? 'mall.left.few' : 'mall.left', fillings)
      .replace(/ +/g, ' ')
      .trim(),
    low,
  }
}

/** Why somebody cannot have it now; null when nothing is in the way. */
export function obstacleWords({ obstacle }: RewardOffer, now: Instant, language: Language): string | null {
  const t = translator(language)
  switch (obstacle?.code) {
    case undefined:
      return null
    case 'tier':
      return t('mall.tier', { t: inLanguage(obstacle.tierName, language) })
    case 'not-open':
      if (obstacle.opensAt) return t('mall.opens', { time: momentWords(obstacle.opensAt, now, language) })
      return obstacle.window ? t('mall.window', { name: inLanguage(obstacle.window, language) }) : t('mall.closed')
    case 'limit':
      return t('mall.limit')
    case 'sold-out':
      return t('mall.sold-out')
    case 'short':
      return t('mall.short', { n: countText(obstacle.short) })
  }
}

/** Which price it is, where it is not everybody's. */
export function priceWords({ price }: RewardOffer, tierName: string, language: Language): string | null {
  const t = translator(language)
  if (price.because === 'list') return null
  return price.because === 'tier' ? t('mall.price.tier', { t: tierName }) : t(`mall.price.${price.because}`)
}

/** How much the tier takes off, where that is the same share of every reward it makes cheaper; null where it differs. */
export function shareWords(rewards: readonly RewardOffer[], tierName: string, language: Language): string | null {
  const cheaper = rewards.filter(({ price }) => price.because === 'tier')
  const percents = new Set(cheaper.map(({ price, listPrice }) => (price.points * 100) / listPrice.points))
  const [percent] = percents
  if (percents.size !== 1 || percent === undefined || !Number.isInteger(percent) || percent >= 100) return null
  // 八折 is eight tenths of the price, and 20% off.
  return translator(language)('mall.share', { t: tierName, n: language === 'en' ? 100 - percent : percent / 10 })
}

/** What so many cost; several go without a price that is good for one. */
export function costOf({ price, furtherPrice }: RewardOffer, count: number): { points: number; addFen: number } {
  const { points, addFen } = count > 1 && furtherPrice ? furtherPrice : price
  return { points: points * count, addFen: addFen * count }
}

/** How a swap stands. */
export function stateWords({ state }: ExchangeView, now: Instant, language: Language): string {
  const t = translator(language)
  const place = (name: string | null) => name ?? t('exchanges.any-store')
  switch (state.code) {
    case 'to-pick-up':
      return t('exchanges.pick-up', { store: place(state.storeName), date: lastDayWords(state.until, now, language) })
    case 'to-send':
      return t('exchanges.to-send')
    case 'had-at-once':
      return t('exchanges.had')
    case 'handed-out':
      return t('exchanges.handed', { store: place(state.storeName) })
    case 'sent':
      return t('exchanges.sent', { carrier: state.carrier, no: state.trackingNo })
    case 'given-up':
      return t(state.because === 'cancelled' ? 'exchanges.cancelled' : 'exchanges.expired', {
        n: countText(state.returned),
      })
  }
}
