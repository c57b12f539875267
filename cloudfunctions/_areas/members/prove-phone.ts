import type { InputOf } from '../../../shared/kit/contract'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { membersEnrol } from '../../../shared/members/contract'
import type { Effects } from '../../_runtime/effects'
import { checkCode, type CodeRefusal } from './check-code'
import { textCodeId, type TextCode } from './text-code'

export type PhoneProof = NonNullable<InputOf<typeof membersEnrol>['phone']>

/** A number that whoever is calling has proved to hold; `codeId` is the text's code, which joining uses up. */
export type ProvedPhone = { number: string; provedBy: PhoneProof['kind']; codeId: string | null }
export type ProofRefusal = 'phone_code_over' | 'phone_unavailable' | CodeRefusal

/** The text's code that a proof refers to, read beside other things; null for a proof by WeChat. */
export async function readTextCode(effects: Effects, openid: string, proof?: PhoneProof): Promise<TextCode | null> {
  if (proof?.kind !== 'text') return null
  return effects.store.get<TextCode>('textCodes', textCodeId(effects, openid, proof.number))
}

/** Asks WeChat for the number behind its button's code, or checks the code of a text message. */
export async function provePhone(
  effects: Effects,
  proof: PhoneProof,
  sent: TextCode | null,
): Promise<Ruling<ProvedPhone, ProofRefusal>> {
  return proof.kind === 'wechat' ? askWeChat(effects, proof.code) : checkText(effects, proof, sent)
}

/** WeChat's answer to a code that is unknown, used or older than five minutes. */
const codeOver = 40029

async function askWeChat(effects: Effects, code: string): Promise<Ruling<ProvedPhone, ProofRefusal>> {
  const { errCode, number } = await effects.platform.phoneNumber(code)
  if (errCode === codeOver) return refuse('phone_code_over')
  if (errCode !== 0 || !number) {
    effects.log({ event: 'phone_unavailable', errCode })
    return refuse('phone_unavailable')
  }
  return allow({ number, provedBy: 'wechat', codeId: null })
}

async function checkText(
  effects: Effects,
  { number, code }: Extract<PhoneProof, { kind: 'text' }>,
  sent: TextCode | null,
): Promise<Ruling<ProvedPhone, ProofRefusal>> {
  const checked = await checkCode(effects, code, sent)
  return checked.ok ? allow({ number, provedBy: 'text', codeId: checked.value.codeId }) : checked
}
