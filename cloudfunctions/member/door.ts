import { memberOperations, visitorOperations } from '../../shared/operations'
import { inviteHolder } from '../_areas/cards/invite-holder'
import { joinShared } from '../_areas/cards/join-shared'
import { leaveShared, removeHolder } from '../_areas/cards/leave-shared'
import { myCards } from '../_areas/cards/my-cards'
import { openShared } from '../_areas/cards/open-shared'
import { readHistory as readCardHistory } from '../_areas/cards/read-history'
import { reportLost } from '../_areas/cards/report-lost'
import { enrol } from '../_areas/members/enrol'
import { readHome } from '../_areas/members/read-home'
import { rename } from '../_areas/members/rename'
import { sendCode } from '../_areas/members/send-code'
import { accept } from '../_areas/messages/accept'
import { readInbox } from '../_areas/messages/read-inbox'
import { readReminders } from '../_areas/messages/reminders'
import { readStatement } from '../_areas/points/read-statement'
import { topUp } from '../_areas/points/top-up'
import { cancel } from '../_areas/rewards/cancel'
import { listRewards } from '../_areas/rewards/list'
import { readMine } from '../_areas/rewards/read-mine'
import { redeem } from '../_areas/rewards/redeem'
import { readTerms } from '../_areas/shop/terms-text'
import { welcome } from '../_areas/shop/welcome'
import { buy } from '../_areas/tiers/buy'
import { readHistory } from '../_areas/tiers/read-history'
import { readProgress } from '../_areas/tiers/read-progress'
import { memberDoor } from '../_runtime/member-door'

/** What members and visitors do on their own phones. */
export const membersDoor = memberDoor({
  visitorOperations,
  memberOperations,
  visitor: {
    'members.enrol': enrol,
    'members.send-code': sendCode,
    'shop.terms': readTerms,
    'shop.welcome': welcome,
  },
  member: {
    'cards.history': readCardHistory,
    'cards.invite': inviteHolder,
    'cards.join': joinShared,
    'cards.leave': leaveShared,
    'cards.mine': myCards,
    'cards.open-shared': openShared,
    'cards.remove-holder': removeHolder,
    'cards.report-lost': reportLost,
    'home.read': readHome,
    'members.rename': rename,
    'messages.accept': accept,
    'messages.inbox': readInbox,
    'messages.reminders': readReminders,
    'points.statement': readStatement,
    'points.top-up': topUp,
    'rewards.cancel': cancel,
    'rewards.list': listRewards,
    'rewards.mine': readMine,
    'rewards.redeem': redeem,
    'tiers.buy': buy,
    'tiers.history': readHistory,
    'tiers.progress': readProgress,
  },
})
