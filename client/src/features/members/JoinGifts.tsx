import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { yuanText } from '@shared/kit/money'
import { benefitIcon } from '@/components/benefit-icons'
import { Icon } from '@/components/Icon'
import { Region } from '@/components/Region'
import { countText, moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import type { Welcome } from './useWelcome'

type Gift = { key: string; lead: ReactNode; spoken: string; title: string; note: string }

/** What joining gives at once: points with their worth, and what the first tier has; nothing that this shop does not give. */
export function JoinGifts({ welcome }: { welcome: Welcome }) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <View className="join__gifts">
      {giftsOf(welcome, t, language).map(({ key, lead, spoken, title, note }) => (
        <Region key={key} role="group" label={spoken} className="join__gift">
          <View className="join__lead">{lead}</View>
          <View className="grow">
            <View className="b1 w600">{title}</View>
            <View className="s1 c-ink-3">{note}</View>
          </View>
        </Region>
      ))}
    </View>
  )
}

function giftsOf(welcome: Welcome, t: Translate, language: Language): Gift[] {
  const { enrolmentPoints, tiers } = welcome
  const benefits = tiers.slice(0, 1).flatMap(({ name, benefits }) =>
    benefits.map(({ code, text }) => {
      const title = inLanguage(text, language)
      const note = t('join.gift.benefit', { t: inLanguage(name, language) })
      return { key: code, lead: <Tile code={code} />, spoken: `${title}，${note}`, title, note }
    }),
  )
  const gifts = [
    ...(enrolmentPoints > 0 ? [pointsGift(welcome, t)] : []),
    ...friendGift(welcome, t, language),
    ...benefits,
  ]
  return gifts.length > 0 ? gifts : [cardGift(t)]
}

function pointsGift({ enrolmentPoints, enrolmentWorthFen }: Welcome, t: Translate): Gift {
  const figure = countText(enrolmentPoints)
  const unit = t('join.gift.points.unit')
  const title = t('join.gift.points')
  const note = enrolmentWorthFen
    ? t('join.gift.points.worth', { n: moneyText(enrolmentWorthFen).slice(1) })
    : t('join.gift.points.body')
  const lead = <Figure figure={figure} unit={unit} />
  return { key: 'points', lead, spoken: `${title}，${figure} ${unit}，${note}`, title, note }
}

/** What coming through a friend brings on top, with its condition first. */
function friendGift({ from }: Welcome, t: Translate, language: Language): Gift[] {
  if (from?.kind !== 'friend' || !from.offer) return []
  const { gives, order } = from.offer
  const what = gives.map((one) => inLanguage(one, language)).join(language === 'en' ? ', ' : '、')
  const title = t('join.friend.gift')
  const note = order
    ? t('join.friend.order', { days: order.withinDays, amount: `¥${yuanText(order.fromFen)}`, what })
    : t('join.friend.now', { what })
  return [{ key: 'friend', lead: <Tile code="gift" />, spoken: `${title}，${note}`, title, note }]
}

function cardGift(t: Translate): Gift {
  const title = t('join.gift.code')
  const note = t('join.gift.code.body')
  return {
    key: 'card',
    lead: <Figure figure="1" unit={t('join.gift.code.unit')} />,
    spoken: `${title}，${note}`,
    title,
    note,
  }
}

function Figure({ figure, unit }: { figure: string; unit: string }) {
  return (
    <>
      <View className="join__figure num c-brand">{figure}</View>
      <View className="join__unit s1 w600 c-brand">{unit}</View>
    </>
  )
}

function Tile({ code }: { code: string }) {
  return (
    <View className="join__tile">
      <Icon name={benefitIcon(code)} size={22} />
    </View>
  )
}
