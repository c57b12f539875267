import { AsyncLocalStorage } from 'node:async_hooks'
import { build } from 'esbuild'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Fault } from '../../localcloud/control/faults'
import type { OperationReport, StatisticsReport } from '../../localcloud/control/statistics'
import type { Json } from '../../localcloud/engine/values'
import { depthReached, watchRequests } from '../../localcloud/functions/request-depth.cjs'
import { invocationEnvironment, processEnvironment } from '../../localcloud/functions/identity'
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../localcloud/start'
import { deployedFunctions } from './deployed'

/** A function of a test: a source file that exports `main`, or its text, and its `config.json`. */
export type TestFunction = { file?: string; source?: string; config?: object }

export type TestCloudOptions = Partial<Omit<LocalCloudOptions, 'dataDir' | 'functionsDir' | 'port'>> & {
  /** `deployed`: the functions of the product, bundled as they deploy. */
  functions?: 'deployed' | Record<string, TestFunction>
}

/** Secrets of the shop in tests; never used elsewhere. */
export const testSecrets = {
  CHANGLAI_IDENTITY_KEY: Buffer.alloc(32, 1).toString('base64'),
  CHANGLAI_VAULT_KEY: Buffer.alloc(32, 2).toString('base64'),
  CHANGLAI_CLAIM_CODE: 'claim-code-for-tests',
}

/** Text messages as a shop sets them up; the local cloud emulates the service. */
const testTexts = {
  CHANGLAI_TEXT_SECRET_ID: 'id-for-tests',
  CHANGLAI_TEXT_SECRET_KEY: 'key-for-tests',
  CHANGLAI_TEXT_APP_ID: '1400000000',
  CHANGLAI_TEXT_SIGN: '测试店',
  CHANGLAI_TEXT_CODE_TEMPLATE: '1000001',
}

export type Reply = { ok: true; value: any } | { ok: false; refusal: { code: string; message: string; details?: any } }

/** One local cloud of a test file: started before its tests, closed after them, strict, with its own data folder. */
export interface TestCloud {
  readonly cloud: LocalCloud
  readonly url: string
  readonly dataDir: string
  /** Calls a function through the door, as the H5 client does. */
  call(name: string, event: object, openid?: string): Promise<Reply>
  /** Asks the control interface: GET without a body, POST with one. */
  control(path: string, body?: unknown, method?: string): Promise<any>
  request(path: string, init?: RequestInit): Promise<Response>
  /** Runs work in the test's own process with the real SDK, as an invocation of its own. */
  run<T>(work: () => Promise<T>, as?: { openid?: string | null; function?: string; operation?: string }): Promise<T>
  /**
   * Everything is as on the first day. Function processes are ended, for they may remember; `keepProcesses` spares the
   * cold starts where the functions of a test remember nothing.
   */
  reset(how?: { keepProcesses: boolean }): Promise<void>
  /** Stops the environment's clock at an instant. */
  setClock(instant: string): Promise<void>
  advance(milliseconds: number): Promise<void>
  drain(): Promise<void>
  plant(...faults: Fault[]): Promise<void>
  statistics(): Promise<StatisticsReport>
  operation(name: string, operation: string | null): Promise<OperationReport>
  dump(collection?: string): Promise<{ collection: string; document: Json }[]>
  /** Closes the cloud and starts it anew on the same data folder; `meanwhile` has the folder to itself. */
  restart(meanwhile?: () => void): Promise<void>
}

const ROOT = resolve(__dirname, '../..')

export function useCloud(options: TestCloudOptions = {}): TestCloud {
  let folder = ''
  let functionsDir = ''
  let cloud: LocalCloud | null = null
  const running = () => {
    if (!cloud) throw new Error('the local cloud runs only inside tests')
    return cloud
  }
  const start = async () => {
    const { functions: _, ...rest } = options
    cloud = await startLocalCloud({
      strict: 'refuse',
      timers: 'manual',
      ...rest,
      environment: { ...testSecrets, ...testTexts, ...options.environment },
      dataDir: join(folder, 'data'),
      functionsDir,
    })
    enterProcess(cloud)
  }
  let stopWatching: () => void = () => undefined
  beforeAll(async () => {
    stopWatching = watchRequests(() => identityScope.getStore())
    folder = mkdtempSync(join(tmpdir(), 'changlai-cloud-'))
    functionsDir = await bundle(options.functions ?? {}, join(folder, 'functions'))
    await start()
  }, 120_000)
  afterAll(async () => {
    stopWatching()
    process.env = ownEnvironment
    await cloud?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const request = (path: string, init?: RequestInit) => fetch(`${running().url}${path}`, init)
  const control = async (path: string, body?: unknown, method?: string) => {
    const verb = method ?? (body === undefined ? 'GET' : 'POST')
    const init = body === undefined ? { method: verb } : { method: verb, body: JSON.stringify(body) }
    const response = await request(`/__local/${path}`, init)
    const text = await response.text()
    if (!response.ok) throw new Error(`${verb} /__local/${path}: ${response.status} ${text}`)
    return text === '' ? null : (JSON.parse(text) as unknown)
  }

  const self: TestCloud = {
    get cloud() {
      return running()
    },
    get url() {
      return running().url
    },
    get dataDir() {
      return join(folder, 'data')
    },
    request,
    control,
    async call(name, event, openid) {
      const headers = {
        'content-type': 'application/json',
        ...(openid === undefined ? {} : { 'x-local-openid': openid }),
      }
      const response = await request(`/call/${name}`, { method: 'POST', headers, body: JSON.stringify(event) })
      return (await response.json()) as Reply
    },
    run: (work, as = {}) => runInProcess(running(), work, as),
    reset: async (how = { keepProcesses: false }) => void (await control('reset', how)),
    setClock: async (instant) => void (await control('clock', { set: instant, frozen: true })),
    advance: async (milliseconds) => void (await control('clock', { advanceMs: milliseconds })),
    drain: async () => void (await control('drain', {})),
    plant: async (...faults) => void (await control('faults', faults)),
    statistics: () => control('statistics') as Promise<StatisticsReport>,
    async operation(name, operation) {
      const { operations } = await self.statistics()
      const found = operations.find((one) => one.function === name && one.operation === operation)
      if (!found) throw new Error(`${name} ${operation} has not been called`)
      return found
    },
    async dump(collection) {
      const text = await (await request('/__local/dump')).text()
      const lines = text.split('\n').filter((line) => line !== '')
      const documents = lines.map((line) => JSON.parse(line) as { collection: string; document: Json })
      return collection === undefined ? documents : documents.filter((one) => one.collection === collection)
    },
    async restart(meanwhile = () => undefined) {
      await running().close()
      meanwhile()
      await start()
    },
  }
  return self
}

async function bundle(functions: 'deployed' | Record<string, TestFunction>, target: string): Promise<string> {
  if (functions === 'deployed') return deployedFunctions(ROOT)
  mkdirSync(target, { recursive: true })
  await Promise.all(Object.entries(functions).map(([name, one]) => bundleOne(one, join(target, name))))
  return target
}

async function bundleOne({ file, source, config }: TestFunction, target: string): Promise<void> {
  mkdirSync(target, { recursive: true })
  await build({
    ...(file === undefined
      ? { stdin: { contents: source ?? '', resolveDir: ROOT, loader: 'ts' as const } }
      : { entryPoints: [resolve(ROOT, file)] }),
    outfile: join(target, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    logLevel: 'error',
  })
  writeFileSync(join(target, 'config.json'), JSON.stringify({ timeout: 20, ...config }))
}

const identityScope = new AsyncLocalStorage<Record<string, string>>()
const ownEnvironment = process.env

/** The SDK reads `process.env` at every request: give each run of the test its own view of it. */
function enterProcess(cloud: LocalCloud): void {
  const constants = { ...testSecrets, ...processEnvironment({ envId: cloud.envId, appId: cloud.appId }, cloud.url) }
  const read = (key: string | symbol) =>
    typeof key === 'symbol'
      ? undefined
      : (identityScope.getStore()?.[key] ?? ({ ...constants } as Record<string, string>)[key] ?? ownEnvironment[key])
  process.env = new Proxy(ownEnvironment, {
    get: (_, key) => read(key),
    has: (_, key) => read(key) !== undefined,
  })
}

async function runInProcess<T>(
  cloud: LocalCloud,
  work: () => Promise<T>,
  as: { openid?: string | null; function?: string; operation?: string },
): Promise<T> {
  const caller = { source: 'client' as const, openid: as.openid ?? null, ip: '127.0.0.1' }
  const invocation = cloud.beginInvocation({ function: as.function ?? 'test', operation: as.operation ?? null, caller })
  const environment = invocationEnvironment(invocation, cloud.appId)
  try {
    return await identityScope.run(environment, work)
  } finally {
    invocation.sequential = depthReached(environment)
    invocation.replied = true
  }
}
