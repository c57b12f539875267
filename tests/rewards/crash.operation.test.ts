import { crashesAreHarmless } from '../books/crashes'
import { mallCommands } from './mall-crashes'

const names = ['a swap', 'giving a swap up', 'handing a reward out']

// A killed process takes a second to come back: the kills of every command are for the long run.
describe('an answer that is lost', () => crashesAreHarmless(['answer lost'], names, mallCommands))
describe('a function that is killed', () => crashesAreHarmless(['killed after'], ['a swap'], mallCommands))
