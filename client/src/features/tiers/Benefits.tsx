import { View } from '@tarojs/components'
import { benefitIcon } from '@/components/benefit-icons'
import { Icon } from '@/components/Icon'
import type { IconName } from '@/components/icons'
import { Region } from '@/components/Region'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { discountWords } from '@/kit/tier-words'
import { benefitKey, benefitsAt, type Benefit, type Step } from './useLadder'

/** What the shown tier has, and greyed what the tiers above would add. */
export function Benefits({ ladder, shown }: { ladder: readonly Step[]; shown: number }) {
  const t = useTranslate()
  const language = useLanguage()
  const list = benefitsAt(ladder, shown)
  const step = ladder[shown]
  if (!step) return null
  return (
    <View>
      <View className="ladder__section">
        <View className="h3">
          {t('tiers.benefits', { t: inLanguage(step.name, language) })}{' '}
          <View className="num c-ink-3 w500 ladder__count">
            {step.benefits.length} / {list.length}
          </View>
        </View>
      </View>
      <View className="card ladder__benefits">
        {list.length === 0 && <View className="b1 c-ink-2 ladder__none">{t('tiers.none')}</View>}
        {list.map(({ benefit, from }) => {
          const { title, note } = wordsOf(benefit, t, language)
          const second = from ? t('tiers.unlock', { t: inLanguage(from.name, language) }) : note
          return (
            <Region key={benefitKey(benefit)} role="group" label={`${title}，${second}`} className="ladder__benefit">
              <View className={`ladder__tile ${from ? 'ladder__tile--mute' : ''}`}>
                <Icon name={iconOf(benefit)} size={22} />
                {from && (
                  <View className="ladder__lock">
                    <Icon name="lock" size={12} />
                  </View>
                )}
              </View>
              <View className={`b2 w500 ladder__title ${from ? 'c-ink-2' : ''}`}>{title}</View>
              {second && <View className="cap c-ink-3 ladder__note">{second}</View>}
            </Region>
          )
        })}
      </View>
    </View>
  )
}

function wordsOf(benefit: Benefit, t: Translate, language: Language): { title: string; note: string } {
  if (benefit.kind === 'described') {
    const { monthly } = benefit
    const note = monthly ? t('tiers.monthly', { left: monthly.count - monthly.used, count: monthly.count }) : ''
    return { title: inLanguage(benefit.text, language), note }
  }
  if (benefit.kind === 'discount')
    return { title: discountWords(benefit.percent, language), note: t('benefit.discount.scope') }
  return { title: t('benefit.rate', { n: benefit.pointsPerYuan }), note: t('benefit.rate.scope') }
}

function iconOf(benefit: Benefit): IconName {
  if (benefit.kind === 'discount') return 'percent'
  if (benefit.kind === 'earning-rate') return 'coins'
  return benefitIcon(benefit.code)
}
