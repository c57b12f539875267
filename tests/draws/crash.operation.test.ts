import { crashesAreHarmless } from '../books/crashes'
import { drawCommands } from './draw-crashes'

// A shop takes seconds to settle after each: every kill of the other commands is for the long run.
describe('a taking or a draw that is killed', () =>
  crashesAreHarmless(['killed after'], ['taking a chance', 'drawing'], drawCommands))
