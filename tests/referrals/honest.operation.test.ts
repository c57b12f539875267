import { honestFriendsCount } from './honest'

// Five hundred of them are for the long run.
describe('honest friends', () => honestFriendsCount(5))
