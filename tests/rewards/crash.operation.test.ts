import { crashesAreHarmless } from '../books/crashes'
import { mallCommands } from './mall-crashes'

// A shop takes seconds to settle after each: every other crash, and the other commands, are for the long run.
describe('a function that is killed or not heard', () =>
  crashesAreHarmless(['killed after', 'answer lost'], ['a swap'], mallCommands))
