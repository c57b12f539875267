import { managerOperations } from '../../shared/operations'
import { auditBooks } from '../_areas/books/audit'
import { budgets } from '../_areas/campaigns/budgets'
import { effect } from '../_areas/campaigns/effect'
import { makeCodes } from '../_areas/coupons/make-codes'
import { prepare } from '../_areas/draws/prepare'
import { board } from '../_areas/groups/board'
import { listCustomers } from '../_areas/groups/customers'
import { make as makeGroup } from '../_areas/groups/make'
import { remove as removeGroup } from '../_areas/groups/remove'
import { rename as renameGroup } from '../_areas/groups/rename'
import { overview } from '../_areas/journeys/overview'
import { listMembers } from '../_areas/members/list'
import { totalMembers } from '../_areas/members/totals'
import { listFailures } from '../_areas/messages/failures'
import { drop, sendAgain } from '../_areas/messages/handle-failure'
import { handleFailures } from '../_areas/messages/handle-failures'
import { setTemplates } from '../_areas/messages/set-templates'
import { adjust } from '../_areas/points/adjust'
import { check } from '../_areas/programme/check'
import { publish } from '../_areas/programme/publish'
import { read } from '../_areas/programme/read'
import { tryOut } from '../_areas/programme/try'
import { withdraw } from '../_areas/programme/withdraw'
import { decide } from '../_areas/referrals/decide'
import { listReviews } from '../_areas/referrals/reviews'
import { found } from '../_areas/shop/found'
import { issuePosKey } from '../_areas/shop/issue-pos-key'
import { revokePosKey } from '../_areas/shop/revoke-pos-key'
import { dismiss } from '../_areas/staff/dismiss'
import { invite } from '../_areas/staff/invite'
import { setTier } from '../_areas/tiers/set'
import { people } from '../_areas/training/people'
import { managerDoor } from '../_runtime/manager-door'

/** What those who run the programme do. */
export const managersDoor = managerDoor({
  operations: managerOperations,
  handlers: {
    'books.audit': auditBooks,
    'campaigns.budgets': budgets,
    'campaigns.effect': effect,
    'coupons.make-codes': makeCodes,
    'draws.prepare': prepare,
    'groups.board': board,
    'groups.customers': listCustomers,
    'groups.make': makeGroup,
    'groups.remove': removeGroup,
    'groups.rename': renameGroup,
    'journeys.overview': overview,
    'members.list': listMembers,
    'members.totals': totalMembers,
    'messages.drop': drop,
    'messages.failures': listFailures,
    'messages.handle-failures': handleFailures,
    'messages.send-again': sendAgain,
    'messages.set-templates': setTemplates,
    'points.adjust': adjust,
    'pos-keys.issue': issuePosKey,
    'pos-keys.revoke': revokePosKey,
    'programmes.check': check,
    'programmes.publish': publish,
    'programmes.read': read,
    'programmes.try': tryOut,
    'programmes.withdraw': withdraw,
    'referrals.decide': decide,
    'referrals.reviews': listReviews,
    'shop.found': found,
    'staff.dismiss': dismiss,
    'staff.invite': invite,
    'tiers.set': setTier,
    'training.people': people,
  },
})
