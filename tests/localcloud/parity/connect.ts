import { AsyncLocalStorage } from 'node:async_hooks'
import type { CloudUnderTest, Untyped } from './sdk'

/** Where the SDK is to go: a local cloud by its address, or a real environment by its id. */
export type Target = { url: string } | { env: string }

/** What the runner of an environment can do with it beyond the SDK. */
export type Levers = Pick<CloudUnderTest, 'now' | 'advance' | 'withConflictAt'>

type Scope = Record<string, string>

const scope = new AsyncLocalStorage<Scope>()
let invocations = 0

/**
 * Initialises the real SDK in this process and gives it to the cases. The SDK reads its endpoint and the invocation it
 * works for from the environment variables at every request, so one process can be many invocations at once, and can
 * be sent to another local cloud by `under`.
 */
export async function connect(target: Target, levers: Levers): Promise<CloudUnderTest> {
  layerEnvironment('url' in target ? redirection(target.url) : {})
  const cloud: Untyped = (await import('wx-server-sdk')).default
  cloud.init({ env: 'env' in target ? target.env : LOCAL })
  const db = cloud.database()
  // A real environment signs with the session token, so nothing may be invented there.
  const another = 'url' in target ? asAnotherInvocation : <T>(act: () => Promise<T>) => act()
  return { cloud, db, _: db.command, $: db.command.aggregate, ...collections, another, ...levers }
}

/** Does something with further environment variables in force, for everything that it starts. */
function under<T>(variables: Scope, act: () => Promise<T>): Promise<T> {
  return scope.run({ ...scope.getStore(), ...variables }, act)
}

/** The variables by which the platform, and so the local cloud, directs the SDK. */
export function redirection(url: string): Scope {
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: LOCAL,
    TCB_ENV: LOCAL,
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TCB_SOURCE: 'wx_client',
    SILENCE: 'true',
  }
}

/** Does something as an invocation of its own. */
function asAnotherInvocation<T>(act: () => Promise<T>): Promise<T> {
  return asInvocation(`parity-${(invocations += 1)}`, act)
}

/** Does something as the invocation of that id. */
export function asInvocation<T>(id: string, act: () => Promise<T>): Promise<T> {
  return under({ TENCENTCLOUD_SESSIONTOKEN: id }, act)
}

/** Collections of the suite's own, so that nothing else in a real environment is touched. */
export const collections = {
  docs: 'parity_docs',
  others: 'parity_others',
  uniques: 'parity_uniques',
  places: 'parity_places',
  missing: 'parity_missing',
}

const LOCAL = 'local-1'
let layered: Scope | null = null

function layerEnvironment(variables: Scope): void {
  if (layered) {
    Object.assign(layered, variables)
    return
  }
  const base: Scope = (layered = { ...variables })
  const own = process.env
  const value = (key: string) => scope.getStore()?.[key] ?? base[key] ?? own[key]
  process.env = new Proxy(own, {
    get: (_, key) => (typeof key === 'string' ? value(key) : undefined),
    has: (_, key) => typeof key === 'string' && value(key) !== undefined,
  })
}
