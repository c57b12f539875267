import { clockOperations } from '../../shared/operations'
import { tick } from '../_areas/clock/tick'
import { serveClock } from '../_runtime/clock-door'
import { mail } from '../_runtime/mail'
import { serve } from '../_runtime/serve'
import { wxEffects } from '../_runtime/wx'
import { wxTexts } from '../_runtime/wx-texts'
import { clocksDoor } from './door'

const effects = wxEffects(undefined, { sendText: wxTexts('notices'), sendMail: mail() })
const wake = serveClock(tick, effects)
const answer = serve(clocksDoor, effects)

/** What happens by itself, woken each minute by the platform's timer; and the board of it, which managers ask for. */
export const main = (event: unknown) => (isAsked(event) ? answer(event) : wake())

/** Whatever else comes is for the timer's door, which lets nobody but the timer in. */
function isAsked(event: unknown): boolean {
  const operation = (event as { operation?: unknown } | null)?.operation
  return clockOperations.some(({ name }) => name === operation)
}
