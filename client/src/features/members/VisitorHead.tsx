import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Region } from '@/components/Region'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import { openTab } from '@/kit/open'
import type { Language } from '@/kit/settings'
import { discountWords, needWords } from '@/kit/tier-words'
import { newsOf } from './tier-news'
import { useWelcome, type Welcome } from './useWelcome'
import './VisitorHead.scss'

/** 我的 for somebody who is no member yet: how to become one, and what each tier asks and gives. */
export function VisitorHead() {
  const t = useTranslate()
  const { value } = useWelcome()
  return (
    <View>
      <View className="h2 visitor__title">{t('me.visitor')}</View>
      <View className="b1 c-ink-2">{t('me.visitor.body')}</View>
      <Button
        id="visitor-join"
        label={t('me.visitor.join')}
        className="visitor__join"
        onPress={() => openTab('home')}
      />
      {value && <Tiers tiers={value.tiers} />}
    </View>
  )
}

type Tier = Welcome['tiers'][number]

function Tiers({ tiers }: { tiers: readonly Tier[] }) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <View className="card visitor__tiers">
      {tiers.map((tier, rank) => {
        const name = inLanguage(tier.name, language)
        const needs = needsOf(tier, t, language)
        const gives = givesOf(tier, newsOf(tiers, rank), t, language)
        return (
          <Region key={tier.id} role="group" label={`${name}，${needs}，${gives}`} className="visitor__tier">
            <View className="row between visitor__line">
              <View className="b1 w600 visitor__name">{name}</View>
              <View className="s1 c-ink-3 num visitor__needs">{needs}</View>
            </View>
            <View className="s1 c-ink-2">{gives}</View>
          </Region>
        )
      })}
    </View>
  )
}

function needsOf({ match, requirements }: Tier, t: Translate, language: Language): string {
  if (requirements.length === 0) return t('tiers.needs.none')
  const joint = t(match === 'all' ? 'tier.gap.and' : 'tier.gap.or')
  return requirements.map((requirement) => needWords(requirement, language)).join(joint)
}

function givesOf(tier: Tier, news: Tier['benefits'], t: Translate, language: Language): string {
  const { discountPercent, pointsPerYuan } = tier
  return [
    ...(discountPercent > 0 ? [discountWords(discountPercent, language)] : []),
    ...(pointsPerYuan > 0 ? [t('benefit.rate', { n: pointsPerYuan })] : []),
    ...news.map(({ text }) => inLanguage(text, language)),
  ].join(' · ')
}
