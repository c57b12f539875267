import { create } from 'zustand'
import { cardsMine, type Card } from '@shared/cards/contract'
import type { OutputOf } from '@shared/kit/contract'
import { keepReply } from '@/kit/kept'
import { queryClient } from '@/kit/query'
import { useHeard, useRead } from '@/kit/read'
import { recall, remember } from '@/kit/storage'

/** The card that this member last chose to show; their own until they choose another. */
const useChoice = create<{ cardId: string | null }>(() => ({ cardId: recall<string>('card') }))

export function chooseCard(cardId: string): void {
  remember('card', cardId)
  useChoice.setState({ cardId })
}

/** The cards that this member may show, and the one they show now. */
export function useCards() {
  const read = useRead(cardsMine, {})
  const chosenId = useChoice(({ cardId }) => cardId)
  const cards: readonly Card[] = read.value?.cards ?? []
  return { read, cards, card: cards.find(({ cardId }) => cardId === chosenId) ?? cards[0] ?? null }
}

/** The card that the member shows now, where its points are pooled on the account of whoever opened it; asks the cloud for nothing. */
export function usePoolCard(): Card | null {
  const cards = useHeard(cardsMine, {})?.cards ?? []
  const chosenId = useChoice(({ cardId }) => cardId)
  const card = cards.find(({ cardId }) => cardId === chosenId)
  if (card?.shared?.role !== 'sub' || card.shared.mode !== 'pooled' || card.shared.pending) return null
  return card
}

/** The cards as the cloud has just told them in answer to a command. */
export function heardCards(value: OutputOf<typeof cardsMine>): void {
  keepReply(cardsMine, {}, value)
  queryClient.setQueryData([cardsMine.name, {}], value)
}
