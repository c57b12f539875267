import { campaignTerms } from './checks/campaigns'
import { fairDraws, sharingRewards } from './checks/draws'
import { campaignWindows } from './checks/windows'
import { shapeFaults } from './checks/shape'
import { references } from './checks/references'
import { referralTerms } from './checks/referral'
import { reachable } from './checks/reachable'
import { repeated } from './checks/repeated'
import { journeyEndFaults } from './checks/journey-ends'
import { journeyFaults } from './checks/journeys'
import { ladder } from './checks/ladder'
import { names } from './checks/names'
import { replaced } from './checks/replaced'
import { paidRewards } from './checks/rewards'
import { earningScope } from './checks/scope'
import { storedValuePlans } from './checks/stored-value'
import { topUpBands } from './checks/top-up'
import { funnelSteps } from './checks/funnel'
import { trainingPieces } from './checks/training'
import { messageTerms } from './checks/messages'
import { occasions } from './checks/occasions'
import type { Fault } from './fault'
import { programmeSchema, type Programme } from './schema'

export type Checked = { ok: true; value: Programme } | { ok: false; refusal: 'programme_invalid'; faults: Fault[] }

/**
 * Whether something is a programme that can be run: its form first, then what the form cannot say. Every fault is told,
 * not only the first.
 */
export function checkProgramme(input: unknown): Checked {
  const read = programmeSchema.safeParse(input)
  if (!read.success) return { ok: false, refusal: 'programme_invalid', faults: shapeFaults(read.error.issues) }
  const faults = checks.flatMap((check) => check(read.data))
  return faults.length === 0 ? { ok: true, value: read.data } : { ok: false, refusal: 'programme_invalid', faults }
}

/** What may be run and should not be published without having been thought about. */
export function programmeWarnings(programme: Programme): Fault[] {
  return sharingRewards(programme)
}

const checks: readonly ((programme: Programme) => Fault[])[] = [
  repeated,
  references,
  ladder,
  reachable,
  campaignTerms,
  campaignWindows,
  topUpBands,
  occasions,
  journeyFaults,
  journeyEndFaults,
  fairDraws,
  earningScope,
  names,
  replaced,
  storedValuePlans,
  referralTerms,
  funnelSteps,
  trainingPieces,
  messageTerms,
  paidRewards,
]
