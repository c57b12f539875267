import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StoreBusy, StoreDuplicate, StoreUnavailable } from '../../cloudfunctions/_runtime/store'
import { TransactionConflict } from '../../cloudfunctions/_runtime/transaction-tries'
import { toOrdinaryError, toStoreError } from '../../cloudfunctions/_runtime/wx-errors'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { processEnvironment } from '../../localcloud/functions/identity'
import { testSecrets } from '../support/cloud'

/** A database endpoint that answers every request in one bad way. */
let answer: (response: ServerResponse, action: string) => void
let server: Server
const actions: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      const { action } = JSON.parse(body) as { action: string }
      actions.push(action)
      answer(response, action)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  Object.assign(process.env, testSecrets, processEnvironment({ envId: 'local-1', appId: 'wx1' }, url))
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
beforeEach(() => void actions.splice(0))

const json = (response: ServerResponse, value: unknown) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
const calls = {
  get: () => wxEffects().store.get('plain', 'a'),
  find: () => wxEffects().store.find('plain', { where: { n: 1 }, limit: 1 }),
  tally: () => wxEffects().store.tally('plain', { where: {}, sums: {} }),
  insert: () => wxEffects().store.insert('plain', [{ _id: 'a', n: 1 }]),
  put: () => wxEffects().store.put('plain', { _id: 'a', n: 1 }),
  replaceIf: () => wxEffects().store.replaceIf('plain', { _id: 'a', version: 2 }, 1),
  transact: () => wxEffects().store.transact((transaction) => transaction.put('plain', { _id: 'a', n: 1 })),
}

describe('a database that does not answer', () => {
  const silences: [string, (response: ServerResponse) => void][] = [
    ['drops the connection', (response) => void response.destroy()],
    ['answers nothing', (response) => void response.end()],
    ['answers half a message', (response) => void response.writeHead(200).end('{"data":')],
    ['answers for a gateway in trouble', (response) => void response.writeHead(502).end('<html>')],
    [
      'says itself that it took too long',
      (response) => void json(response, { code: 'SERVER_TIMEOUT', message: 'timeout' }),
    ],
  ]

  it.each(silences)('%s: every call throws StoreUnavailable', async (_, silent) => {
    answer = silent
    for (const call of Object.values(calls)) await expect(call()).rejects.toThrow(StoreUnavailable)
  })

  it('cannot be reached at all: StoreUnavailable', async () => {
    const connected = process.env.TCB_CONTEXT_CNFG
    // Nobody listens on port 1 of the loopback address.
    process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: 'http://127.0.0.1:1/admin' })
    try {
      for (const call of Object.values(calls)) await expect(call()).rejects.toThrow(StoreUnavailable)
    } finally {
      process.env.TCB_CONTEXT_CNFG = connected
    }
  })

  it('loses only the answer to a commit: StoreUnavailable, and the work is not run a second time', async () => {
    answer = (response, action) => {
      if (action === 'database.commitTransaction') return void response.destroy()
      json(response, { transactionId: 't1', data: { updated: 1 } })
    }
    let runs = 0
    const work = wxEffects().store.transact(async (transaction) => {
      runs += 1
      await transaction.put('plain', { _id: 'a', n: 1 })
    })
    await expect(work).rejects.toThrow(StoreUnavailable)
    expect(runs).toBe(1)
  })
})

describe('a database that answers with an error', () => {
  const refuse = (code: string, message: string) => (response: ServerResponse) => void json(response, { code, message })

  it('for contention on a single write: StoreBusy', async () => {
    answer = refuse('DATABASE_TRANSACTION_CONFLICT', '[ResourceUnavailable.TransactionConflict] conflict')
    await expect(calls.put()).rejects.toThrow(StoreBusy)
  })

  it('for too many requests: StoreBusy', async () => {
    answer = refuse('EXCEED_CONCURRENT_REQUEST_LIMIT', 'too many')
    await expect(calls.get()).rejects.toThrow(StoreBusy)
  })

  it('for a taken value: duplicate, or StoreDuplicate', async () => {
    answer = refuse('DATABASE_REQUEST_FAILED', 'E11000 duplicate key error collection: plain index: code')
    expect(await calls.insert()).toBe('duplicate')
    await expect(calls.put()).rejects.toThrow(StoreDuplicate)
  })

  it('inside a transaction whose work catches it: nothing is committed', async () => {
    answer = (response, action) =>
      action === 'database.insertDocument'
        ? refuse('DATABASE_REQUEST_FAILED', 'E11000 duplicate key')(response)
        : void json(response, { transactionId: 't1', data: { updated: 1 } })
    const work = wxEffects().store.transact(async (transaction) => {
      await transaction.insert('plain', { _id: 'a', n: 1 }).catch(() => undefined)
    })
    await expect(work).rejects.toThrow(StoreDuplicate)
    expect(actions).not.toContain('database.commitTransaction')
  })

  it('of another kind: an Error with the platform’s words', async () => {
    answer = refuse('DATABASE_COLLECTION_NOT_EXIST', 'collection plain does not exist')
    for (const call of Object.values(calls)) {
      const error = await call().catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(Error)
      expect(error).not.toBeInstanceOf(StoreUnavailable)
      expect((error as Error).message).toContain('collection plain does not exist')
    }
  })

  it('in conflict at the start, inside or at the commit: tried six times in all, then StoreBusy', async () => {
    for (const at of ['database.modifyDocument', 'database.commitTransaction']) {
      actions.splice(0)
      answer = (response, action) =>
        action === at
          ? refuse('DATABASE_TRANSACTION_CONFLICT', '[ResourceUnavailable.TransactionConflict] conflict')(response)
          : void json(response, { transactionId: 't1', data: { updated: 1 } })
      await expect(calls.transact()).rejects.toThrow(StoreBusy)
      expect(actions.filter((action) => action === at)).toHaveLength(6)
      expect(actions.filter((action) => action === 'database.abortTransaction')).toHaveLength(6)
    }
  }, 30_000)
})

describe('what the SDK throws', () => {
  it.each([
    ['its own time-out of fifteen seconds', Object.assign(new Error('request timeout'), { code: 'ESOCKETTIMEDOUT' })],
    [
      'the same with its code dropped',
      Object.assign(new Error('document.get:fail -501001. request timeout'), { errCode: -501001 }),
    ],
    ['a connection that takes too long', Object.assign(new Error('connect timeout'), { code: 'ETIMEDOUT' })],
    ['a name that is not found', Object.assign(new Error('getaddrinfo ENOTFOUND x'), { code: 'ENOTFOUND' })],
  ])('for %s is StoreUnavailable', (_, thrown) => expect(toStoreError(thrown)).toBeInstanceOf(StoreUnavailable))

  it('as a plain object from a commit in conflict is a conflict', () => {
    const thrown = { code: 'DATABASE_TRANSACTION_CONFLICT', message: 'conflict', requestId: 'r' }
    expect(toStoreError(thrown)).toBeInstanceOf(TransactionConflict)
    expect(toOrdinaryError(thrown)).toBeInstanceOf(StoreBusy)
  })

  it('without any reason is still an Error', () => {
    for (const thrown of [undefined, null, 'text', {}, { code: 1 }]) expect(toStoreError(thrown)).toBeInstanceOf(Error)
  })

  it('about a document whose text mentions a time-out is not taken for silence', () => {
    const thrown = Object.assign(
      new Error('collection.update:fail -502001 database request fail. Cannot apply $inc to "503 items"'),
      {
        errCode: -502001,
      },
    )
    expect(toStoreError(thrown)).toBe(thrown)
  })
})
