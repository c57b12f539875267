import { messagesSetPreference, messagesSettings } from '@shared/messages/settings-contract'
import type { InputOf } from '@shared/kit/contract'
import { useCommand } from '@/kit/command'
import { keepReply } from '@/kit/kept'
import { queryClient } from '@/kit/query'
import { useRead } from '@/kit/read'

export type PreferenceAsked = InputOf<typeof messagesSetPreference>['change']

/** How the member's message settings stand, and the way to change one; what the cloud answers is shown at once. */
export function useMessageSettings() {
  const read = useRead(messagesSettings, {})
  const command = useCommand(messagesSetPreference)
  async function change(asked: PreferenceAsked): Promise<boolean> {
    const answer = await command.run({ change: asked })
    if (!answer?.ok) return false
    keepReply(messagesSettings, {}, answer.value)
    queryClient.setQueryData([messagesSettings.name, {}], answer.value)
    return true
  }
  return { ...read, change, busy: command.busy, changeRefusal: command.refusal }
}
