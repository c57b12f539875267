import type { EnrolmentSource } from '../../../shared/books/account'
import type { DeviceClaim } from '../../../shared/kit/fields'
import type { Effects } from '../../_runtime/effects'
import { lookupHash } from '../../_runtime/vault'

/**
 * What a phone says of itself, as keyed hashes by which two accounts can be found alike. WeChat tells no function which
 * phone calls, so the installation is the phone's own word; the network is the platform's, beside the make that it claims.
 */
export function phoneMarks(
  effects: Effects,
  device: DeviceClaim | undefined,
): Pick<EnrolmentSource, 'installation' | 'network'> {
  if (!device) return {}
  const { ip } = effects.identity()
  return {
    installation: markOf(effects, `installation:${device.installation}`),
    ...(ip ? { network: markOf(effects, `network:${ip}:${device.model}`) } : {}),
  }
}

function markOf({ secrets }: Effects, about: string): string {
  return lookupHash(secrets.identityKey, about).slice(0, 32)
}
