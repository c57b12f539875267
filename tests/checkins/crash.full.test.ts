import { crashesAreHarmless } from '../books/crashes'
import { checkInCommands } from './check-in-crashes'

describe('the commands about check-ins', () =>
  crashesAreHarmless(['killed before', 'killed after', 'answer lost'], undefined, checkInCommands))
