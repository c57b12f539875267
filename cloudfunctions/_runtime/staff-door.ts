import type { Operation } from '../../shared/kit/contract'
import { refuse, type Ruling } from '../../shared/kit/ruling'
import type { BaseContext, Handlers, StaffGrant } from './handler'
import { staffId } from './people'
import { allowedNow } from './rate-limit'
import { keepMark, readMark } from './request-marks'
import type { Door, Entering } from './serve'
import { currentTerms, type Terms } from './terms'

/**
 * Somebody at the till. `entered` is the check of their grant, under way beside the handler's own reads: a handler looks
 * at nothing it has read, and writes nothing, before `entered` allows. The grant is read each time, so that somebody
 * dismissed is out at once.
 */
export type StaffContext = BaseContext & {
  openid: string
  entered: Promise<Ruling<{ grant: StaffGrant; terms: Terms }, 'not_allowed' | 'shop_not_founded' | 'request_reused'>>
}

export function staffDoor<Operations extends readonly Operation[]>(parts: {
  operations: Operations
  handlers: Handlers<Operations, StaffContext>
}): Door {
  const handlers = parts.handlers as Record<
    string,
    (context: StaffContext, input: never) => Promise<Ruling<unknown, string>>
  >
  return {
    operations: parts.operations,
    enter: async (entering) => {
      const { effects, now, language, request, operation, input } = entering
      const { openid } = effects.identity()
      if (!openid) return refuse('identity_missing')
      const limited = allowedNow({ effects, operation, now }, openid)
      if (!limited.ok) return limited
      const handler = handlers[operation.name]
      if (!handler) return refuse('unknown_operation')
      const marked = onAccount(input) ? null : request
      const mark = readMark(effects, openid, marked)
      const entered = enter(entering, openid, mark)
      const ruling = await handler({ effects, now, language, request, openid, entered }, input as never)
      const known = await mark
      if (ruling.ok && marked && known.ok && !known.value.seen)
        effects.afterReply(() => keepMark(effects, openid, marked))
      return ruling
    },
  }
}

/** Commands on a member's account are answered again from that account; the others leave a mark. */
function onAccount(input: unknown): boolean {
  return typeof (input as { accountId?: unknown }).accountId === 'string'
}

async function enter(
  { effects, operation }: Entering,
  openid: string,
  marked: ReturnType<typeof readMark>,
): Promise<Awaited<StaffContext['entered']>> {
  const [grant, terms, mark] = await Promise.all([
    effects.store.get<StaffGrant>('staff', staffId(effects, openid)),
    currentTerms(effects),
    marked,
  ])
  if (!terms) return refuse('shop_not_founded')
  if (!mark.ok) return mark
  if (!grant?.active || !operation.roles.includes(grant.role)) return refuse('not_allowed')
  return { ok: true, value: { grant, terms } }
}

/** Whether somebody may work in a store. */
export function worksIn(grant: StaffGrant, storeId: string): boolean {
  return grant.storeIds === 'all' || grant.storeIds.includes(storeId)
}
