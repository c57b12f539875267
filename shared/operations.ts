import { actsCompleteProfile, actsOrder, actsProfile, actsReview, actsWays } from './acts/contract'
import { benefitsTick, benefitsUntick } from './benefits/contract'
import { booksAudit } from './books/contract'
import { campaignsBudgets, campaignsEffect, campaignsList } from './campaigns/contract'
import { clockJobs, clockRunNow } from './clock/contract'
import { cardsFreeze, cardsMine, cardsReissue, cardsReportLost } from './cards/contract'
import {
  cardsCheckRelationship,
  cardsHistory,
  cardsInvite,
  cardsJoin,
  cardsLeave,
  cardsOpenShared,
  cardsRemoveHolder,
} from './cards/shared-contract'
import {
  couponsChoose,
  couponsClaim,
  couponsClaimCode,
  couponsGift,
  couponsHand,
  couponsList,
  couponsMakeCodes,
  couponsOffers,
  couponsRecall,
  couponsRedeem,
  couponsSend,
  couponsTakeGift,
  couponsUndo,
} from './coupons/contract'
import { checkinsCheckIn, checkinsMakeUp, checkinsRead } from './checkins/contract'
import {
  eventsBoards,
  eventsCheckIn,
  eventsConfirm,
  eventsGuests,
  eventsLeave,
  eventsList,
  eventsRead,
  eventsRemind,
  eventsReview,
  eventsSignUp,
  eventsVote,
} from './events/contract'
import {
  drawsAll,
  drawsBuyChance,
  drawsClaim,
  drawsDraw,
  drawsMine,
  drawsPrepare,
  drawsProof,
  drawsRead,
  drawsResult,
  drawsTakeChance,
  drawsWinners,
} from './draws/contract'
import {
  groupsAsked,
  groupsBoard,
  groupsChange,
  groupsCustomers,
  groupsMake,
  groupsOfMember,
  groupsRemove,
  groupsRename,
} from './groups/contract'
import { journeysBegin, journeysOfMember, journeysOverview, journeysSetAnchor, journeysStop } from './journeys/contract'
import { tasksMine, tasksPhone, tasksRead, tasksReassign, tasksRecord } from './journeys/tasks-contract'
import { homeRead, membersEnrol, membersList, membersRename, membersSendCode, membersTotals } from './members/contract'
import { messagesAccept, messagesInbox, messagesReminders, messagesSetTemplates } from './messages/contract'
import { messagesDrop, messagesFailures, messagesHandleFailures, messagesSendAgain } from './messages/failures-contract'
import { messagesSendMailCode, messagesSetPreference, messagesSettings } from './messages/settings-contract'
import { obligationsKeep, obligationsOfMember, obligationsOverview } from './obligations/contract'
import { pointsAdjust, pointsStatement, pointsTopUp } from './points/contract'
import {
  programmesCheck,
  programmesPublish,
  programmesRead,
  programmesTry,
  programmesWithdraw,
} from './programme/contract'
import { purchasesRecord, type ItemRefusal } from './purchases/contract'
import { referralsDecide, referralsLink, referralsRead, referralsReviews } from './referrals/contract'
import {
  rewardsCancel,
  rewardsHandOut,
  rewardsHaveSent,
  rewardsList,
  rewardsMine,
  rewardsRedeem,
  rewardsRemind,
  rewardsSend,
  rewardsToSend,
} from './rewards/contract'
import { posKeysIssue, posKeysRevoke, shopFound, shopTerms, shopWelcome } from './shop/contract'
import {
  staffAccrue,
  staffDismiss,
  staffEnrol,
  staffFind,
  staffInvite,
  staffJoin,
  staffMe,
  staffScan,
  staffStoreCode,
  staffUndo,
} from './staff/contract'
import { trainingAnswer, trainingList, trainingPeople, trainingRead, trainingReceipt } from './training/contract'
import { tiersBuy, tiersHistory, tiersProgress, tiersSet } from './tiers/contract'
import type { DoorRefusal, RefusalOf } from './kit/contract'

/** Every operation of the product, by the function that serves it. */
export const visitorOperations = [
  couponsGift,
  eventsList,
  eventsRead,
  drawsAll,
  drawsDraw,
  drawsProof,
  drawsRead,
  drawsResult,
  drawsTakeChance,
  drawsWinners,
  membersEnrol,
  membersSendCode,
  shopTerms,
  shopWelcome,
] as const
export const memberOperations = [
  actsCompleteProfile,
  actsOrder,
  actsProfile,
  actsReview,
  actsWays,
  campaignsList,
  cardsHistory,
  cardsInvite,
  cardsJoin,
  cardsLeave,
  cardsMine,
  cardsOpenShared,
  cardsRemoveHolder,
  cardsReportLost,
  couponsChoose,
  couponsClaim,
  couponsClaimCode,
  couponsList,
  couponsOffers,
  couponsRecall,
  couponsSend,
  couponsTakeGift,
  checkinsCheckIn,
  checkinsMakeUp,
  checkinsRead,
  eventsBoards,
  eventsConfirm,
  eventsLeave,
  eventsRemind,
  eventsReview,
  eventsSignUp,
  eventsVote,
  drawsBuyChance,
  drawsClaim,
  drawsMine,
  homeRead,
  membersRename,
  messagesAccept,
  messagesInbox,
  messagesReminders,
  messagesSendMailCode,
  messagesSetPreference,
  messagesSettings,
  pointsStatement,
  pointsTopUp,
  referralsLink,
  referralsRead,
  rewardsCancel,
  rewardsHaveSent,
  rewardsList,
  rewardsMine,
  rewardsRedeem,
  rewardsRemind,
  tiersBuy,
  tiersHistory,
  tiersProgress,
] as const
export const managerOperations = [
  booksAudit,
  campaignsBudgets,
  campaignsEffect,
  couponsMakeCodes,
  drawsPrepare,
  groupsBoard,
  groupsCustomers,
  groupsMake,
  groupsRemove,
  groupsRename,
  journeysOverview,
  membersList,
  membersTotals,
  messagesDrop,
  messagesFailures,
  messagesHandleFailures,
  messagesSendAgain,
  messagesSetTemplates,
  pointsAdjust,
  posKeysIssue,
  posKeysRevoke,
  programmesCheck,
  programmesPublish,
  programmesRead,
  programmesTry,
  programmesWithdraw,
  referralsDecide,
  referralsReviews,
  shopFound,
  staffDismiss,
  staffInvite,
  tiersSet,
  trainingPeople,
] as const
export const staffOperations = [
  benefitsTick,
  benefitsUntick,
  cardsCheckRelationship,
  cardsFreeze,
  cardsReissue,
  couponsHand,
  couponsRedeem,
  couponsUndo,
  eventsCheckIn,
  eventsGuests,
  groupsAsked,
  groupsChange,
  groupsOfMember,
  obligationsKeep,
  obligationsOfMember,
  obligationsOverview,
  journeysBegin,
  journeysOfMember,
  journeysSetAnchor,
  journeysStop,
  rewardsHandOut,
  rewardsSend,
  rewardsToSend,
  staffAccrue,
  staffEnrol,
  staffFind,
  staffJoin,
  staffMe,
  staffScan,
  staffStoreCode,
  staffUndo,
  trainingAnswer,
  trainingList,
  trainingRead,
  trainingReceipt,
  tasksMine,
  tasksPhone,
  tasksRead,
  tasksReassign,
  tasksRecord,
] as const
export const posOperations = [purchasesRecord] as const
/** What a manager asks the clock's own function, which alone carries the jobs. */
export const clockOperations = [clockJobs, clockRunNow] as const

export const operations = [
  ...visitorOperations,
  ...memberOperations,
  ...managerOperations,
  ...posOperations,
  ...staffOperations,
  ...clockOperations,
] as const

/** Every refusal that a person can read; each needs its wording in `refusals.ts`. */
export type RefusalCode = DoorRefusal | RefusalOf<(typeof operations)[number]> | ItemRefusal
