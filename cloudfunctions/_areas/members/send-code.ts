import { refuse } from '../../../shared/kit/ruling'
import type { membersSendCode } from '../../../shared/members/contract'
import type { Handler, MemberContext } from '../../_runtime/handler'
import { postCode } from './post-code'

/** Sends six digits to a number. A repeated request sends no other, and a second code ends the first. */
export const sendCode: Handler<typeof membersSendCode, MemberContext> = async (context, { number }) => {
  const { effects, openid, now, request } = context
  const { sendText } = effects.platform
  if (!request) return refuse('request_id_missing')
  if (!sendText) return refuse('texts_not_set_up')
  return postCode(effects, now, {
    openid,
    person: openid,
    to: number,
    request,
    undelivered: 'text_not_sent',
    deliver: (code, minutes) => sendText({ number, text: 'code', parameters: [code, String(minutes)] }),
  })
}
