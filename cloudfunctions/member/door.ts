import { memberOperations, visitorOperations } from '../../shared/operations'
import { completeProfile } from '../_areas/acts/complete-profile'
import { readOrder } from '../_areas/acts/read-order'
import { readProfile } from '../_areas/acts/read-profile'
import { readWays } from '../_areas/acts/read-ways'
import { review } from '../_areas/acts/review'
import { list as listCampaigns } from '../_areas/campaigns/list'
import { inviteHolder } from '../_areas/cards/invite-holder'
import { joinShared } from '../_areas/cards/join-shared'
import { leaveShared, removeHolder } from '../_areas/cards/leave-shared'
import { myCards } from '../_areas/cards/my-cards'
import { openShared } from '../_areas/cards/open-shared'
import { readHistory as readCardHistory } from '../_areas/cards/read-history'
import { reportLost } from '../_areas/cards/report-lost'
import { choose, claim } from '../_areas/coupons/claim'
import { claimCode } from '../_areas/coupons/claim-code'
import { readGift, take } from '../_areas/coupons/gift'
import { listCoupons } from '../_areas/coupons/list'
import { readOffers } from '../_areas/coupons/offers'
import { recall, send } from '../_areas/coupons/send'
import { checkIn } from '../_areas/checkins/check-in'
import { makeUp } from '../_areas/checkins/make-up'
import { read as readCheckIns } from '../_areas/checkins/read'
import { readBoards } from '../_areas/events/boards'
import { confirm } from '../_areas/events/confirm'
import { leave } from '../_areas/events/leave'
import { listEvents, readEvent } from '../_areas/events/read'
import { remind } from '../_areas/events/remind'
import { review as reviewEvent } from '../_areas/events/review'
import { signUp } from '../_areas/events/sign-up'
import { vote } from '../_areas/events/vote'
import { listDraws } from '../_areas/draws/all'
import { buyChance } from '../_areas/draws/buy-chance'
import { claim as claimPrizes } from '../_areas/draws/claim'
import { draw } from '../_areas/draws/draw'
import { readMine as readMyDraws } from '../_areas/draws/mine'
import { readProof } from '../_areas/draws/proof'
import { readDraw } from '../_areas/draws/read'
import { readResult } from '../_areas/draws/result'
import { takeChance } from '../_areas/draws/take-chance'
import { readWinners } from '../_areas/draws/winners'
import { enrol } from '../_areas/members/enrol'
import { readHome } from '../_areas/members/read-home'
import { rename } from '../_areas/members/rename'
import { sendCode } from '../_areas/members/send-code'
import { accept } from '../_areas/messages/accept'
import { readInbox } from '../_areas/messages/read-inbox'
import { readReminders } from '../_areas/messages/reminders'
import { sendMailCode } from '../_areas/messages/send-mail-code'
import { setPreference } from '../_areas/messages/set-preference'
import { readSettings } from '../_areas/messages/settings'
import { readStatement } from '../_areas/points/read-statement'
import { topUp } from '../_areas/points/top-up'
import { link } from '../_areas/referrals/link'
import { readReferrals } from '../_areas/referrals/read'
import { cancel } from '../_areas/rewards/cancel'
import { haveSent } from '../_areas/rewards/have-sent'
import { listRewards } from '../_areas/rewards/list'
import { readMine } from '../_areas/rewards/read-mine'
import { redeem } from '../_areas/rewards/redeem'
import { remind as remindOfReward } from '../_areas/rewards/remind'
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
    'coupons.gift': readGift,
    'events.list': listEvents,
    'events.read': readEvent,
    'draws.all': listDraws,
    'draws.draw': draw,
    'draws.proof': readProof,
    'draws.read': readDraw,
    'draws.result': readResult,
    'draws.take-chance': takeChance,
    'draws.winners': readWinners,
    'members.enrol': enrol,
    'members.send-code': sendCode,
    'shop.terms': readTerms,
    'shop.welcome': welcome,
  },
  member: {
    'acts.complete-profile': completeProfile,
    'acts.order': readOrder,
    'acts.profile': readProfile,
    'acts.review': review,
    'acts.ways': readWays,
    'campaigns.list': listCampaigns,
    'cards.history': readCardHistory,
    'cards.invite': inviteHolder,
    'cards.join': joinShared,
    'cards.leave': leaveShared,
    'cards.mine': myCards,
    'cards.open-shared': openShared,
    'cards.remove-holder': removeHolder,
    'cards.report-lost': reportLost,
    'coupons.choose': choose,
    'coupons.claim': claim,
    'coupons.claim-code': claimCode,
    'coupons.list': listCoupons,
    'coupons.offers': readOffers,
    'coupons.recall': recall,
    'coupons.send': send,
    'coupons.take-gift': take,
    'checkins.check-in': checkIn,
    'checkins.make-up': makeUp,
    'checkins.read': readCheckIns,
    'events.boards': readBoards,
    'events.confirm': confirm,
    'events.leave': leave,
    'events.remind': remind,
    'events.review': reviewEvent,
    'events.sign-up': signUp,
    'events.vote': vote,
    'draws.buy-chance': buyChance,
    'draws.claim': claimPrizes,
    'draws.mine': readMyDraws,
    'home.read': readHome,
    'members.rename': rename,
    'messages.accept': accept,
    'messages.inbox': readInbox,
    'messages.reminders': readReminders,
    'messages.send-mail-code': sendMailCode,
    'messages.set-preference': setPreference,
    'messages.settings': readSettings,
    'points.statement': readStatement,
    'points.top-up': topUp,
    'referrals.link': link,
    'referrals.read': readReferrals,
    'rewards.cancel': cancel,
    'rewards.have-sent': haveSent,
    'rewards.list': listRewards,
    'rewards.mine': readMine,
    'rewards.redeem': redeem,
    'rewards.remind': remindOfReward,
    'tiers.buy': buy,
    'tiers.history': readHistory,
    'tiers.progress': readProgress,
  },
})
