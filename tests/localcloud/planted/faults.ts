import type { Fault } from './fault'
import { around } from './faults/around'
import { changing } from './faults/changing'
import { reading } from './faults/reading'
import { together } from './faults/together'

/** Every fault that the parity cases must see, each planted alone. */
export const faults: Fault[] = [...reading, ...changing, ...together, ...around]
