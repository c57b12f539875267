import { View } from '@tarojs/components'
import { benefitIcon } from '@/components/benefit-icons'
import { Icon } from '@/components/Icon'
import type { IconName } from '@/components/icons'
import { Region } from '@/components/Region'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { discountWords } from '@/kit/tier-words'
import { newsOf } from './tier-news'
import type { Welcome } from './useWelcome'

type Perk = { key: string; icon: IconName; title: string; note: string }

const columns = 3

/** What membership brings with time, in at most three columns: the first tier with a lower price, the earning, the rest. */
export function JoinPerks({ welcome }: { welcome: Welcome }) {
  const t = useTranslate()
  const perks = perksOf(welcome, t, useLanguage())
  return (
    <View className="join__perks">
      {perks.map(({ key, icon, title, note }) => (
        <Region key={key} role="group" label={`${title}，${note}`} className="join__perk">
          <Icon name={icon} size={24} className="c-brand" />
          <View className="b2 w500 join__perk-title">{title}</View>
          <View className="cap c-ink-3 join__perk-note">{note}</View>
        </Region>
      ))}
    </View>
  )
}

function perksOf({ tiers }: Welcome, t: Translate, language: Language): Perk[] {
  const nameOf = (tier: Welcome['tiers'][number]) => inLanguage(tier.name, language)
  const cheaper = tiers.find(({ discountPercent }) => discountPercent > 0)
  const rate = tiers[0]?.pointsPerYuan ?? 0
  const price = cheaper && {
    key: 'price',
    icon: 'percent' as const,
    title: t('join.perk.price'),
    note: t('join.perk.price.note', {
      t: nameOf(cheaper),
      discount: discountWords(cheaper.discountPercent, language),
    }),
  }
  const earning = rate > 0 && {
    key: 'points',
    icon: 'star' as const,
    title: t('join.perk.points'),
    note: t('join.perk.points.note', { n: rate }),
  }
  const others = tiers.slice(1).flatMap((tier, below) =>
    newsOf(tiers, below + 1).map(({ code, text }) => ({
      key: code,
      icon: benefitIcon(code),
      title: inLanguage(text, language),
      note: t('join.perk.from', { t: nameOf(tier) }),
    })),
  )
  return [...(price ? [price] : []), ...(earning ? [earning] : []), ...others].slice(0, columns)
}
