import type { posKeysRevoke } from '../../../shared/shop/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { PosKey } from '../../_runtime/pos-key'

/** Ends a key at once. Ending it again changes nothing and tells when it ended. */
export const revokePosKey: Handler<typeof posKeysRevoke, ManagerContext> = async ({ effects, now }, { keyId }) => {
  const key = await effects.store.get<PosKey>('posKeys', keyId)
  if (!key) return refuse('pos_key_not_found')
  if (key.revokedAt) return allow({ keyId, revokedAt: key.revokedAt })
  const changed = await effects.store.change('posKeys', { _id: keyId, revokedAt: null }, { set: { revokedAt: now } })
  if (changed > 0) return allow({ keyId, revokedAt: now })
  const ended = await effects.store.get<PosKey>('posKeys', keyId)
  return allow({ keyId, revokedAt: ended?.revokedAt ?? now })
}
