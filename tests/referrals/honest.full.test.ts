import { honestFriendsCount } from './honest'

describe('five hundred honest friends', () => honestFriendsCount(50))
