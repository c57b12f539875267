import { invited } from '../programme/checks/training'
import type { Programme } from '../programme/schema'

/** The roles of journeys for which there is training: whoever stands for one reads its pieces. */
export function rolesAsked({ training = [] }: Pick<Programme, 'training'>): string[] {
  return [...new Set(training.flatMap(({ roles }) => roles))].filter((role) => !invited.includes(role))
}

/** The roles to which journeys escalate. They are the managers', as everywhere in journeys. */
export function headRoles({ journeys = [] }: Pick<Programme, 'journeys'>): string[] {
  return [...new Set(journeys.map(({ escalation }) => escalation.to))]
}
