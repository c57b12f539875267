import { crashesAreHarmless } from '../books/crashes'
import { mallCommands } from './mall-crashes'

const names = ['a swap', 'giving a swap up', 'handing a reward out']

describe('a function that is killed', () => crashesAreHarmless(['killed before', 'killed after'], names, mallCommands))
