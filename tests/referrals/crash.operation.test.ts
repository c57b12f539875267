import { crashesAreHarmless } from '../books/crashes'
import { referralCommands } from './referral-crashes'

// A shop takes seconds to settle after each: every kill of the other commands is for the long run.
describe('the clock that is killed or not heard while it rewards two members', () =>
  crashesAreHarmless(['killed after'], ['the clock that rewards both'], referralCommands))
