import { messagesSendMailCode } from '@shared/messages/settings-contract'
import { useCodePause } from '@/kit/code-pause'
import { useCommand } from '@/kit/command'

/** A code by mail, and the seconds until another one may be asked for. */
export function useMailCode() {
  const command = useCommand(messagesSendMailCode)
  const { begin, ...pause } = useCodePause()

  async function send(address: string): Promise<void> {
    const answer = await command.run({ address })
    if (answer?.ok) begin(answer.value)
  }

  return { send, ...pause, busy: command.busy, refusal: command.refusal }
}
