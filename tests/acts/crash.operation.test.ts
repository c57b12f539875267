import { crashesAreHarmless } from '../books/crashes'
import { actCommands } from './act-crashes'

// A killed process takes a second to come back: every other crash, and the other commands, are for the long run.
describe('an answer that is lost', () => crashesAreHarmless(['answer lost'], ['reviewing an order'], actCommands))
