import { useCallback, useState } from 'react'
import { cardsMine } from '@shared/cards/contract'
import type { InputOf, Operation, OutputOf } from '@shared/kit/contract'
import { useCommand } from '@/kit/command'
import { queryClient } from '@/kit/query'

/** A command about a shared card; once it is done, the cards on this phone are asked for again. */
export function useAsked<O extends Operation>(operation: O) {
  const { run, busy, refusal } = useCommand(operation)
  const [value, setValue] = useState<OutputOf<O> | null>(null)
  const ask = useCallback(
    async (input: InputOf<O>): Promise<OutputOf<O> | null> => {
      const answer = await run(input)
      if (!answer?.ok) return null
      setValue(answer.value)
      void queryClient.invalidateQueries({ queryKey: [cardsMine.name] })
      return answer.value
    },
    // The command holds no state that a later one would miss.
    [],
  )
  return { ask, busy, refusal, value }
}
