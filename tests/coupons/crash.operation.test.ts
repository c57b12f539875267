import { crashesAreHarmless } from '../books/crashes'
import { couponCommands } from './coupon-crashes'

// A shop takes seconds to settle after each: every kill of the other commands is for the long run.
describe('a claim that is killed or not heard', () =>
  crashesAreHarmless(['killed after', 'answer lost'], ['claiming a limited coupon'], couponCommands))
