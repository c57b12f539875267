import { tick } from '../_areas/clock/tick'
import { serveClock } from '../_runtime/clock-door'
import { wxEffects } from '../_runtime/wx'

/** What happens by itself, woken each minute by the platform's timer. */
export const main = serveClock(tick, wxEffects())
