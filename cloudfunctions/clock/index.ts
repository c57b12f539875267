import { tick } from '../_areas/clock/tick'
import { serveClock } from '../_runtime/clock-door'
import { mail } from '../_runtime/mail'
import { wxEffects } from '../_runtime/wx'
import { wxTexts } from '../_runtime/wx-texts'

/** What happens by itself, woken each minute by the platform's timer. */
export const main = serveClock(tick, wxEffects(undefined, { sendText: wxTexts('notices'), sendMail: mail() }))
