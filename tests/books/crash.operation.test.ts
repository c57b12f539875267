import { crashesAreHarmless } from './crashes'

// A killed process takes a second to come back: the kills of every command are for the long run.
describe('an answer that is lost', () => crashesAreHarmless(['answer lost']))
describe('a function that is killed', () => crashesAreHarmless(['killed after'], ['an order that burns points']))
