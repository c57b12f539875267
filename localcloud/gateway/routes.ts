import type { ControlParts } from '../control/parts'
import { controlInterface } from '../control/routes'
import { answerOpenApi } from '../platform/openapi'
import { answerPay } from '../platform/pay'
import { answerTexts, textsPath } from '../platform/texts'
import { servePayPage } from '../platform/pay-page'
import { serveSimulator } from '../simulator/serve'
import { answerAdmin, type AdminParts } from './admin'
import { answerCall } from './call'
import { answerHttpAccess } from './http-access'
import { sendJson, type Exchange } from './reply'
import type { Route } from './server'
import { serveStatic } from './static'

export interface RouteParts extends ControlParts {
  production: boolean
  staticDir: string | null
}

/** Functions with an HTTP door; on the platform these routes are set in the console. */
const HTTP_FUNCTIONS = ['pos', 'manager']

/** Everything the gateway answers, in the order in which it looks. In production the control interface and the simulator do not exist. */
export function routes(parts: RouteParts): Route[] {
  const { storage, production } = parts
  const admin: AdminParts = {
    ...parts,
    openApi: (call) => answerOpenApi(parts, call),
    payApi: (call) => answerPay(parts, call),
    storage: storage.answer,
  }
  const control = production ? answerNotFound : controlInterface(parts)
  const simulator: Route['answer'] = production
    ? answerNotFound
    : (exchange, rest) => serveSimulator(parts.staticDir, exchange, rest)
  return [
    { prefix: '/admin', answer: (exchange) => answerAdmin(admin, exchange) },
    { prefix: '/call', answer: (exchange, rest) => answerCall(parts, rest.slice(1), exchange) },
    ...HTTP_FUNCTIONS.map((name) => httpRoute(parts, name)),
    { prefix: '/__local/phone', answer: simulator },
    { prefix: '/__local', answer: control },
    { prefix: '/pay', answer: (exchange, rest) => servePayPage(parts, exchange, rest.slice(1)) },
    { prefix: textsPath, answer: (exchange) => answerTexts(parts, exchange) },
    { prefix: '/files', answer: (exchange, rest) => storage.serve(exchange, rest.slice(1)) },
    { prefix: '/', answer: (exchange, rest) => serveStatic(parts.staticDir, exchange, `/${rest}`) },
  ]
}

function answerNotFound({ response }: Exchange): void {
  sendJson(response, 404, { error: 'not found' })
}

function httpRoute({ pool, environment }: RouteParts, name: string): Route {
  return { prefix: `/${name}`, answer: (exchange) => answerHttpAccess(pool, environment.envId, name, exchange) }
}
