import type { Calendar } from '../kit/calendar'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import type { Journey } from '../programme/parts/journeys'
import { touchpointsOf } from './dates'
import type { Run } from './run'
import { withStep } from './standing'

export type Beginning = Pick<Run, 'accountId' | 'storeId' | 'no' | 'anchors' | 'people'> & { now: Instant }
type Refused = 'anchor_unknown' | 'anchor_needed' | 'role_unknown'

/** A member's journey begins. What would have had to be done before is no longer to be done, and is seen to be so. */
export function begin(journey: Journey, beginning: Beginning, calendar: Calendar): Ruling<Run, Refused> {
  const { now, anchors, people, ...of } = beginning
  const unknown = Object.keys(anchors).find((code) => !journey.anchors.includes(code))
  if (unknown !== undefined) return refuse('anchor_unknown', { anchor: unknown })
  if (!anchors[journey.begins]) return refuse('anchor_needed', { anchor: journey.begins })
  const role = Object.keys(people).find((one) => !journey.roles.includes(one))
  if (role !== undefined) return refuse('role_unknown', { role })
  const run: Run = {
    ...of,
    journeyId: journey.id,
    state: 'running',
    begunAt: now,
    anchors,
    people,
    steps: {},
    followUps: [],
    over: null,
  }
  const past = touchpointsOf(run, journey, calendar).filter(({ dueAt }) => dueAt !== null && dueAt <= now)
  return allow(past.reduce((so, { key }) => withStep(so, key, { state: 'withdrawn', why: 'past', at: now }), run))
}
