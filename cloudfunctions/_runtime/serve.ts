import type { Operation, Reply } from '../../shared/kit/contract'
import { refuse, type Refused, type Ruling } from '../../shared/kit/ruling'
import type { RefusalCode } from '../../shared/operations'
import { refusalText, type Language } from '../../shared/refusals'
import type { Effects } from './effects'
import { markOf, readEnvelope, readInput, type Envelope } from './envelope'
import type { RequestMark } from './unit-of-work'
import { StoreBusy } from './store'

/** A request that has passed the door's first checks, on its way to whoever serves it. */
export type Entering = {
  effects: Effects
  now: string
  language: Language
  operation: Operation
  input: unknown
  request: RequestMark | null
  hint: string | null
}

export type Door = {
  operations: readonly Operation[]
  /** Who is asking, may they, and the handler's ruling. */
  enter: (entering: Entering) => Promise<Ruling<unknown, string>>
}

/**
 * The door of a function: the same order for every request. Envelope, operation, input, request id, then who is asking
 * and the handler. Nothing leaves it but a reply; what went wrong inside is logged under an id and told to nobody.
 */
export function serve(door: Door, effects: Effects): (event: unknown) => Promise<Reply> {
  return async (event) => {
    const startedAt = effects.now()
    const read = readEnvelope(event)
    const language = languageOf(event)
    const result = read.ok ? await answer(door, effects, read.value, { now: startedAt, language }) : read
    const errorId =
      !result.ok && result.refusal === 'internal_error' ? String(result.details?.['errorId'] ?? '') : undefined
    effects.log({
      event: 'request',
      operation: read.ok ? read.value.operation : null,
      outcome: result.ok ? 'ok' : result.refusal,
      request: read.ok ? (read.value.requestId ?? null) : null,
      tookMs: Date.parse(effects.now()) - Date.parse(startedAt),
      ...(errorId ? { errorId } : {}),
    })
    return result.ok ? { ok: true, value: result.value } : refusalReply(result, language, errorId)
  }
}

async function answer(
  door: Door,
  effects: Effects,
  envelope: Envelope,
  about: { now: string; language: Language },
): Promise<Ruling<unknown, string>> {
  const operation = door.operations.find((candidate) => candidate.name === envelope.operation)
  if (!operation) return refuse('unknown_operation')
  const input = readInput(operation, envelope.input)
  if (!input.ok) return input
  const request = markOf(operation, envelope, {
    input: input.value,
    identityKey: effects.secrets.identityKey,
  })
  if (!request.ok) return request
  const entering = {
    effects,
    ...about,
    operation,
    input: input.value,
    request: request.value,
    hint: envelope.hint ?? null,
  }
  return guarded(effects, operation.name, () => door.enter(entering))
}

/** Turns what handlers throw into a refusal: contention is told as such, everything else keeps its detail to the log. */
export async function guarded<T>(
  effects: Effects,
  operation: string,
  work: () => Promise<Ruling<T, string>>,
): Promise<Ruling<T, string>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreBusy) return refuse('busy')
    const errorId = Buffer.from(effects.random(6)).toString('hex')
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    effects.log({ event: 'error', errorId, operation, detail: detail.slice(0, 500) })
    return refuse('internal_error', { errorId })
  }
}

export function refusalReply(refused: Refused<string>, language: Language, errorId?: string): Reply {
  const { refusal: code, details } = refused
  const message = refusalText(code as RefusalCode, language, details)
  return {
    ok: false,
    refusal: { code, message, ...(details && !errorId ? { details } : {}), ...(errorId ? { errorId } : {}) },
  }
}

function languageOf(event: unknown): Language {
  const language = typeof event === 'object' && event !== null ? (event as { language?: unknown }).language : null
  return language === 'en' ? 'en' : 'zh-CN'
}
