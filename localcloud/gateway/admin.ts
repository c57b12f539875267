import type { ServerResponse } from 'node:http'
import { randomUUID } from 'node:crypto'
import { chainOf, openidOf } from '../functions/identity'
import type { Invocation } from '../functions/invocations'
import type { FunctionPool } from '../functions/pool'
import { EVENT_BYTES_MAX, readBody, WIRE_BYTES_MAX } from './body'
import { answerDatabase, type DatabaseParts } from './database-call'
import { readForm } from './multipart'
import { sendJson, type Exchange } from './reply'

export interface AdminParts extends DatabaseParts {
  pool: FunctionPool
  /** Answers `wx.openApi`: protobuf in, protobuf out. */
  openApi: (call: PlatformCall) => Promise<Buffer | WireError>
  /** Answers `wx.wxPayApi`: JSON in snake case in and out. */
  payApi: (call: PlatformCall) => Promise<Buffer | WireError>
  /** Answers `storage.*`; null when there is no such action. */
  storage: (body: WireBody) => Promise<Record<string, unknown> | null>
}

export type WireBody = { action: string; [field: string]: unknown }
export type WireError = { code: string; message: string }
export type PlatformCall = { apiName: string; data: Buffer; invocation: Invocation | null }

/** One request of the SDK (`POST /admin`). Errors are answered with status 200, code and message, as the platform does. */
export async function answerAdmin(parts: AdminParts, exchange: Exchange): Promise<void> {
  // Under way until it is executed: who asked may be gone long before that.
  const done = parts.activity.begin()
  try {
    await answerRequest(parts, exchange)
  } finally {
    done()
  }
}

export function notEmulated(action: string): WireError {
  return { code: 'INVALID_PARAM', message: `the local cloud does not emulate ${action}` }
}

async function answerRequest(parts: AdminParts, exchange: Exchange): Promise<void> {
  if (exchange.request.headers['content-type']?.startsWith('multipart/form-data')) return answerForm(parts, exchange)
  const raw = await readBody(exchange.request, WIRE_BYTES_MAX)
  const body = raw && parseBody(raw)
  if (!body) return sendWire(exchange.response, { code: 'INVALID_PARAM', message: 'the request is not readable' })
  const token = String(body.sessionToken ?? '')
  const invocation = parts.invocations.find(token)
  if (invocation?.over) return void exchange.response.destroy()
  if (body.action.startsWith('database.')) {
    return answerDatabase(parts, { body, token, invocation, response: exchange.response })
  }
  sendWire(exchange.response, await answerAction(parts, body, invocation))
}

async function answerAction(parts: AdminParts, body: WireBody, invocation: Invocation | null): Promise<object> {
  if (body.action === 'functions.invokeFunction') return invokeFunction(parts.pool, body, invocation)
  if (body.action.startsWith('storage.')) return (await parts.storage(body)) ?? notEmulated(body.action)
  return notEmulated(body.action)
}

async function invokeFunction(pool: FunctionPool, body: WireBody, invocation: Invocation | null): Promise<object> {
  const text = String(body.request_data ?? '')
  if (Buffer.byteLength(text) > EVENT_BYTES_MAX) return EVENT_TOO_LARGE
  const event = text === '' ? {} : parseJson(text)
  if (event === null) return { code: 'INVALID_PARAM', message: 'request_data is not JSON' }
  const openid = invocation ? openidOf(invocation.caller) : null
  const chain = invocation ? chainOf(invocation.caller) : 'wx_unknown'
  const caller = { source: 'function' as const, openid, chain }
  const outcome = await pool.invoke({ function: String(body.function_name), event, caller })
  if (!outcome.ok) return { code: outcome.failure.code, message: outcome.failure.message }
  return { data: { response_data: JSON.stringify(outcome.result) } }
}

async function answerForm(parts: AdminParts, exchange: Exchange): Promise<void> {
  const form = await readForm(exchange.request, WIRE_BYTES_MAX)
  const text = (field: string) => form?.get(field)?.toString('utf8') ?? ''
  const call = {
    apiName: text('apiName'),
    data: form?.get('requestData') ?? Buffer.alloc(0),
    invocation: parts.invocations.find(text('sessionToken')),
  }
  if (call.invocation?.over) return void exchange.response.destroy()
  if (call.invocation) call.invocation.platformCalls += 1
  const action = text('action')
  const answer =
    action === 'wx.openApi'
      ? await parts.openApi(call)
      : action === 'wx.wxPayApi'
        ? await parts.payApi(call)
        : notEmulated(action)
  if (!Buffer.isBuffer(answer)) return sendWire(exchange.response, answer)
  exchange.response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': answer.length })
  exchange.response.end(answer)
}

function sendWire(response: ServerResponse, answer: object): void {
  sendJson(response, 200, { requestId: randomUUID(), ...answer })
}

function parseBody(raw: Buffer): WireBody | null {
  const body = parseJson(raw.toString('utf8')) as WireBody | null
  return typeof body?.action === 'string' ? body : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The platform's name for it; the limit is the same for every caller. */
const EVENT_TOO_LARGE: WireError = { code: 'INVALID_PARAM', message: 'RequestTooLarge: an event has at most 6 MB' }
