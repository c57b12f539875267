'use strict'

/**
 * The inside of one function process. Loads the bundle named in its first argument and runs one invocation after the
 * other, as the platform does. It is plain JavaScript because it runs without any loader.
 *
 * Three things of the process are replaced before the bundle is loaded, so that it needs no change:
 * `process.env` answers with the identity of the invocation that asks (also in work that goes on after the reply),
 * `Date` tells the time of the environment (timers are left alone), and requests are watched, to know which of them
 * the reply had to wait for in sequence.
 */
const { AsyncLocalStorage } = require('node:async_hooks')
const { depthReached, watchRequests } = require('./request-depth.cjs')

const invocationScope = new AsyncLocalStorage()
let clock = { offsetMs: 0, frozenAt: null }

installEnvironment()
installDate()
watchRequests(() => invocationScope.getStore())

const bundle = process.argv[2]
let main
try {
  main = require(bundle).main
  if (typeof main !== 'function') throw new Error('the bundle exports no function named main')
  send({ type: 'ready' })
} catch (error) {
  send({ type: 'load-failed', error: describe(error) }, () => process.exit(1))
}

process.on('message', (message) => {
  if (message.type === 'invoke') void invoke(message)
  else if (message.type === 'clock') clock = message.clock
  else if (message.type === 'ping') afterPendingWork(() => send({ type: 'pong', ping: message.ping }))
})
// The gateway is gone: nobody is left to answer to.
process.on('disconnect', () => process.exit(0))

async function invoke({ id, environment, event, context, clock: now }) {
  clock = now
  try {
    const result = await invocationScope.run(environment, () => main(event, context))
    send({ type: 'reply', id, result: JSON.stringify(result) ?? 'null', sequential: depthReached(environment) })
  } catch (error) {
    send({ type: 'threw', id, error: describe(error) })
  }
}

function send(message, done) {
  if (process.connected) process.send(message, done)
}

function describe(error) {
  if (error instanceof Error) return { message: error.message, stack: String(error.stack) }
  return { message: typeof error === 'object' ? JSON.stringify(error) : String(error), stack: '' }
}

/** Work that was ready to go on has gone on by the time this fires: a turn of the loop, a zero timer, another turn. */
function afterPendingWork(then) {
  setImmediate(() => setTimeout(() => setImmediate(then), 0))
}

function installEnvironment() {
  const own = process.env
  const values = () => invocationScope.getStore() ?? {}
  const read = (key) => (Object.hasOwn(values(), key) ? values()[key] : own[key])
  process.env = new Proxy(own, {
    get: (_, key) => read(key),
    has: (_, key) => read(key) !== undefined,
    ownKeys: () => [...new Set([...Reflect.ownKeys(own), ...Object.keys(values())])],
    getOwnPropertyDescriptor: (_, key) =>
      read(key) === undefined ? undefined : { value: read(key), writable: true, enumerable: true, configurable: true },
  })
}

function installDate() {
  const RealDate = Date
  const now = () => clock.frozenAt ?? RealDate.now() + clock.offsetMs
  const EnvironmentDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
  RealDate.prototype.constructor = EnvironmentDate
  globalThis.Date = EnvironmentDate
}
