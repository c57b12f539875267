import type { EnrolmentSource } from '../books/account'

/** Where a customer came from: a friend, an employee's own code or hands, a store's code, a till, or by themselves. */
export const origins = ['referral', 'staff', 'store', 'till', 'self'] as const
export type Origin = (typeof origins)[number]

/** The nearest that is known: a friend before the employee who wrote it down, and that one before the store. */
export function originOf({ kind, storeId, staffId, referrerId }: EnrolmentSource): Origin {
  if (referrerId) return 'referral'
  if (kind === 'pos') return 'till'
  if (kind === 'staff' || staffId) return 'staff'
  return storeId ? 'store' : 'self'
}
