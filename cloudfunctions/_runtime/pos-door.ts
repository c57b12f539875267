import type { DoorRefusal, Operation, Reply } from '../../shared/kit/contract'
import { allow, refuse, type Ruling } from '../../shared/kit/ruling'
import type { Language } from '../../shared/refusals'
import type { Effects } from './effects'
import { readEnvelope, readInput } from './envelope'
import type { Handlers } from './handler'
import { jsonAnswer, readHttpEvent, readJson, statusOf, type HttpAnswer, type HttpEvent } from './http'
import { placeOf, type PosKey } from './pos-key'
import { checkPosSignature, readPosHeaders, type PosHeaders } from './pos-signature'
import { allowedNow } from './rate-limit'
import { guarded, refusalReply } from './serve'
import { currentTerms, type Terms } from './terms'
import { open } from './vault'

/**
 * A till's request. `entered` is the check of its key, under way beside the handler's own reads: a handler looks at
 * nothing it has read, and writes nothing, before `entered` allows.
 */
export type PosContext = {
  effects: Effects
  now: string
  language: Language
  nonce: string
  entered: Promise<Ruling<{ key: PosKey; terms: Terms }, DoorRefusal>>
}

/** The door for tills and shop systems: HTTP access, signed, no WeChat identity. */
export function servePos<Operations extends readonly Operation[]>(
  parts: { operations: Operations; handlers: Handlers<Operations, PosContext> },
  effects: Effects,
): (event: unknown) => Promise<HttpAnswer> {
  const handlers = parts.handlers as Record<
    string,
    (context: PosContext, input: never) => Promise<Ruling<unknown, string>>
  >
  return async (event) => {
    const startedAt = Date.parse(effects.now())
    const http = readHttpEvent(event)
    const language = http.ok ? languageOf(http.value) : 'zh-CN'
    const seen = { operation: '' }
    const result = http.ok ? await guarded(effects, 'pos', () => answer(http.value, language, seen)) : http
    const outcome = result.ok ? 'ok' : result.refusal
    const errorId =
      !result.ok && result.refusal === 'internal_error' ? String(result.details?.['errorId'] ?? '') : undefined
    const tookMs = Date.parse(effects.now()) - startedAt
    effects.log({
      event: 'request',
      operation: seen.operation || null,
      outcome,
      tookMs,
      ...(errorId ? { errorId } : {}),
    })
    if (result.ok) return jsonAnswer(200, { ok: true, value: result.value } satisfies Reply)
    return jsonAnswer(statusOf(result.refusal), refusalReply(result, language, errorId))
  }

  async function answer(
    http: HttpEvent,
    language: Language,
    seen: { operation: string },
  ): Promise<Ruling<unknown, string>> {
    const now = effects.now()
    const signed = readPosHeaders(http.headers)
    if (!signed) return refuse('signature_invalid')
    const body = readJson(http.body)
    if (!body.ok) return body
    const envelope = readEnvelope(body.value)
    if (!envelope.ok) return envelope
    const operation = parts.operations.find((candidate) => candidate.name === envelope.value.operation)
    if (!operation) return refuse('unknown_operation')
    seen.operation = operation.name
    const entered = enter(effects, { http, signed, operation, now })
    const input = readInput(operation, envelope.value.input)
    if (!input.ok) return (await entered).ok ? input : entered
    const handler = handlers[operation.name]
    if (!handler) return refuse('unknown_operation')
    return handler({ effects, now, language, nonce: signed.nonce, entered }, input.value as never)
  }
}

/** Only whoever holds the key uses up its rate: a key's name alone must not be enough to silence a till. */
async function enter(
  effects: Effects,
  { http, signed, operation, now }: Knocking,
): Promise<Ruling<{ key: PosKey; terms: Terms }, DoorRefusal>> {
  const [key, terms] = await Promise.all([effects.store.get<PosKey>('posKeys', signed.key), currentTerms(effects)])
  if (!terms) return refuse('shop_not_founded')
  if (!key || key.revokedAt) return refuse('key_unknown')
  const { timestamp, nonce, signature } = signed
  const request = { method: http.httpMethod, path: http.path, timestamp, nonce, body: http.body }
  const secret = open(effects.secrets.vaultKey, key.sealedSecret, placeOf(key._id))
  const verdict = checkPosSignature(secret, request, { signature, now })
  if (verdict !== 'ok') return refuse(verdict)
  const limited = allowedNow({ effects, operation, now }, key._id)
  return limited.ok ? allow({ key, terms }) : limited
}

type Knocking = { http: HttpEvent; signed: PosHeaders; operation: Operation; now: string }

function languageOf({ headers }: HttpEvent): Language {
  const name = Object.keys(headers).find((header) => header.toLowerCase() === 'accept-language')
  return name !== undefined && String(headers[name]).toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
}
