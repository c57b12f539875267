import { managerOperations } from '../../shared/operations'
import { auditBooks } from '../_areas/books/audit'
import { listMembers } from '../_areas/members/list'
import { totalMembers } from '../_areas/members/totals'
import { listFailures } from '../_areas/messages/failures'
import { setTemplates } from '../_areas/messages/set-templates'
import { adjust } from '../_areas/points/adjust'
import { found } from '../_areas/shop/found'
import { issuePosKey } from '../_areas/shop/issue-pos-key'
import { revokePosKey } from '../_areas/shop/revoke-pos-key'
import { dismiss } from '../_areas/staff/dismiss'
import { invite } from '../_areas/staff/invite'
import { managerDoor } from '../_runtime/manager-door'

/** What those who run the programme do. */
export const managersDoor = managerDoor({
  operations: managerOperations,
  handlers: {
    'books.audit': auditBooks,
    'members.list': listMembers,
    'members.totals': totalMembers,
    'messages.failures': listFailures,
    'messages.set-templates': setTemplates,
    'points.adjust': adjust,
    'pos-keys.issue': issuePosKey,
    'pos-keys.revoke': revokePosKey,
    'shop.found': found,
    'staff.dismiss': dismiss,
    'staff.invite': invite,
  },
})
