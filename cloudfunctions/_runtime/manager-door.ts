import type { Entry } from '../../shared/books/entry'
import type { Operation } from '../../shared/kit/contract'
import { allow, refuse, type Ruling } from '../../shared/kit/ruling'
import type { Effects } from './effects'
import type { Handlers, ManagerContext, StaffGrant } from './handler'
import { staffId } from './people'
import { allowedNow } from './rate-limit'
import { keepMark, readMark } from './request-marks'
import type { Door } from './serve'
import type { StoredAccount } from './stored-account'
import { currentTerms } from './terms'
import { requestEntryId, type RequestMark } from './unit-of-work'

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
      const [grant, terms, member, mark] = await Promise.all([
        effects.store.get<StaffGrant>('staff', staffId(effects, openid)),
        currentTerms(effects),
        memberNamed(effects, input, request),
        namesMember(input) ? allow({ seen: true }) : readMark(effects, openid, request),
      ])
      const rightful = operation.roles.includes('visitor') || (grant?.active && operation.roles.includes(grant.role))
      if (!rightful) return refuse('not_allowed')
      if (!mark.ok) return mark
      const handler = handlers[operation.name]
      if (!handler) return refuse('unknown_operation')
      const context = { effects, now, language, request, terms, grant, member, openid }
      const ruling = await handler(context, input as never)
      if (ruling.ok && request && !mark.value.seen) effects.afterReply(() => keepMark(effects, openid, request))
      return ruling
    },
  }
}

/** Commands on a member's account are answered again from that account. */
function namesMember(input: unknown): boolean {
  return typeof (input as { accountId?: unknown }).accountId === 'string'
}

/** The member whom a command names, read beside the grant to save a trip; nothing of it is told before the grant allows. */
async function memberNamed(
  effects: Effects,
  input: unknown,
  request: RequestMark | null,
): Promise<ManagerContext['member']> {
  const { accountId } = input as { accountId?: string }
  if (!namesMember(input) || !accountId || !request) return null
  const [account, receipt] = await Promise.all([
    effects.store.get<StoredAccount>('accounts', accountId),
    effects.store.get<Entry>('entries', requestEntryId(accountId, request.id)),
  ])
  return { account, receipt }
}
