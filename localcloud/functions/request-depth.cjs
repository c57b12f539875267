'use strict'

const http = require('node:http')

/**
 * Watches the requests of the SDK in this process. A request lies one deeper than the deepest request of its invocation
 * that had been answered when it was made; requests made together count once. Only the sender knows: parallel requests
 * may reach the gateway one after the other's answer. `runOf` gives the object of the invocation that asks, or
 * undefined. Answers how to stop watching.
 */
exports.watchRequests = function watchRequests(runOf) {
  const request = http.request
  http.request = function (url, ...rest) {
    const sent = request.call(this, url, ...rest)
    const run = typeof url === 'string' && url.includes('/admin?') ? runOf() : undefined
    if (!run) return sent
    const depth = exports.depthReached(run) + 1
    sent.once('response', (response) => {
      response.once('end', () => depths.set(run, Math.max(exports.depthReached(run), depth)))
    })
    return sent
  }
  return () => void (http.request = request)
}

/** The deepest request answered so far: at the moment of the reply, the round trips in sequence that it waited for. */
exports.depthReached = function depthReached(run) {
  return depths.get(run) ?? 0
}

const depths = new WeakMap()
