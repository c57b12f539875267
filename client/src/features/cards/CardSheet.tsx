import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Card } from '@shared/cards/contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Pick } from '@/components/Pick'
import { Pressable } from '@/components/Pressable'
import { Sheet } from '@/components/Sheet'
import { countText } from '@/kit/figures'
import { useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import { cardLine, cardTitle } from './cardWords'
import '@/components/TierCard.scss'
import './CardSheet.scss'

/** Every card this member may show; one is chosen, and their own can be reported lost here. */
export function CardSheet({
  cards,
  offered,
  chosen,
  onUse,
  onLost,
  onManage,
  onClose,
}: {
  cards: readonly Card[]
  /** Whether there are shared cards in this shop. */
  offered: boolean
  chosen: string
  onUse: (cardId: string) => void
  onLost: () => void
  onManage: (cardId: string | null) => void
  onClose: () => void
}) {
  const t = useTranslate()
  const [picked, setPicked] = useState(chosen)
  const own = cards.find(({ kind }) => kind === 'own')
  const card = cards.find(({ cardId }) => cardId === picked)
  const shared = card?.shared ? card : cards.find((one) => one.shared)
  return (
    <Sheet title={t(cards.length > 1 ? 'card.switch' : 'card.own')} onClose={onClose}>
      {cards.map((card) => (
        <Choice key={card.cardId} card={card} picked={card.cardId === picked} onPick={() => setPicked(card.cardId)} />
      ))}
      {shared?.shared && <Notice text={t(`card.main.${shared.shared.mode}`)} className="card-sheet__use" />}
      <Button id="card-use" label={t('card.use')} className="card-sheet__use" onPress={() => onUse(picked)} />
      {shared && (
        <Button
          id="card-manage"
          kind="text"
          size={44}
          label={t('card.manage', { card: manageName(shared, t) })}
          onPress={() => onManage(shared.cardId)}
        />
      )}
      {!shared && offered && (
        <Button id="card-add" kind="text" size={44} label={t('card.add')} onPress={() => onManage(null)} />
      )}
      {picked === 'own' && own && !own.frozenAt && (
        <Button id="card-lost" kind="text" size={44} label={t('card.lost')} onPress={onLost} />
      )}
    </Sheet>
  )
}

function manageName({ title, kind }: Card, t: Translate): string {
  return title ?? (kind === 'own' ? t('card.own') : t(`card.plain.${kind}`))
}

function Choice({ card, picked, onPick }: { card: Card; picked: boolean; onPick: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const [title, line] = [cardTitle(card, t), cardLine(card, t, language)]
  const points = countText(card.points)
  const state = card.frozenAt ? t('card.frozen') : `${points} ${t('card.points')}`
  return (
    <Pressable
      id={`card-${card.cardId}`}
      role="radio"
      checked={picked}
      label={`${title}，${line}，${state}`}
      className={`card-sheet__one ${picked ? 'card-sheet__one--on' : ''}`}
      onPress={onPick}
    >
      <View className={`tier tier--${card.tier.slot} tier--mini`} />
      <View className="grow">
        <View className="b1 w600 ellipsis">{title}</View>
        <View className="s1 c-ink-3 num card-sheet__line ellipsis">{line}</View>
      </View>
      {card.frozenAt ? (
        <View className="s1 w500 c-danger card-sheet__end">{t('card.frozen.short')}</View>
      ) : (
        <View className="card-sheet__end">
          <View className="num w600 card-sheet__points">{points}</View>
          <View className="cap c-ink-3">{t('card.points')}</View>
        </View>
      )}
      <Pick on={picked} behind />
    </Pressable>
  )
}
