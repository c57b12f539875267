import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { sendJson, type Exchange } from './reply'

/** One path prefix and who answers it; the first that fits is asked. */
export type Route = {
  /** Whole path segments: `/call` fits `/call/member`, not `/caller`. */
  prefix: string
  /** `rest` is the decoded path behind the prefix. */
  answer: (exchange: Exchange, rest: string) => Promise<void> | void
}

export interface Gateway {
  port: number
  url: string
  close(): Promise<void>
}

/** An HTTP server on the loopback interface only; port 0 takes a free one. */
export async function startServer(port: number, routes: Route[]): Promise<Gateway> {
  const server = createServer((request, response) => void dispatch(routes, request, response))
  // Longer than callers keep a connection that they do not use, so that none of them sends into one that is closing.
  server.keepAliveTimeout = 65_000
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await listen(server, port)
  const { port: taken } = server.address() as AddressInfo
  return {
    port: taken,
    url: `http://127.0.0.1:${taken}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

async function dispatch(routes: Route[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const exchange = { request, response, url }
  if (isForeign(request)) return sendJson(response, 403, { error: 'this address answers to its own pages only' })
  const route = routes.find(({ prefix }) => fits(url.pathname, prefix))
  try {
    const rest = decoded(url.pathname.slice(route?.prefix.length))
    if (!route || rest === null) return sendJson(response, route ? 400 : 404, { error: 'no such address' })
    await route.answer(exchange, rest)
  } catch (error) {
    // A sender that is gone, or a gateway that is closing: nobody waits for the answer.
    if (response.destroyed) return
    process.stderr.write(`${request.method} ${url.pathname}: ${error instanceof Error ? error.stack : String(error)}\n`)
    if (!response.headersSent && !response.destroyed)
      sendJson(response, 500, { error: 'the local cloud failed; see its log' })
    else response.destroy()
  }
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

function fits(path: string, prefix: string): boolean {
  return prefix === '/' || path === prefix || path.startsWith(`${prefix}/`)
}

/** A page of another site must not act on the shop through the browser of whoever develops it. */
function isForeign(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  if (host !== '' && host !== '127.0.0.1' && host !== 'localhost' && host !== '[::1]') return true
  const origin = request.headers.origin
  return origin !== undefined && origin.replace(/^https?:\/\//, '') !== request.headers.host
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}
