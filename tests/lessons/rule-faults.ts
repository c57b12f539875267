import type { PlantedFault } from '../support/planted'
import { actFaults } from './rule-faults/acts'
import { bookFaults } from './rule-faults/books-and-kit'
import { campaignFaults } from './rule-faults/campaigns'
import { couponFaults } from './rule-faults/coupons'
import { dutyFaults } from './rule-faults/duties'
import { eventFaults } from './rule-faults/events'
import { drawFaults } from './rule-faults/draws'
import { followUpFaults } from './rule-faults/follow-ups'
import { messageFaults } from './rule-faults/messages'
import { occasionFaults } from './rule-faults/occasions'
import { pointFaults } from './rule-faults/points-and-tiers'
import { purchaseFaults } from './rule-faults/purchases'
import { referralFaults } from './rule-faults/referrals'
import { rewardFaults } from './rule-faults/rewards'

/** Faults that a hurried hand could make in the rules, one at a time, and the test file that has to see each. */
export type RuleFault = PlantedFault & { fault: string; test: string }

/** A fault as the lists tell it; the test is named by its area and file. */
export type Told = [fault: string, find: string, replace: string, test: string]

export const ruleFaults: readonly RuleFault[] = Object.entries({
  ...actFaults,
  ...bookFaults,
  ...campaignFaults,
  ...couponFaults,
  ...dutyFaults,
  ...eventFaults,
  ...drawFaults,
  ...followUpFaults,
  ...messageFaults,
  ...occasionFaults,
  ...pointFaults,
  ...purchaseFaults,
  ...referralFaults,
  ...rewardFaults,
}).flatMap(([file, faults]) =>
  faults.map(([fault, find, replace, test]) => ({ fault, file, find, replace, test: `tests/${test}.rules.test.ts` })),
)
