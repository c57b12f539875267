import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSchema } from '../../../cloudfunctions/database'
import type { Engine, EngineOptions, WireRequest } from '../../../localcloud/engine/engine'
import { collections, type Clock } from './connect'

/** A database of the local cloud behind its wire, alone: no functions, no services, a clock that can be driven. */
export type Host = { url: string; clock: Clock; engine: Engine; close(): Promise<void> }

/** Opens a fresh database with the suite's own collections and serves it on a loopback port. */
export async function host(openEngine: (options: EngineOptions) => Engine): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'parity-'))
  let ahead = 0
  const now = () => Date.now() + ahead
  const engine = openEngine({ file: join(folder, 'cloud.sqlite'), schema, strict: 'refuse', now })
  const server = await listen(engine)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    engine,
    clock: { now, advance: async (milliseconds) => void (ahead += milliseconds) },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      engine.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What a real environment must have as well: four collections, a unique index and a geographic one. */
export const schema: DatabaseSchema = {
  collections: [
    { name: collections.docs, indexes: [] },
    { name: collections.others, indexes: [] },
    {
      name: collections.uniques,
      indexes: [{ name: 'code', fields: [{ field: 'code', direction: 'asc' }], unique: true }],
    },
    { name: collections.places, indexes: [] },
  ],
}

async function listen(engine: Engine): Promise<Server> {
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request)) as WireRequest & { sessionToken?: string }
    const { answer } = await engine.execute(body, { id: body.sessionToken ?? 'none' })
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ requestId: 'parity', ...answer }))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return server
}

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
