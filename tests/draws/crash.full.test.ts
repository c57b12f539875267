import { crashesAreHarmless } from '../books/crashes'
import { drawCommands } from './draw-crashes'

describe('a function that is killed before or after its calls, or not heard', () =>
  crashesAreHarmless(['killed before', 'killed after', 'answer lost'], undefined, drawCommands))
