import { allow, refuse } from '../../../shared/kit/ruling'
import type { membersEnrol } from '../../../shared/members/contract'
import type { Handler, MemberContext } from '../../_runtime/handler'
import { readMember } from '../../_runtime/people'
import { readOrigin } from '../shop/scene'
import { again, join } from './join'
import { provePhone, readTextCode } from './prove-phone'

/**
 * A visitor becomes a member. Who is a member already, by this WeChat or by the phone number, is answered with the account
 * there is. The phone's code is asked about last, since it is good once.
 */
export const enrol: Handler<typeof membersEnrol, MemberContext> = async (context, input) => {
  const { account, effects, openid, request } = context
  if (account) return again(context, account)
  if (!request) return refuse('request_id_missing')
  const { enrolment, terms } = context.terms.programme
  if (input.consent.termsVersion !== terms.termsVersion || input.consent.privacyVersion !== terms.privacyVersion)
    return refuse('consent_outdated')
  if (!input.phone && enrolment.phone === 'needed') return refuse('phone_needed')
  const [origin, sent, members] = await Promise.all([
    readOrigin(effects, openid, input.scene),
    readTextCode(effects, openid, input.phone),
    effects.store.count('accounts', { _id: { gt: '' } }),
  ])
  if (input.scene && !origin.scene) return refuse('scene_unknown')
  const proved = input.phone ? await provePhone(effects, input.phone, sent) : allow(null)
  if (!proved.ok) {
    // The same tap may have been heard before, and then its code is spent.
    const meanwhile = await readMember(effects, openid, null)
    return meanwhile ? again(context, meanwhile) : proved
  }
  return join({ ...context, request }, { ...input, origin, phone: proved.value, ordinal: members + 1 })
}
