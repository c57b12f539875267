import type { Environment } from '../functions/identity'
import type { FunctionOutcome, FunctionPool } from '../functions/pool'
import { EVENT_BYTES_MAX, readBody } from './body'
import { refuse, sendJson, type Exchange } from './reply'

/** Letters first: the SDK turns an identity of digits only into a number. */
const OPENID = /^[A-Za-z][A-Za-z0-9_-]{5,63}$/

/**
 * The door of the H5 client: `POST /call/<function>` does what `wx.cloud.callFunction` does on a phone. The caller says who
 * he is in `x-local-openid`; without it the call goes through with no identity, and the function refuses it itself. In
 * production nobody is believed who he says he is.
 */
export async function answerCall(door: ClientDoor, name: string, exchange: Exchange): Promise<void> {
  const { pool, environment, production } = door
  const body = await readBody(exchange.request, EVENT_BYTES_MAX)
  if (body === null) return refuse(exchange, 413, 'event_too_large')
  const event = parseEvent(body)
  if (event === null) return refuse(exchange, 400, 'event_malformed')
  const header = exchange.request.headers['x-local-openid']
  const openid = header === undefined || header === '' ? null : String(header)
  if (openid !== null && !OPENID.test(openid)) return refuse(exchange, 400, 'openid_malformed')
  if (openid !== null && production) return refuse(exchange, 403, 'openid_unproven')
  const ip = exchange.request.socket.remoteAddress ?? '127.0.0.1'
  const userInfo = { appId: environment.appId, ...(openid === null ? {} : { openId: openid }) }
  const outcome = await pool.invoke({
    function: name,
    event: { ...event, userInfo },
    caller: { source: 'client', openid, ip },
  })
  answerOutcome(outcome, exchange)
}

export type ClientDoor = { pool: FunctionPool; environment: Environment; production: boolean }

/** A result is answered as it is; what the platform would report as an error becomes a refusal of the gateway. */
export function answerOutcome(outcome: FunctionOutcome, exchange: Exchange): void {
  if (outcome.ok) return sendJson(exchange.response, 200, outcome.result)
  const { kind, code, message } = outcome.failure
  const status = kind === 'unknown_function' ? 404 : kind === 'function_timed_out' ? 504 : 502
  refuse(exchange, status, kind, { code, message })
}

function parseEvent(body: Buffer): Record<string, unknown> | null {
  try {
    const event: unknown = JSON.parse(body.toString('utf8'))
    return typeof event === 'object' && event !== null && !Array.isArray(event)
      ? (event as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
