import { staffOperations } from '../../shared/operations'
import { begin } from '../_areas/journeys/begin'
import { mine } from '../_areas/journeys/mine'
import { ofMember } from '../_areas/journeys/of-member'
import { readPhone } from '../_areas/journeys/phone'
import { readTask } from '../_areas/journeys/read-task'
import { reassign } from '../_areas/journeys/reassign'
import { record } from '../_areas/journeys/record'
import { setAnchor } from '../_areas/journeys/set-anchor'
import { stop } from '../_areas/journeys/stop'
import { send } from '../_areas/rewards/send'
import { listToSend } from '../_areas/rewards/to-send'
import { keep } from '../_areas/obligations/keep'
import { overview } from '../_areas/obligations/overview'
import { accrue } from '../_areas/staff/accrue'
import { changeMemberGroups } from '../_areas/staff/change-groups'
import { checkRelationship } from '../_areas/staff/check-relationship'
import { freezeCard } from '../_areas/staff/freeze-card'
import { enrol } from '../_areas/staff/enrol'
import { find } from '../_areas/staff/find'
import { handOut } from '../_areas/staff/hand-out'
import { join } from '../_areas/staff/join'
import { me } from '../_areas/staff/me'
import { hand, redeem, undoRedeem } from '../_areas/staff/redeem-coupon'
import { memberAsked } from '../_areas/staff/member-asked'
import { memberDuties } from '../_areas/staff/member-duties'
import { memberGroups } from '../_areas/staff/member-groups'
import { reissueCard } from '../_areas/staff/reissue-card'
import { scan } from '../_areas/staff/scan'
import { storeCode } from '../_areas/staff/store-code'
import { tick } from '../_areas/staff/tick'
import { undo } from '../_areas/staff/undo'
import { untick } from '../_areas/staff/untick'
import { checkIn } from '../_areas/staff/check-in'
import { answer } from '../_areas/training/answer'
import { list as listTraining } from '../_areas/training/list'
import { read as readTraining } from '../_areas/training/read'
import { receipt } from '../_areas/training/receipt'
import { readGuests } from '../_areas/events/guests'
import { staffDoor } from '../_runtime/staff-door'

/** What staff do at the till, on their own phones. */
export const tillDoor = staffDoor({
  operations: staffOperations,
  handlers: {
    'benefits.tick': tick,
    'benefits.untick': untick,
    'cards.check-relationship': checkRelationship,
    'cards.freeze': freezeCard,
    'cards.reissue': reissueCard,
    'coupons.hand': hand,
    'coupons.redeem': redeem,
    'coupons.undo': undoRedeem,
    'events.check-in': checkIn,
    'events.guests': readGuests,
    'groups.asked': memberAsked,
    'groups.change': changeMemberGroups,
    'groups.of-member': memberGroups,
    'obligations.keep': keep,
    'obligations.of-member': memberDuties,
    'obligations.overview': overview,
    'journeys.begin': begin,
    'journeys.of-member': ofMember,
    'journeys.set-anchor': setAnchor,
    'journeys.stop': stop,
    'rewards.hand-out': handOut,
    'rewards.send': send,
    'rewards.to-send': listToSend,
    'staff.accrue': accrue,
    'staff.enrol': enrol,
    'staff.find': find,
    'staff.join': join,
    'staff.me': me,
    'staff.scan': scan,
    'staff.store-code': storeCode,
    'staff.undo': undo,
    'training.answer': answer,
    'training.list': listTraining,
    'training.read': readTraining,
    'training.receipt': receipt,
    'tasks.mine': mine,
    'tasks.phone': readPhone,
    'tasks.read': readTask,
    'tasks.reassign': reassign,
    'tasks.record': record,
  },
})
