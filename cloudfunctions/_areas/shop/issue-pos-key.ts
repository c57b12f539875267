import type { posKeysIssue } from '../../../shared/shop/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import { worksIn } from '../../_runtime/staff-door'
import { lookupHash, open, seal } from '../../_runtime/vault'
import { placeOf, type PosKey } from '../../_runtime/pos-key'

/** Issues a key to sign orders with. The same request gives the same key, so that an answer that was lost is not a key lost. */
export const issuePosKey: Handler<typeof posKeysIssue, ManagerContext> = async (context, input) => {
  const { effects, terms, request, grant, now } = context
  const unknown = input.storeIds.find((id) => !terms?.shop.stores.some((store) => store.id === id))
  if (!grant || !request || unknown !== undefined) return refuse('store_unknown', { storeId: unknown ?? '' })
  if (!input.storeIds.every((id) => worksIn(grant, id))) return refuse('store_not_yours')
  const { vaultKey, identityKey } = effects.secrets
  const keyId = `pos-${lookupHash(identityKey, `pos-key:${grant._id}:${request.id}`).slice(0, 20)}`
  const before = await effects.store.get<PosKey>('posKeys', keyId)
  if (before) return sameKey(context, before, input)
  const secret = Buffer.from(effects.random(32)).toString('hex')
  const key: PosKey = {
    _id: keyId,
    label: input.label,
    storeIds: input.storeIds,
    sealedSecret: seal(vaultKey, secret, placeOf(keyId)),
    issuedAt: now,
    issuedBy: grant._id,
    revokedAt: null,
  }
  if ((await effects.store.insert('posKeys', [key])) === 'inserted') return allow({ keyId, secret })
  const issued = await effects.store.get<PosKey>('posKeys', keyId)
  return issued ? sameKey(context, issued, input) : refuse('busy')
}

function sameKey({ effects }: ManagerContext, key: PosKey, input: { label: string; storeIds: string[] }) {
  if (key.label !== input.label || key.storeIds.join() !== input.storeIds.join()) return refuse('request_reused')
  return allow({ keyId: key._id, secret: open(effects.secrets.vaultKey, key.sealedSecret, placeOf(key._id)) })
}
