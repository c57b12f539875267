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

/** A fault that a hurried hand could make in the rules, and the test file that has to see it. */
export type RuleFault = PlantedFault & { fault: string; test: string }

/** A fault as the lists tell it; the test is named by its area and file. */
export type Told = [fault: string, find: string, replace: string, test: string]

// One after the other: two lists may tell of the same file, and merged into one by its name the later would hide the earlier.
const lists: readonly { [file: string]: Told[] }[] = [
  actFaults,
  bookFaults,
  campaignFaults,
  couponFaults,
  dutyFaults,
  eventFaults,
  drawFaults,
  followUpFaults,
  messageFaults,
  occasionFaults,
  pointFaults,
  purchaseFaults,
  referralFaults,
  rewardFaults,
]

/** Every one of them, to be planted one at a time. */
export const ruleFaults: readonly RuleFault[] = lists
  .flatMap((list) => Object.entries(list))
  .flatMap(([file, faults]) =>
    faults.map(([fault, find, replace, test]) => ({ fault, file, find, replace, test: `tests/${test}.rules.test.ts` })),
  )
