import type { Operation } from '../../shared/kit/contract'
import { refuse, type Ruling } from '../../shared/kit/ruling'
import type { EnrolledContext, Handlers, MemberContext } from './handler'
import { readMember } from './people'
import { allowedNow } from './rate-limit'
import type { Door, Entering } from './serve'
import { currentTerms } from './terms'

type AnyHandler<Context> = (context: Context, input: never) => Promise<Ruling<unknown, string>>

/** The member's own phone. Identity comes from the platform alone; the account and the terms are read beside it. */
export function memberDoor<Visitor extends readonly Operation[], Member extends readonly Operation[]>(parts: {
  visitorOperations: Visitor
  memberOperations: Member
  visitor: Handlers<Visitor, MemberContext>
  member: Handlers<Member, EnrolledContext>
}): Door {
  const visitor = parts.visitor as Record<string, AnyHandler<MemberContext>>
  const member = parts.member as Record<string, AnyHandler<EnrolledContext>>
  return {
    operations: [...parts.visitorOperations, ...parts.memberOperations],
    enter: async (entering) => {
      const { openid } = entering.effects.identity()
      if (!openid) return refuse('identity_missing')
      const limited = allowedNow(entering, openid)
      if (!limited.ok) return limited
      const [account, terms] = await Promise.all([
        readMember(entering.effects, openid, entering.hint),
        currentTerms(entering.effects),
      ])
      if (!terms) return refuse('shop_not_founded')
      const context: MemberContext = { ...base(entering), terms, account, openid }
      const forVisitors = visitor[entering.operation.name]
      if (forVisitors) return forVisitors(context, entering.input as never)
      const forMembers = member[entering.operation.name]
      if (!forMembers) return refuse('unknown_operation')
      return account ? forMembers({ ...context, account }, entering.input as never) : refuse('not_enrolled')
    },
  }
}

function base({ effects, now, language, request }: Entering) {
  return { effects, now, language, request }
}
