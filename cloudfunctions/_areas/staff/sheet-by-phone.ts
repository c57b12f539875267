import type { Account } from '../../../shared/books/account'
import { addMilliseconds } from '../../../shared/kit/time'
import type { CustomerSheet } from '../../../shared/staff/contract'
import type { StaffContext } from '../../_runtime/staff-door'
import type { Terms } from '../../_runtime/terms'
import { customerSheet, type Sharing } from './customer-sheet'
import type { Referrer } from './referrer'
import { passMs, sealPass } from './pass'

/** A customer known by phone number alone, with a pass that gives points and takes none. */
export function sheetByPhone(
  { effects, now, language }: StaffContext,
  about: { account: Account; terms: Terms; storeId: string; staffId: string; referrer: Referrer },
  sharing?: Sharing,
): CustomerSheet {
  const { account, terms, storeId, staffId, referrer } = about
  const { accountId } = account
  const goodUntil = addMilliseconds(now, passMs)
  const scanId = sealPass(effects, { accountId, storeId, staffId, cardNo: null, goodUntil })
  return customerSheet(account, terms, { scanId, cardNo: null, goodUntil, now, storeId, language, referrer }, sharing)
}
