import { View } from '@tarojs/components'
import type { MemberHome } from '@shared/members/contract'
import { Icon } from '@/components/Icon'
import { Region } from '@/components/Region'
import { plain } from '@/components/Rich'
import { memberNoText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { gapWords } from '@/kit/tier-words'
import '@/components/ShopMark.scss'
import '@/components/TierCard.scss'
import './NewCard.scss'

/** The card as it was just issued: tier, number, the shop's mark, the way to the next tier and where it began. */
export function NewCard({ home, storeName }: { home: MemberHome; storeName: string | null }) {
  const t = useTranslate()
  const language = useLanguage()
  const { member, tier, progress, shop } = home
  const name = t('tier.name', { t: inLanguage(tier.name, language) })
  const number = `No. ${memberNoText(member.memberNo)}`
  const gap = plain(gapWords(progress, language))
  const term = storeName ? t('welcome.card.store', { store: storeName }) : t('welcome.card')
  return (
    <View className={`tier tier--${tier.slot} new-card`}>
      <View className="new-card__head">
        <Region role="group" label={`${name}，${number}，${gap}，${term}`} className="grow">
          <View className="new-card__name">{name}</View>
          <View className="s1 num new-card__soft">{number}</View>
        </Region>
        <Region hidden className="shop-mark new-card__mark">
          {[...shop.name][0] ?? ''}
        </Region>
      </View>
      <View className="new-card__foot">
        <View className="grow">
          <View className="cap new-card__soft">{gap}</View>
          <View className="s1 w500 new-card__term">{term}</View>
        </View>
        <Icon name="code" size={26} className="new-card__soft" />
      </View>
    </View>
  )
}
