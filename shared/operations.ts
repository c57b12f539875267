import { booksAudit } from './books/contract'
import { cardsMine } from './cards/contract'
import { homeRead, membersEnrol, membersList, membersTotals } from './members/contract'
import { pointsAdjust, pointsStatement } from './points/contract'
import { purchasesRecord, type ItemRefusal } from './purchases/contract'
import { posKeysIssue, posKeysRevoke, shopFound, shopWelcome } from './shop/contract'
import { staffAccrue, staffDismiss, staffInvite, staffJoin, staffMe, staffScan, staffUndo } from './staff/contract'
import { tiersProgress } from './tiers/contract'
import type { DoorRefusal, RefusalOf } from './kit/contract'

/** Every operation of the product, by the function that serves it. */
export const visitorOperations = [membersEnrol, shopWelcome] as const
export const memberOperations = [cardsMine, homeRead, pointsStatement, tiersProgress] as const
export const managerOperations = [
  booksAudit,
  membersList,
  membersTotals,
  pointsAdjust,
  posKeysIssue,
  posKeysRevoke,
  shopFound,
  staffDismiss,
  staffInvite,
] as const
export const staffOperations = [staffAccrue, staffJoin, staffMe, staffScan, staffUndo] as const
export const posOperations = [purchasesRecord] as const

export const operations = [
  ...visitorOperations,
  ...memberOperations,
  ...managerOperations,
  ...posOperations,
  ...staffOperations,
] as const

/** Every refusal that a person can read; each needs its wording in `refusals.ts`. */
export type RefusalCode = DoorRefusal | RefusalOf<(typeof operations)[number]> | ItemRefusal
