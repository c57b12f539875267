import { crashesAreHarmless } from '../books/crashes'
import { mallCommands } from './mall-crashes'

const others = ['giving a swap up', 'handing a reward out']

describe('a swap that is killed before its calls', () =>
  crashesAreHarmless(['killed before'], ['a swap'], mallCommands))
describe('the other commands of the mall', () =>
  crashesAreHarmless(['killed before', 'killed after', 'answer lost'], others, mallCommands))
