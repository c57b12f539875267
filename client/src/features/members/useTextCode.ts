import { membersSendCode } from '@shared/members/contract'
import { useCodePause } from '@/kit/code-pause'
import { useCommand } from '@/kit/command'

/** A code by text message, and the seconds until another one may be asked for. */
export function useTextCode() {
  const command = useCommand(membersSendCode)
  const { begin, ...pause } = useCodePause()

  async function send(number: string): Promise<void> {
    const answer = await command.run({ number })
    if (answer?.ok) begin(answer.value)
  }

  return { send, ...pause, busy: command.busy, refusal: command.refusal }
}
