import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import type { Card } from '@shared/cards/contract'
import { homeRead, type MemberHome } from '@shared/members/contract'
import { Icon } from '@/components/Icon'
import { ReadFailed } from '@/components/ReadState'
import { Region } from '@/components/Region'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { CardSheet } from '@/features/cards/CardSheet'
import { CardsRow } from '@/features/cards/CardsRow'
import { CodePanel } from '@/features/cards/CodePanel'
import { FrozenPanel } from '@/features/cards/FrozenPanel'
import { LostSheet } from '@/features/cards/LostSheet'
import { NumberPanel } from '@/features/cards/NumberPanel'
import { ReissueSheet } from '@/features/cards/ReissueSheet'
import { cardTitle } from '@/features/cards/cardWords'
import { PendingPanel } from '@/features/cards/PendingPanel'
import { chooseCard } from '@/features/cards/useCards'
import { useCode } from '@/features/cards/useCode'
import { useCodeScreen } from '@/features/cards/useCodeScreen'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { useHeard } from '@/kit/read'
import { useShopFace, wearShopFace } from '@/kit/shop'
import './index.scss'

const houseBrand = '#1f5a4c'

/** The member's code, white in both modes; it needs no network once the card has been on this phone. */
export default function CodePage() {
  const t = useTranslate()
  const home = useHeard(homeRead, {})
  const brand = useShopFace((face) => face.brand) ?? houseBrand
  const { read, cards, card, code, step, secondsLeft } = useCode()
  const [over, setOver] = useState<Over>(null)
  const { bright, captured } = useCodeScreen(step)
  useEffect(() => {
    if (home) wearShopFace(home.shop)
  }, [home])
  const again = () => void read.again()
  const stranger = read.refusal?.code === 'not_enrolled'
  const lost = !card && read.refusal && !stranger
  if (!card && read.refusal && (stranger || !home)) {
    return (
      <Screen back title={t('code.title')}>
        <ReadFailed refusal={read.refusal} busy={read.loading} onRetry={again} />
      </Screen>
    )
  }
  return (
    <Screen
      back
      light
      wash={false}
      title={t('code.title')}
      over={card && over && <Sheets over={over} cards={cards} offered={!!read.value?.offers.length} onOver={setOver} />}
    >
      <View className="code__ground" />
      <View className="code screen--fixed">
        <View className="code__card">
          {home && <Holder home={home} card={card} />}
          {code && (
            <CodePanel code={code} secondsLeft={secondsLeft} brand={brand} busy={read.loading} onRefresh={again} />
          )}
          {card && (
            <Stopped
              card={card}
              busy={read.loading}
              onReissue={() => setOver({ sheet: 'reissue' })}
              onRefresh={again}
            />
          )}
          {lost && home && <NumberPanel memberNo={home.member.memberNo} busy={read.loading} onRetry={again} />}
          {!card && !lost && <View className="code__waiting">{read.slow && <Skeleton className="code__bone" />}</View>}
        </View>
        <Below bright={bright && !!code} captured={captured && !!code} />
        {card && <CardsRow cards={cards} shown={card} onOpen={(cardId) => setOver({ sheet: 'cards', cardId })} />}
      </View>
    </Screen>
  )
}

/** In place of the code: that the card is frozen, or that a store has something to check first. */
function Stopped(props: { card: Card; busy: boolean; onReissue: () => void; onRefresh: () => void }) {
  const { card, ...rest } = props
  if (card.frozenAt) return <FrozenPanel {...rest} />
  return card.shared?.pending ? <PendingPanel /> : null
}

type Over = { sheet: 'cards'; cardId: string } | { sheet: 'lost' } | { sheet: 'reissue' } | null

/** What stands over the code: the choice of cards, the loss report, the way to a new card. */
function Sheets(props: {
  over: NonNullable<Over>
  cards: readonly Card[]
  offered: boolean
  onOver: (over: Over) => void
}) {
  const { over, cards, offered, onOver } = props
  const close = () => onOver(null)
  if (over.sheet === 'lost') return <LostSheet onDone={close} onClose={close} />
  if (over.sheet === 'reissue') return <ReissueSheet onClose={close} />
  const use = (cardId: string) => {
    chooseCard(cardId)
    close()
  }
  const manage = (cardId: string | null) => {
    close()
    open('cards', cardId ? { card: cardId } : {})
  }
  return (
    <CardSheet
      cards={cards}
      offered={offered}
      chosen={over.cardId}
      onUse={use}
      onLost={() => onOver({ sheet: 'lost' })}
      onManage={manage}
      onClose={close}
    />
  )
}

function Holder({ home, card }: { home: MemberHome; card: Card | null }) {
  const t = useTranslate()
  const language = useLanguage()
  const tier = t('tier.name', { t: inLanguage((card ?? home).tier.name, language) })
  const points = countText(card ? card.points : home.points.balance)
  const title = card ? cardTitle(card, t) : t('card.own')
  const name = home.member.name ?? tier
  return (
    <View className="code__holder">
      <Region hidden className="code__face">
        {[...name][0]}
      </Region>
      <View className="grow">
        <View className="b1 w600 ellipsis">{name}</View>
        <View className="cap code__points">{t('code.points', { card: title, n: points })}</View>
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
