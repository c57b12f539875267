import { crashesAreHarmless } from './crashes'

describe('a function that is killed', () => crashesAreHarmless(['killed before', 'killed after']))
