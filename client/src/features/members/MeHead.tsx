import { View } from '@tarojs/components'
import type { MemberHome } from '@shared/members/contract'
import { Region } from '@/components/Region'
import { countText, memberNoText, moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import './MeHead.scss'

/** Name, number and figures at the head of 我的. */
export function MeHead({ home }: { home: MemberHome }) {
  const t = useTranslate()
  const language = useLanguage()
  const tier = t('tier.name', { t: inLanguage(home.tier.name, language) })
  const name = home.member.name ?? tier
  const figures = [
    { label: t('home.points'), figure: countText(home.points.balance) },
    { label: t('home.spend'), figure: moneyText(home.totals.spendFen) },
    { label: t('home.orders'), figure: countText(home.totals.orders) },
  ]
  return (
    <View>
      <View className="me-head">
        <Region hidden className="me-head__face">
          {[...name][0]}
        </Region>
        <Region role="group" label={`${name}，${tier}，No. ${home.member.memberNo}`} className="grow">
          <View className="h2 ellipsis">{name}</View>
          <View className="s1 c-ink-2 num me-head__no">
            {tier} · No. {memberNoText(home.member.memberNo)}
          </View>
        </Region>
      </View>
      <View className="card me-head__figures">
        {figures.map(({ label, figure }) => (
          <Region key={label} role="group" label={`${label} ${figure}`} className="me-head__one">
            <View className="me-head__figure num">{figure}</View>
            <View className="s1 c-ink-2 me-head__label">{label}</View>
          </Region>
        ))}
      </View>
    </View>
  )
}
