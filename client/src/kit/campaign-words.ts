import type { CampaignView } from '@shared/campaigns/contract'
import { couponHours, goodsOnly } from './coupon-words'
import { moneyText } from './figures'
import { inLanguage, translator } from './i18n'
import type { Language } from './settings'
import { dayWords } from './time'

/** Everything that it gives, in one line. */
export function campaignGives({ gives }: Pick<CampaignView, 'gives'>, language: Language): string {
  return gives.map((one) => inLanguage(one, language)).join(translator(language)('campaigns.and'))
}

/** Until when it is on, or from when. */
export function campaignWhen(
  { isOn, from, until }: Pick<CampaignView, 'isOn' | 'from' | 'until'>,
  now: string,
  language: Language,
): string {
  const t = translator(language)
  if (!isOn) return t('campaigns.from', { date: dayWords(from, now, language) })
  return until === null ? t('campaigns.always') : t('campaigns.until', { date: dayWords(until, now, language) })
}

/** What it asks for besides the day: some goods, an amount, days and hours, stores, which order. */
export function campaignConditions(campaign: CampaignView, language: Language): string[] {
  const t = translator(language)
  const { goods, fromFen, weekdays, hours, stores, nthOrder } = campaign
  const scope = { ...(weekdays ? { weekdays } : {}), ...(hours ? { hours } : {}) }
  return [
    goodsOnly(goods, language),
    fromFen > 0 ? t('campaigns.fromFen', { amount: moneyText(fromFen).slice(1) }) : '',
    nthOrder === null ? '' : nthOrder === 1 ? t('campaigns.first') : t('campaigns.nth', { n: nthOrder }),
    weekdays || hours ? couponHours({ scope }, language) : '',
    stores ? stores.join(t('campaigns.stores.and')) : '',
  ].filter(Boolean)
}
