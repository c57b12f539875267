import type { FunctionPool } from '../functions/pool'
import { EVENT_BYTES_MAX, readBody } from './body'
import { answerOutcome } from './call'
import { refuse, sendJson, sendText, type Exchange } from './reply'

/**
 * HTTP access of a function: the request becomes the platform's event, `{ statusCode, headers, body }` becomes the answer.
 * There is no identity. A plain object is answered as JSON, a string as text.
 */
export async function answerHttpAccess(
  pool: FunctionPool,
  envId: string,
  name: string,
  exchange: Exchange,
): Promise<void> {
  const { request, response, url } = exchange
  const body = await readBody(request, EVENT_BYTES_MAX)
  if (body === null) return refuse(exchange, 413, 'event_too_large')
  const text = body.toString('utf8')
  // What is not text travels in base64, as on the platform.
  const isBase64Encoded = !Buffer.from(text, 'utf8').equals(body)
  const event = {
    path: url.pathname,
    httpMethod: request.method ?? 'GET',
    headers: Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)])),
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: { envId, requestId: '', sourceIp: request.socket.remoteAddress ?? '127.0.0.1' },
    body: isBase64Encoded ? body.toString('base64') : text,
    isBase64Encoded,
  }
  const outcome = await pool.invoke({ function: name, event, caller: { source: 'http' } })
  if (!outcome.ok) return answerOutcome(outcome, exchange)
  const { result } = outcome
  if (isIntegrated(result)) {
    const content = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8')
    response.writeHead(Number(result.statusCode), { ...result.headers, 'content-length': content.length })
    return void response.end(content)
  }
  if (typeof result === 'string') return sendText(response, 200, result, 'text/plain; charset=utf-8')
  sendJson(response, 200, result)
}

type IntegratedAnswer = {
  statusCode: number
  headers?: Record<string, string>
  body?: string
  isBase64Encoded?: boolean
}

function isIntegrated(result: unknown): result is IntegratedAnswer {
  return typeof result === 'object' && result !== null && Number.isInteger((result as IntegratedAnswer).statusCode)
}
