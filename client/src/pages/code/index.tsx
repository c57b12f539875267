import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { homeRead, type MemberHome } from '@shared/members/contract'
import { Icon } from '@/components/Icon'
import { ReadFailed } from '@/components/ReadState'
import { Region } from '@/components/Region'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { CodePanel } from '@/features/cards/CodePanel'
import { NumberPanel } from '@/features/cards/NumberPanel'
import { useCode } from '@/features/cards/useCode'
import { useCodeScreen } from '@/features/cards/useCodeScreen'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { useHeard } from '@/kit/read'
import { useShopFace, wearShopFace } from '@/kit/shop'
import './index.scss'

const houseBrand = '#1f5a4c'

/** The member's code, white in both modes; it needs no network once the card has been on this phone. */
export default function CodePage() {
  const t = useTranslate()
  const home = useHeard(homeRead, {})
  const brand = useShopFace((face) => face.brand) ?? houseBrand
  const { card, code, step, secondsLeft } = useCode()
  const { bright, captured } = useCodeScreen(step)
  useEffect(() => {
    if (home) wearShopFace(home.shop)
  }, [home])
  const again = () => void card.again()
  const stranger = card.refusal?.code === 'not_enrolled'
  const lost = !code && card.refusal && !stranger
  if (!code && card.refusal && (stranger || !home)) {
    return (
      <Screen back title={t('code.title')}>
        <ReadFailed refusal={card.refusal} busy={card.loading} onRetry={again} />
      </Screen>
    )
  }
  return (
    <Screen back light wash={false} title={t('code.title')}>
      <View className="code__ground" />
      <View className="code screen--fixed">
        <View className="code__card">
          {home && <Holder home={home} />}
          {code && (
            <CodePanel code={code} secondsLeft={secondsLeft} brand={brand} busy={card.loading} onRefresh={again} />
          )}
          {lost && home && <NumberPanel memberNo={home.member.memberNo} busy={card.loading} onRetry={again} />}
          {!code && !lost && <View className="code__waiting">{card.slow && <Skeleton className="code__bone" />}</View>}
        </View>
        <Below bright={bright} captured={captured} />
      </View>
    </Screen>
  )
}

function Holder({ home }: { home: MemberHome }) {
  const t = useTranslate()
  const tier = t('tier.name', { t: inLanguage(home.tier.name, useLanguage()) })
  const name = home.member.name ?? tier
  return (
    <View className="code__holder">
      <Region hidden className="code__face">
        {[...name][0]}
      </Region>
      <View className="grow">
        <View className="b1 w600 ellipsis">{name}</View>
        <View className="cap code__points">{t('code.points', { n: countText(home.points.balance) })}</View>
      </View>
      {home.member.name && <View className="code__tier">{tier}</View>}
    </View>
  )
}

/** One line under the card: that a picture of the code is worth nothing, or that the screen was brightened. */
function Below({ bright, captured }: { bright: boolean; captured: boolean }) {
  const t = useTranslate()
  if (!bright && !captured) return null
  const words = t(captured ? 'code.captured' : 'code.bright')
  return (
    <Region
      role={captured ? 'alert' : 'status'}
      live="polite"
      label={words}
      className={`code__below s1 ${captured ? 'code__below--captured' : ''}`}
    >
      <Icon name={captured ? 'alert' : 'sun'} size={16} className="code__below-icon" />
      <View>{words}</View>
    </Region>
  )
}
