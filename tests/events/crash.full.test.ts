import { crashesAreHarmless } from '../books/crashes'
import { eventCommands } from './event-crashes'

describe('a function that is killed before or after its calls, or not heard', () =>
  crashesAreHarmless(['killed before', 'killed after', 'answer lost'], undefined, eventCommands))
