import { ScrollView, View } from '@tarojs/components'
import type { Card } from '@shared/cards/contract'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { cardTitle, shortLine } from './cardWords'

/** The cards side by side below the code; each leads to the sheet where another one is chosen. */
export function CardsRow({
  cards,
  shown,
  onOpen,
}: {
  cards: readonly Card[]
  shown: Card
  onOpen: (cardId: string) => void
}) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="code__cards">
      <View className="code__cards-row">
        {cards.map((card) => {
          const on = card.cardId === shown.cardId
          const [title, line] = [cardTitle(card, t), shortLine(card, t, language)]
          return (
            <Pressable
              key={card.cardId}
              id={`code-card-${card.cardId}`}
              label={`${title}，${line}，${t('card.switch')}`}
              className={`code__one ${on ? 'code__one--on' : ''}`}
              onPress={() => onOpen(card.cardId)}
            >
              <View>
                <View className="b2 w600">{title}</View>
                <View className="cap code__one-line">{line}</View>
              </View>
              {on && (
                <View className="code__one-tick">
                  <Icon name="check" size={12} />
                </View>
              )}
            </Pressable>
          )
        })}
      </View>
    </ScrollView>
  )
}
