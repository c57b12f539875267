import sdk from 'wx-server-sdk'

// The SDK's own types lack what it documents.
const cloud = sdk as any
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database({ throwOnNotFound: false })
const started = Date.now()
let calls = 0

type Probe = { operation: string; input?: any }

/** A function of the tests: each operation does one thing that a test looks at. */
export async function main(event: Probe, context: unknown): Promise<unknown> {
  calls += 1
  return (operations[event.operation] ?? operations.echo!)(event.input ?? {}, event, context)
}

const operations: Record<string, (input: any, event: any, context: unknown) => Promise<unknown> | unknown> = {
  echo: (_, event) => ({ ok: true, value: event }),
  refuse: () => ({ ok: false, refusal: { code: 'not_allowed', message: 'no' } }),
  who: (_, event) => ({
    ok: true,
    value: { context: cloud.getWXContext(), event, trigger: process.env.TRIGGER_SRC ?? null },
  }),
  environment: () => ({
    ok: true,
    value: { keys: Object.keys(process.env).sort(), secret: process.env.CHANGLAI_CLAIM_CODE },
  }),
  instance: () => ({ ok: true, value: { calls, pid: process.pid, started } }),
  throw: () => {
    throw new Error('thrown on purpose')
  },
  crash: () => process.exit(7),
  spin: () => {
    for (;;);
  },
  memory: () => {
    const hoard: number[][] = []
    for (;;) hoard.push(new Array<number>(1_000_000).fill(hoard.length))
  },
  /** Takes memory outside the heap; held, it never replies. */
  buffers: async ({ megabytes, held }) => {
    const taken = Array.from({ length: megabytes }, () => Buffer.alloc(1024 * 1024, 1))
    if (held) await new Promise((resolve) => setTimeout(resolve, 60_000, taken))
    return { ok: true, value: taken.length }
  },
  time: () => ({
    ok: true,
    value: {
      now: Date.now(),
      fresh: new Date().toISOString(),
      called: Date(),
      parsed: new Date(0).toISOString(),
      same: new Date().constructor === Date,
    },
  }),
  write: async ({ id, value }) => ({ ok: true, value: await db.collection('shop').doc(id).set({ data: { value } }) }),
  read: async ({ id }) => ({ ok: true, value: (await db.collection('shop').doc(id).get()).data }),
  /** Two in parallel, then one after them: three calls, two deep. */
  fan: async () => {
    await Promise.all([db.collection('shop').doc('a').get(), db.collection('shop').doc('b').get()])
    await db
      .collection('shop')
      .doc('c')
      .set({ data: { value: 1 } })
    return { ok: true, value: null }
  },
  /** Replies at once and writes afterwards, one document after the other. */
  later: ({ ids = ['x', 'y', 'z'] }) => {
    void (async () => {
      for (const id of ids)
        await db
          .collection('shop')
          .doc(id)
          .set({ data: { who: cloud.getWXContext().OPENID } })
    })()
    return { ok: true, value: null }
  },
  /** Keeps its process busy for ever after the reply. */
  linger: () => {
    setInterval(() => undefined, 1_000)
    return { ok: true, value: process.pid }
  },
  /** Replies when the time has moved. */
  untilMoved: async () => {
    const before = Date.now()
    while (Date.now() === before) await new Promise(setImmediate)
    return { ok: true, value: Date.now() - before }
  },
  openTransaction: async ({ id, then }) => {
    const transaction = await db.startTransaction()
    await transaction
      .collection('shop')
      .doc(id)
      .set({ data: { value: 'uncommitted' } })
    if (then === 'crash') process.exit(1)
    return { ok: true, value: null }
  },
  call: async ({ name, data }) => ({ ok: true, value: (await cloud.callFunction({ name, data })).result }),
  length: (input) => ({ ok: true, value: input.length }),
  sendLong: async ({ name, length }) => {
    try {
      const data = { operation: 'length', input: 'x'.repeat(length) }
      return { ok: true, value: { received: (await cloud.callFunction({ name, data })).result.value } }
    } catch (error: any) {
      return { ok: true, value: { errMsg: error.errMsg ?? error.message } }
    }
  },
  failing: async ({ name, data }) => {
    try {
      return { ok: true, value: await cloud.callFunction({ name, data }) }
    } catch (error: any) {
      return { ok: true, value: { code: error.code, errCode: error.errCode, errMsg: error.errMsg ?? error.message } }
    }
  },
  openapi: async ({ api, data }) => {
    try {
      const target = api.split('.').reduce((at: any, key: string) => at[key], cloud.openapi)
      const answer = await target(data)
      return {
        ok: true,
        value: answer.buffer ? { contentType: answer.contentType, base64: answer.buffer.toString('base64') } : answer,
      }
    } catch (error: any) {
      return { ok: true, value: { code: error.code, errCode: error.errCode, errMsg: error.errMsg ?? error.message } }
    }
  },
  pay: async ({ api, data }) => {
    try {
      return { ok: true, value: await cloud.cloudPay[api](data) }
    } catch (error: any) {
      return { ok: true, value: { code: error.code, errCode: error.errCode, errMsg: error.errMsg ?? error.message } }
    }
  },
}
