import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { Effects } from '../../_runtime/effects'
import type { StaffGrant } from '../../_runtime/handler'
import { readPass } from './pass'

/** Whether this employee may look at a customer now: they have identified them, or they are a manager. */
export function identified(
  effects: Effects,
  grant: StaffGrant,
  { accountId, scanId }: { accountId: string; scanId?: string | undefined },
): Ruling<null, 'scan_over'> {
  if (scanId === undefined) return grant.role === 'manager' ? allow(null) : refuse('scan_over')
  const pass = readPass(effects, scanId, { accountId, staffId: grant._id })
  if (!pass.ok) return pass
  return effects.now() < pass.value.goodUntil ? allow(null) : refuse('scan_over')
}
