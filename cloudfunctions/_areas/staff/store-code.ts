import { allow, refuse } from '../../../shared/kit/ruling'
import type { staffStoreCode } from '../../../shared/staff/contract'
import type { Handler } from '../../_runtime/handler'
import { worksIn, type StaffContext } from '../../_runtime/staff-door'
import { storeName } from '../../_runtime/terms'
import { scenePage, storeScene, type Scene } from '../shop/scene'

/** The mini-program code of a store, or of the caller in it: drawn any number of times, always the same. */
export const storeCode: Handler<typeof staffStoreCode, StaffContext> = async (context, { storeId, mine }) => {
  const { effects, now } = context
  const entered = await context.entered
  if (!entered.ok) return entered
  const { grant, terms } = entered.value
  if (!worksIn(grant, storeId) || !storeName(terms, storeId)) return refuse('store_not_yours')
  const [staffId, staffName] = mine ? [grant._id, grant.name] : [null, null]
  const scene = storeScene(effects, storeId, staffId)
  const known: Scene = { _id: scene, kind: 'store', storeId, staffId, staffName, at: now }
  // Whoever asked first has added it already; a code never means anything else.
  await effects.store.insert('scenes', [known])
  const { picture, errCode } = await effects.platform.drawCode({ scene, page: scenePage })
  if (picture) return allow({ scene, page: scenePage, picture: Buffer.from(picture).toString('base64') })
  effects.log({ event: 'code_not_drawn', errCode })
  return refuse('code_not_drawn')
}
