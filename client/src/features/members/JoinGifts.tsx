import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import type { shopWelcome } from '@shared/shop/contract'
import { Region } from '@/components/Region'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'

type Welcome = OutputOf<typeof shopWelcome>
type Gift = { figure: string; unit: string; title: string; note: string }

/** What joining gives at once, each with its figure; only what this shop's programme really gives. */
export function JoinGifts({ welcome }: { welcome: Welcome }) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <View className="join__gifts">
      {giftsOf(welcome, t, language).map((gift) => (
        <Region
          key={gift.title}
          role="group"
          label={`${gift.title}，${gift.figure} ${gift.unit}，${gift.note}`}
          className="join__gift"
        >
          <View className="join__figure num c-brand">{gift.figure}</View>
          <View className="join__unit s1 w600 c-brand">{gift.unit}</View>
          <View className="grow">
            <View className="b1 w600">{gift.title}</View>
            <View className="s1 c-ink-3">{gift.note}</View>
          </View>
        </Region>
      ))}
    </View>
  )
}

function giftsOf({ enrolmentPoints, tiers }: Welcome, t: Translate, language: Language): Gift[] {
  const names = tiers.map((tier) => inLanguage(tier.name, language)).join(' · ')
  const points: Gift = {
    figure: countText(enrolmentPoints),
    unit: t('join.gift.points.unit'),
    title: t('join.gift.points'),
    note: t('join.gift.points.body'),
  }
  const card: Gift = {
    figure: '1',
    unit: t('join.gift.code.unit'),
    title: t('join.gift.code'),
    note: t('join.gift.code.body'),
  }
  const ladder: Gift = {
    figure: countText(tiers.length),
    unit: t('join.gift.tiers.unit'),
    title: t('join.gift.tiers'),
    note: t('join.gift.tiers.body', { names }),
  }
  return [...(enrolmentPoints > 0 ? [points] : []), card, ...(tiers.length > 1 ? [ladder] : [])]
}
