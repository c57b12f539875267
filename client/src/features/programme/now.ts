import { staffMe } from '@shared/staff/contract'
import type { Instant } from '@shared/kit/time'
import { keptReply } from '@/kit/kept'
import { clockOffset } from '@/kit/ticking'

/** The cloud's time; the phone's own clock may be off. */
export function cloudNow(): Instant {
  const heard = keptReply(staffMe, {})
  return new Date(Date.now() + (heard ? clockOffset(heard) : 0)).toISOString()
}
