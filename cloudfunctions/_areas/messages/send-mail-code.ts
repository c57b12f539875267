import { refuse } from '../../../shared/kit/ruling'
import type { messagesSendMailCode } from '../../../shared/messages/settings-contract'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { lookupHash } from '../../_runtime/vault'
import { postCode } from '../members/post-code'
import { mailbox } from './mail-code'

/** Mails six digits to the address that the member typed. Until they are given back, nothing else is mailed there. */
export const sendMailCode: Handler<typeof messagesSendMailCode, EnrolledContext> = async (context, { address }) => {
  const { effects, account, openid, now, request, terms } = context
  const { sendMail } = effects.platform
  if (!request) return refuse('request_id_missing')
  if (!sendMail || !terms.shop.mail) return refuse('mail_not_set_up')
  return postCode(effects, now, {
    openid,
    person: account._id,
    to: mailbox(address),
    request,
    undelivered: 'mail_not_sent',
    deliver(code, minutes, codeId) {
      const id = lookupHash(effects.secrets.identityKey, `mail:${codeId}:${request.id}`).slice(0, 32)
      return sendMail({ id, address, ...letterOf(terms.shop.name, code, minutes) })
    },
  })
}

/** Says what it is for and that it may be ignored, since somebody else may have typed the address. */
function letterOf(shop: string, code: string, minutes: number): { subject: string; text: string } {
  return {
    subject: `${shop}：邮箱验证码`,
    text: [
      `验证码 ${code}，${minutes} 分钟内有效。在小程序「我的 - 消息设置」里填写，确认接收本店的邮件。`,
      '如果不是你本人操作，不用理会，不会再给你发邮件。',
      '',
      `Your code is ${code}, good for ${minutes} minutes. Give it in the mini-program to confirm that you want mail from this shop.`,
      'If you did not ask for it, ignore this mail; you will get no other.',
      '',
      shop,
    ].join('\n'),
  }
}
