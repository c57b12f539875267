import type { Card } from '@shared/cards/contract'
import { inLanguage, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'

/** `我的卡`, or the card's own name. */
export function cardTitle(card: Card, t: Translate): string {
  return card.title ?? t('card.own')
}

/** `银卡 · 尾号 6658`; of a shared card whose it is. */
export function cardLine(card: Card, t: Translate, language: Language): string {
  return card.note ?? t('card.tail', { t: inLanguage(card.tier.name, language), tail: card.cardNo.slice(-4) })
}
