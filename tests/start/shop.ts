import { randomUUID } from 'node:crypto'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

export type Started = { url: string; said(): string; stop(): Promise<void>; kill(): Promise<void> }
export type Ended = { code: number | null; said: string }

/**
 * A folder for the shop of one test, or with `shared` for all tests around it; every command started on it ends with it.
 */
export function useShopFolder({ shared = false } = {}) {
  let folder = ''
  const running = new Set<ChildProcess>()
  const [before, after] = shared ? [beforeAll, afterAll] : [beforeEach, afterEach]
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'changlai-shop-'))
  })
  after(async () => {
    await Promise.all([...running].map(end))
    running.clear()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const data = (): string => path.join(folder, 'shop')

  /** `npm start` with these flags, up to the moment at which it gives its addresses. */
  async function start(...flags: string[]): Promise<Started> {
    const { child, said, ended } = launch(flags)
    const url = await Promise.race([address(child, said), ended.then((end) => Promise.reject(new Error(end.said)))])
    return {
      url,
      said,
      stop: () => end(child),
      /** The process that is gateway and database ends as by a power cut. */
      async kill() {
        process.kill(Number(readFileSync(path.join(data(), 'running.pid'), 'utf8')), 'SIGKILL')
        await ended
      },
    }
  }

  /** `npm start` with flags with which it is not to start. */
  const refused = (...flags: string[]): Promise<Ended> => launch(flags).ended

  function launch(flags: string[]) {
    const given = flags.includes('--data') ? flags : [...flags, '--data', data()]
    const child = spawn(process.execPath, ['scripts/start.mjs', '--no-client', ...given], { cwd: root })
    running.add(child)
    let text = ''
    const hear = (chunk: Buffer): void => void (text += chunk.toString())
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, said: text })))
    return { child, said: () => text, ended }
  }

  return { data, start, refused, path: (name: string) => path.join(folder, name) }
}

function address(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve) => {
    child.stdout?.on('data', () => {
      const url = /Client\s+(http:\/\/127\.0\.0\.1:\d+)[\s\S]*Ctrl-C/.exec(said())?.[1]
      if (url) resolve(url)
    })
  })
}

/** By a signal that the command passes on; to kill it outright would leave the shop behind it running. */
function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('close', () => resolve())
    child.kill('SIGTERM')
  })
}

/** Calls an operation as the shop's manager. */
export async function asManager(url: string, operation: string, input: object = {}): Promise<any> {
  const headers = { 'content-type': 'application/json', 'x-local-openid': 'o-manager-zhou' }
  const body = JSON.stringify({ operation, input, requestId: randomUUID() })
  const reply: any = await (await fetch(`${url}/call/manager`, { method: 'POST', headers, body })).json()
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.value
}
