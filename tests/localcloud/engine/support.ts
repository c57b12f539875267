import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSchema } from '../../../cloudfunctions/database'
import type { Engine, EngineOptions } from '../../../localcloud/engine/engine'
import { openEngine } from '../../../localcloud/engine/open'
import { answerDatabase } from '../../../localcloud/gateway/database'

/** The collections that the tests of the engine use. */
export const schema: DatabaseSchema = {
  collections: [
    {
      name: 'members',
      indexes: [
        { name: 'number', fields: [{ field: 'number', direction: 'asc' }], unique: false },
        {
          name: 'profile',
          fields: [
            { field: 'profile.city', direction: 'asc' },
            { field: 'points', direction: 'desc' },
          ],
          unique: false,
        },
        { name: 'tags', fields: [{ field: 'tags', direction: 'asc' }], unique: false },
      ],
    },
    { name: 'cards', indexes: [{ name: 'holder', fields: [{ field: 'holder', direction: 'asc' }], unique: true }] },
    {
      name: 'visits',
      indexes: [
        {
          name: 'place and time',
          fields: [
            { field: 'place', direction: 'asc' },
            { field: 'at', direction: 'asc' },
          ],
          unique: true,
        },
      ],
    },
    { name: 'plain', indexes: [] },
  ],
}

export type Cloud = {
  engine: Engine
  /** The real SDK's database, and its commands. */
  db: any
  _: any
  clock: { now: number }
  warnings: string[]
  close(): Promise<void>
}

/** An engine on a file of its own, behind a loopback gateway that the unmodified SDK of this process talks to. */
export async function startCloud(options: Partial<EngineOptions> = {}): Promise<Cloud> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'))
  const clock = { now: Date.parse('2026-03-01T08:00:00Z') }
  const warnings: string[] = []
  const engine = openEngine({
    file: join(folder, 'shop.db'),
    schema,
    strict: 'refuse',
    now: () => clock.now,
    onWarning: (text) => warnings.push(text),
    ...options,
  })
  const server = await serve(engine)
  const { db, _ } = connect((server.address() as AddressInfo).port)
  return {
    engine,
    db,
    _,
    clock,
    warnings,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Only what the wire needs: a POST, answered by the engine. */
export async function serve(engine: Engine): Promise<Server> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', async () => {
      const { body } = await answerDatabase(engine, JSON.parse(Buffer.concat(parts).toString()))
      response.setHeader('content-type', 'application/json').end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** The unmodified SDK, redirected by the platform's own hook. */
export function connect(port: number, sessionToken = ''): { db: any; _: any } {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local-1',
    TCB_ENV: 'local-1',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'x',
    TENCENTCLOUD_SESSIONTOKEN: sessionToken,
    SILENCE: 'true',
  })
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const cloud = require('wx-server-sdk')
  cloud.init({ env: 'local-1' })
  const db = cloud.database()
  return { db, _: db.command }
}

/** The refusal of a promise that must be refused, as the SDK reports it. */
export async function refusalOf(promise: Promise<unknown>): Promise<{ errCode: number; errMsg: string }> {
  return promise.then(
    () => {
      throw new Error('was not refused')
    },
    (error) => error,
  )
}
