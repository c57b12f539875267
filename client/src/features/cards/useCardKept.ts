import { useEffect } from 'react'
import { cardsMine } from '@shared/cards/contract'
import { keptReply } from '@/kit/kept'
import { queryClient } from '@/kit/query'
import { fetchKept } from '@/kit/read'

/** Brings the card to the phone once while there is a network, so that the code can be shown when there is none. */
export function useCardKept(member: boolean): void {
  useEffect(() => {
    if (!member || keptReply(cardsMine, {})) return
    // What fails here is asked for again by the code's own page.
    void queryClient.prefetchQuery({ queryKey: [cardsMine.name, {}], queryFn: () => fetchKept(cardsMine, {}) })
  }, [member])
}

/** Whether this phone could show a code with no network at all. */
export function hasCardKept(): boolean {
  return keptReply(cardsMine, {}) !== null
}
