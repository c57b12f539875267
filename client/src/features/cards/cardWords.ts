import type { Card } from '@shared/cards/contract'
import { inLanguage, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'

/** `我的卡`, `家庭主卡`, or the card's own name. */
export function cardTitle(card: Card, t: Translate): string {
  return card.title ?? t(`card.kind.${card.kind}`)
}

/** `银卡 · 尾号 6658`; of a shared card whose it is and who holds it: `李慧的金卡 · 你是副卡`. */
export function cardLine(card: Card, t: Translate, language: Language): string {
  const tier = inLanguage(card.tier.name, language)
  if (!card.shared) return t('card.tail', { t: tier, tail: card.cardNo.slice(-4) })
  const { ownerName, people, pending, role } = card.shared
  if (pending) return t('card.pending')
  if (role === 'main') return t('card.main', { n: people })
  const owner = ownerName ?? tier
  if (card.kind === 'corporate') return t('card.people', { owner, n: people })
  return t('card.sub', { owner, t: tier })
}

/** The few words below the name of a card: its tier, or whose it is. */
export function shortLine(card: Card, t: Translate, language: Language): string {
  if (!card.shared) return inLanguage(card.tier.name, language)
  const { pending, role, ownerName, people } = card.shared
  if (pending) return t('card.pending.short')
  return role === 'sub' && ownerName ? ownerName : t('card.shared', { n: people })
}
