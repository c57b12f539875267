import type { Account } from '../books/account'
import { openToRead } from '../books/journal'
import type { Instant } from '../kit/time'
import { accountAt } from '../points/expiring'
import type { Programme } from '../programme/schema'
import { reviewTiers } from './retier'

/**
 * The account as a command at an instant would find it: without points that are over, at the tier that holds then, whether or
 * not the clock has written the end of a term down. Only to be looked at: nothing is written.
 */
export function accountAsOf(stored: Account, programme: Programme, now: Instant): Account {
  const account = accountAt(stored, now)
  const reviewed = reviewTiers(openToRead(account), programme, now).account
  return reviewed === account ? account : { ...reviewed, seq: stored.seq }
}
