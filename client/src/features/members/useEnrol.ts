import { useRef, useState } from 'react'
import type { InputOf } from '@shared/kit/contract'
import { membersEnrol } from '@shared/members/contract'
import { outcomeOpen } from '@/kit/call'
import { useCommand } from '@/kit/command'
import { deviceClaim } from '@/kit/device'
import { forgetScene } from '@/kit/scene'
import { becomeMember } from './joined'
import type { useWelcome, Welcome } from './useWelcome'

export type PhoneProof = NonNullable<InputOf<typeof membersEnrol>['phone']>

/** The one command of joining. A lost answer is asked for again with the very same words, the phone's code included. */
export function useEnrol(
  welcome: Welcome,
  came: ReturnType<typeof useWelcome>,
  { welcomed, onOutdated }: { welcomed: boolean; onOutdated: () => void },
) {
  const command = useCommand(membersEnrol)
  const [done, setDone] = useState(false)
  const last = useRef<InputOf<typeof membersEnrol> | null>(null)
  const lost = command.refusal !== null && last.current !== null && outcomeOpen(command.refusal)

  async function send(phone?: PhoneProof): Promise<void> {
    await run({
      consent: { ...welcome.terms, adult: true },
      ...(phone ? { phone } : {}),
      ...(came.scene ? { scene: came.scene } : {}),
      // A phone tells of itself only where a friend's reward depends on it.
      ...(welcome.from?.kind === 'friend' ? { device: deviceClaim() } : {}),
    })
  }

  async function run(input: InputOf<typeof membersEnrol>): Promise<void> {
    last.current = input
    const answer = await command.run(input)
    if (!answer) return
    if (answer.ok) {
      await becomeMember(answer.value, welcome, { welcomed })
      return setDone(true)
    }
    if (answer.refusal.code === 'scene_unknown') forgetScene()
    if (answer.refusal.code === 'consent_outdated') onOutdated()
    if (['scene_unknown', 'consent_outdated'].includes(answer.refusal.code)) await came.again()
  }

  return {
    send,
    again: () => (last.current ? run(last.current) : Promise.resolve()),
    lost,
    done,
    busy: command.busy,
    refusal: command.refusal,
  }
}
