import { crashesAreHarmless } from '../books/crashes'
import { mallCommands } from './mall-crashes'

describe('the commands of the mall', () =>
  crashesAreHarmless(['killed before', 'killed after', 'answer lost'], undefined, mallCommands))
