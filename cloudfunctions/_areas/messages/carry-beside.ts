import { textParameters } from '../../../shared/messages/text-template'
import { wordsOf } from '../../../shared/messages/topics'
import type { Planned } from '../../../shared/messages/plan'
import type { Effects, PlatformAnswer } from '../../_runtime/effects'
import type { Terms } from '../../_runtime/terms'
import { lookupHash, open } from '../../_runtime/vault'
import type { Profile } from '../members/profile'
import { begin } from './begin'
import type { StoredNotice } from './notice'
import { addressOf } from './preferences'
import { recordAnswer } from './record-answer'
import type { MemberSituation } from './situation'

/** Sends one notice beside WeChat, by text or mail, to where its member agreed to have it. */
export async function carryBeside(
  effects: Effects,
  terms: Terms,
  member: MemberSituation,
  { notice, planned }: { notice: StoredNotice; planned: Planned },
): Promise<'done'> {
  const channel = planned.channel === 'text' ? 'text' : 'mail'
  const to = channel === 'text' ? await numberOf(effects, member) : mailAddressOf(effects, member)
  if (!(await begin(effects, notice, planned, null))) return 'done'
  const begun = { ...notice, tries: notice.tries + 1 }
  const answer = to ? await send(effects, terms, begun, { channel, to }) : nowhere
  await recordAnswer(effects, begun, channel, answer, null)
  return 'done'
}

/** The number or address was forgotten meanwhile, so that there is nobody to send it to: as one that does not exist. */
const nowhere: PlatformAnswer = { errCode: 550, errMsg: 'InvalidParameterValue.IncorrectPhoneNumber: none is known' }

async function numberOf(effects: Effects, { account }: MemberSituation): Promise<string | null> {
  const profile = await effects.store.get<Profile>('profiles', account._id)
  if (!profile?.verified) return null
  return open(effects.secrets.vaultKey, profile.sealedPhone, `profiles/${account._id}/phone`)
}

function mailAddressOf(effects: Effects, { preferences }: MemberSituation): string | null {
  return preferences && addressOf(effects, preferences)
}

async function send(
  effects: Effects,
  terms: Terms,
  notice: StoredNotice,
  { channel, to }: { channel: 'text' | 'mail'; to: string },
): Promise<PlatformAnswer> {
  const { sendText, sendMail } = effects.platform
  const text = terms.shop.texts?.[notice.topic]
  if (channel === 'text' && sendText && text) {
    const parameters = textParameters(notice.topic, notice.facts, text.arguments)
    return sendText({ number: to, text: { templateId: text.templateId }, parameters })
  }
  if (channel === 'mail' && sendMail)
    return sendMail({ ...letterOf(terms, notice), id: letterId(effects, notice), address: to })
  return { errCode: 500, errMsg: 'MissingParameter: the way is not set up any more' }
}

/** The same words as in the member's list, from whom, and the way out. */
function letterOf({ shop }: Terms, notice: StoredNotice): { subject: string; text: string } {
  const { title, text } = wordsOf(notice)
  return {
    subject: `${shop.name}：${title.zh}`,
    text: [
      text.zh,
      '',
      `${title.en}. ${text.en}.`,
      '',
      `${shop.name}`,
      '你同意收到本店的邮件。不想再收，请在小程序「我的 - 消息设置」里关闭。',
      'You agreed to mail from this shop. To stop it, turn it off in the mini-program: Me, message settings.',
    ].join('\n'),
  }
}

/** Tells nobody whose account it is. */
function letterId(effects: Effects, { _id }: StoredNotice): string {
  return lookupHash(effects.secrets.identityKey, `mail:${_id}`).slice(0, 32)
}
