import { crashesAreHarmless } from '../books/crashes'
import { actCommands } from './act-crashes'

describe('the commands about acts and entitlements', () =>
  crashesAreHarmless(['killed before', 'killed after', 'answer lost'], undefined, actCommands))
