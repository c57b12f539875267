import { randomUUID } from 'node:crypto'
import type { Json } from '../engine/values'
import { openidOf } from '../functions/identity'
import { notEmulated, type PlatformCall, type WireError } from '../gateway/admin'
import { checkMedia } from './media-check'
import { checkMessage } from './message-check'
import { getPhoneNumber } from './phone-number'
import { decodeRequest, encodeAnswer } from './protobuf'
import { getUserRiskRank } from './risk'
import { failed, type OpenApiAnswer, type OpenApiHandler, type OpenApiInput, type PlatformParts } from './services'
import { sendSubscribeMessage } from './subscribe-message'
import { getUnlimitedCode } from './wxacode'

const HANDLERS: Record<string, OpenApiHandler> = {
  'subscribeMessage.send': sendSubscribeMessage,
  'wxacode.getUnlimited': getUnlimitedCode,
  'phonenumber.getPhoneNumber': getPhoneNumber,
  'security.msgSecCheck': checkMessage,
  'security.mediaCheckAsync': checkMedia,
  'riskControl.getUserRiskRank': getUserRiskRank,
}

/** `function has no permission to call this API`: the interface is missing in the `config.json` of the function. */
const NO_PERMISSION = -604101

/** Answers `cloud.openapi.*`. Every call is kept, durably, before it is answered. */
export async function answerOpenApi(parts: PlatformParts, call: PlatformCall): Promise<Buffer | WireError> {
  const handler = Object.hasOwn(HANDLERS, call.apiName) ? HANDLERS[call.apiName] : undefined
  if (!handler) return notEmulated(`openapi.${call.apiName}`)
  if (!permitted(parts, call)) return encodeAnswer({ errorCode: NO_PERMISSION })
  const input = decodeRequest(call.data)
  const answer = planned(parts, call.apiName) ?? (await handler(parts, input))
  await keep(parts, call, { input, answer })
  if ('file' in answer) return encodeAnswer({ respData: answer.file, contentType: answer.contentType })
  return encodeAnswer({ respData: Buffer.from(JSON.stringify(answer.json)), contentType: 'application/json' })
}

/** The failure that the control interface has planned for an interface (`openapi-failures`), as when the platform is busy. */
function planned({ records }: PlatformParts, apiName: string): OpenApiAnswer | null {
  const codes = records.get('settings', 'openapi-failures') as Record<string, number> | null
  const code = codes?.[apiName]
  return code === undefined ? null : failed(code, 'planned to fail')
}

function permitted(parts: PlatformParts, { apiName, invocation }: PlatformCall): boolean {
  const definition = invocation && parts.pool.definition(invocation.function)
  return !definition || definition.openapi.includes(apiName)
}

async function keep(
  parts: PlatformParts,
  call: PlatformCall,
  said: { input: OpenApiInput; answer: OpenApiAnswer },
): Promise<void> {
  const sent = {
    at: new Date(parts.now()).toISOString(),
    api: call.apiName,
    function: call.invocation?.function ?? null,
    openid: call.invocation ? openidOf(call.invocation.caller) : null,
    request: said.input,
    answer: 'json' in said.answer ? said.answer.json : { errcode: 0, contentType: said.answer.contentType },
  }
  await parts.records.put('sent', randomUUID(), sent as unknown as Json)
}
