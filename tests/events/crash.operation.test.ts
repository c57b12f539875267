import { crashesAreHarmless } from '../books/crashes'
import { eventCommands } from './event-crashes'

// A shop takes seconds to settle after each: every kill of the other commands is for the long run.
describe('a sign-up that is killed or not heard', () =>
  crashesAreHarmless(['killed after', 'answer lost'], ['signing up'], eventCommands))
