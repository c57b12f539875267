import type { StaffGrant } from '../../_runtime/handler'

/** An invitation to work here, kept under the keyed hash of its code: good once, and until its time is over. */
export type Invitation = {
  _id: string
  name: string
  role: StaffGrant['role']
  storeIds: string[]
  invitedBy: string
  goodUntil: string
  /** Whose it became; null while nobody has taken it up. */
  takenBy: string | null
}

export const invitationMs = 24 * 60 * 60_000
