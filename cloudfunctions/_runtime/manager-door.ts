import type { Operation } from '../../shared/kit/contract'
import { refuse, type Ruling } from '../../shared/kit/ruling'
import type { Handlers, ManagerContext, StaffGrant } from './handler'
import { staffId } from './people'
import { allowedNow } from './rate-limit'
import type { Door } from './serve'
import { currentTerms } from './terms'

/** The manager's phone. The grant is read each time, so that somebody dismissed is out at once. */
export function managerDoor<Operations extends readonly Operation[]>(parts: {
  operations: Operations
  handlers: Handlers<Operations, ManagerContext>
}): Door {
  const handlers = parts.handlers as Record<
    string,
    (context: ManagerContext, input: never) => Promise<Ruling<unknown, string>>
  >
  return {
    operations: parts.operations,
    enter: async ({ effects, now, language, request, operation, input }) => {
      const { openid } = effects.identity()
      if (!openid) return refuse('identity_missing')
      const limited = allowedNow({ effects, operation, now }, openid)
      if (!limited.ok) return limited
      const [grant, terms] = await Promise.all([
        effects.store.get<StaffGrant>('staff', staffId(effects, openid)),
        currentTerms(effects),
      ])
      const rightful = operation.roles.includes('visitor') || (grant?.active && operation.roles.includes(grant.role))
      if (!rightful) return refuse('not_allowed')
      const handler = handlers[operation.name]
      if (!handler) return refuse('unknown_operation')
      return handler({ effects, now, language, request, terms, grant, openid }, input as never)
    },
  }
}
