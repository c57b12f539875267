import { timingSafeEqual } from 'node:crypto'
import type { shopFound } from '../../../shared/shop/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import { withEventsAhead } from '../../../shared/programme/presets/ahead'
import { presets } from '../../../shared/programme/presets/presets'
import { programmeSchema } from '../../../shared/programme/schema'
import type { Handler, ManagerContext, StaffGrant } from '../../_runtime/handler'
import { staffId } from '../../_runtime/people'
import { StoreDuplicate } from '../../_runtime/store'
import { programmeId, type ProgrammeVersion, type Shop } from '../../_runtime/terms'

/**
 * Founds the shop once: its programme, its stores and its first manager come into being together. The request that
 * founded it is told so again, for when its answer was lost.
 */
export const found: Handler<typeof shopFound, ManagerContext> = async (context, input) => {
  const { effects, now, openid, request, terms } = context
  if (terms) return again(context, terms.shop)
  if (!sameText(input.claimCode, effects.secrets.claimCode)) return refuse('claim_code_wrong')
  const preset = Object.hasOwn(presets, input.preset) ? presets[input.preset] : undefined
  if (!preset) return refuse('preset_unknown', { preset: input.preset })
  if (new Set(input.stores.map((store) => store.id)).size !== input.stores.length) return refuse('store_ids_repeat')

  const founding = { by: staffId(effects, openid), requestId: request?.id ?? '', inputHash: request?.inputHash ?? '' }
  const shop: Shop = { _id: 'shop', name: input.name, brand: null, stores: input.stores, founding }
  const programme = programmeSchema.parse(withEventsAhead(preset, now))
  const version: ProgrammeVersion = {
    _id: programmeId(1),
    version: 1,
    effectiveAt: now,
    programme,
    withdrawnAt: null,
    announcement: null,
    follows: null,
    followedBy: null,
    published: null,
  }
  const manager: StaffGrant = {
    _id: staffId(effects, openid),
    name: input.managerName,
    role: 'manager',
    storeIds: 'all',
    active: true,
    joinedAt: now,
  }
  try {
    await effects.store.transact(async (transaction) => {
      await transaction.insert('shop', shop)
      await transaction.insert('programmes', version)
      await transaction.put('staff', manager)
    })
  } catch (error) {
    if (!(error instanceof StoreDuplicate)) throw error
    const founded = await effects.store.get<Shop>('shop', 'shop')
    return founded ? again(context, founded) : refuse('busy')
  }
  return allow(answerOf(shop))
}

function again({ effects, openid, request }: ManagerContext, { founding, ...shop }: Shop) {
  if (founding?.by !== staffId(effects, openid) || founding.requestId !== request?.id)
    return refuse('shop_already_founded')
  return founding.inputHash === request.inputHash ? allow(answerOf(shop)) : refuse('request_reused')
}

function answerOf({ name, stores }: Pick<Shop, 'name' | 'stores'>) {
  return { name, programmeVersion: 1, stores }
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
