import { readBody } from '../gateway/body'
import { sendJson, type Exchange } from '../gateway/reply'
import { clockRoutes } from './clock-routes'
import { environmentRoutes } from './environment-routes'
import type { ControlParts, Handlers } from './parts'
import { phoneRoutes } from './phone-routes'
import { ControlRefusal } from './refusal'
import { registerRoutes } from './register-routes'
import { watchRoutes } from './watch-routes'

const BODY_BYTES_MAX = 6 * 1024 * 1024

/** Answers `/__local/*`: everything by which developers and tests steer and watch the environment. JSON in and out. */
export function controlInterface(parts: ControlParts): (exchange: Exchange, rest: string) => Promise<void> {
  const handlers: Handlers = {
    ...clockRoutes(parts),
    ...environmentRoutes(parts),
    ...watchRoutes(parts),
    ...phoneRoutes(parts),
    ...registerRoutes(parts),
  }
  return async (exchange, rest) => {
    const [, name = '', ...path] = rest.split('/')
    const handler = handlers[`${exchange.request.method} ${name}`]
    if (!handler)
      return sendJson(exchange.response, 404, { error: `no such control: ${exchange.request.method} ${rest}` })
    try {
      const answer = await handler({ input: await inputOf(exchange), path: path.join('/'), exchange })
      if (!exchange.response.headersSent) sendJson(exchange.response, 200, answer ?? {})
    } catch (error) {
      if (!(error instanceof ControlRefusal)) throw error
      sendJson(exchange.response, 400, { error: error.message })
    }
  }
}

async function inputOf({ request }: Exchange): Promise<unknown> {
  const body = await readBody(request, BODY_BYTES_MAX)
  if (body === null) throw new ControlRefusal('the body is too large')
  if (body.length === 0) return {}
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new ControlRefusal('the body is not JSON')
  }
}
