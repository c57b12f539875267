import { StoreBusy, StoreDuplicate, StoreUnavailable } from './store'
import { TransactionConflict } from './transaction-tries'

/**
 * Turns what the SDK throws into what the store promises to throw. The SDK drops the platform's code from errors of
 * single operations and throws plain objects from commits, so the message decides where the code is gone.
 */
export function toStoreError(thrown: unknown): Error {
  if (thrown instanceof StoreDuplicate || thrown instanceof TransactionConflict || thrown instanceof StoreUnavailable)
    return thrown
  const { code, message } = readError(thrown)
  if (/E11000/.test(message)) return new StoreDuplicate(message, { cause: thrown })
  if (code === 'DATABASE_TRANSACTION_CONFLICT' || /TransactionConflict|WriteConflict/.test(message)) {
    return new TransactionConflict(message, { cause: thrown })
  }
  if (/EXCEED_(CONCURRENT_)?REQUEST_LIMIT/.test(code) || /-50100[34]\b/.test(message))
    return new StoreBusy(message, { cause: thrown })
  if (isSilence(code, message)) return new StoreUnavailable(message, { cause: thrown })
  return thrown instanceof Error ? thrown : new Error(message, { cause: thrown })
}

/** For an ordinary write a conflict with a transaction means: nothing was changed, come again. */
export function toOrdinaryError(thrown: unknown): Error {
  const error = toStoreError(thrown)
  return error instanceof TransactionConflict ? new StoreBusy(error.message, { cause: error }) : error
}

/** The code and message of whatever the SDK threw: an Error with errMsg, or the platform's answer as a plain object. */
export function readError(thrown: unknown): { code: string; message: string; errCode: number } {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : { message: String(thrown) }) as {
    code?: unknown
    errCode?: unknown
    errMsg?: unknown
    message?: unknown
  }
  const message = [error.errMsg, error.message].find((text) => typeof text === 'string' && text !== '')
  return {
    code: String(error.code ?? ''),
    message: String(message ?? 'the platform gave no reason'),
    errCode: typeof error.errCode === 'number' ? error.errCode : -1,
  }
}

const NETWORK_CODES = /^E(CONN|SOCKETTIMEDOUT|TIMEDOUT|PIPE|NOTFOUND|AI_AGAIN|NETDOWN|NETUNREACH|HOSTDOWN|HOSTUNREACH)/
const NETWORK_WORDS =
  /request timeout|connect timeout|timeout of \d+ ?ms|socket hang up|request aborted|socket disconnected|\bE(CONN[A-Z]+|PIPE|NOTFOUND|AI_AGAIN|NETUNREACH|HOSTUNREACH|TIMEDOUT|SOCKETTIMEDOUT)\b/
/**
 * The platform's own time-out, a gateway's 5xx, an answer with no body, on which the SDK trips, and the aggregation's
 * wrapper, which may lose the whole reason of a failed request.
 */
const SILENT_ANSWERS =
  /-501002\b|SERVER_TIMEOUT|\b5\d\d [A-Z][A-Za-z ]+ \| \[|properties of undefined \(reading '(code|data)'|Unexpected end of JSON|is not valid JSON|:fail undefined \. $/

function isSilence(code: string, message: string): boolean {
  return (
    NETWORK_CODES.test(code) ||
    /^5\d\d$/.test(code) ||
    NETWORK_WORDS.test(message) ||
    SILENT_ANSWERS.test(`${code} ${message}`)
  )
}
