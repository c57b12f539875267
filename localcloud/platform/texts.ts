import { randomUUID } from 'node:crypto'
import type { Json } from '../engine/values'
import { readBody } from '../gateway/body'
import { sendJson, type Exchange } from '../gateway/reply'
import type { PlatformParts } from './services'

/** The address, behind the gateway's own, at which functions find the SMS service. */
export const textsPath = '/texts'

/**
 * Tencent's `SendSms` (2021-01-11) as its SDK speaks it: a signed POST, JSON in and out, errors with status 200. The
 * signature has to be there and have its form; nobody checks it. Which numbers fail, and with what code, the control
 * interface says (`text-failures`). Every text is kept, durably, before it is answered.
 */
export async function answerTexts(parts: PlatformParts, { request, response }: Exchange): Promise<void> {
  const done = parts.activity.begin()
  try {
    const body = await readBody(request, BODY_BYTES_MAX)
    const asked = body && readAsked(body.toString('utf8'))
    const { authorization = '', 'x-tc-action': action, 'x-tc-version': version } = request.headers
    if (!SIGNATURE.test(authorization)) return sendJson(response, 200, refused('AuthFailure.SignatureFailure'))
    if (action !== 'SendSms' || version !== '2021-01-11') return sendJson(response, 200, refused('InvalidAction'))
    if (!asked) return sendJson(response, 200, refused('MissingParameter'))
    const statuses = await Promise.all(asked.PhoneNumberSet.map((number) => sendOne(parts, asked, number)))
    sendJson(response, 200, { Response: { SendStatusSet: statuses, RequestId: randomUUID() } })
  } finally {
    done()
  }
}

const BODY_BYTES_MAX = 100_000
const SIGNATURE =
  /^TC3-HMAC-SHA256 Credential=[^/]+\/\d{4}-\d{2}-\d{2}\/\w+\/tc3_request, SignedHeaders=[\w;-]+, Signature=[0-9a-f]{64}$/
/** A mainland number in the form E.164. */
const NUMBER = /^\+861[3-9]\d{9}$/

type Asked = {
  PhoneNumberSet: string[]
  SmsSdkAppId: string
  TemplateId: string
  SignName?: string
  TemplateParamSet?: string[]
}

function readAsked(text: string): Asked | null {
  try {
    const asked = JSON.parse(text) as Partial<Asked> | null
    const whole = Array.isArray(asked?.PhoneNumberSet) && asked.SmsSdkAppId && asked.TemplateId
    return whole ? (asked as Asked) : null
  } catch {
    return null
  }
}

async function sendOne(parts: PlatformParts, asked: Asked, number: string) {
  const Code = codeFor(parts, number)
  const sent = {
    at: new Date(parts.now()).toISOString(),
    api: 'sms.SendSms',
    function: null,
    openid: null,
    request: {
      number,
      template: asked.TemplateId,
      sign: asked.SignName ?? '',
      parameters: asked.TemplateParamSet ?? [],
    },
    answer: { errcode: Code === 'Ok' ? 0 : -1, errmsg: Code },
  }
  await parts.records.put('sent', randomUUID(), sent as unknown as Json)
  const Message = Code === 'Ok' ? 'send success' : Code
  const Fee = Code === 'Ok' ? 1 : 0
  return { SerialNo: randomUUID(), PhoneNumber: number, Fee, SessionContext: '', Code, Message, IsoCode: 'CN' }
}

function codeFor({ records }: PlatformParts, number: string): string {
  if (!NUMBER.test(number)) return 'InvalidParameterValue.IncorrectPhoneNumber'
  const planned = records.get('settings', 'text-failures') as Record<string, string> | null
  return planned?.[number.replace('+86', '')] ?? 'Ok'
}

function refused(code: string) {
  return { Response: { Error: { Code: code, Message: code }, RequestId: randomUUID() } }
}
