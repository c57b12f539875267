import { useCloud } from '../../support/cloud'

const file = 'tests/localcloud/platform/functions/probe.ts'
const cloud = useCloud({
  instancesMax: 2,
  functions: {
    probe: { file },
    broken: { source: 'throw new Error("cannot be loaded")' },
    hasty: { file, config: { timeout: 1 } },
    small: { file, config: { memorySize: 64 } },
  },
})
beforeEach(() => cloud.reset())

const value = async (name: string, operation: string, input?: object) => {
  const reply = await cloud.call(name, { operation, input }, 'oMember1')
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.value
}

describe('the function pool', () => {
  it('starts cold once and answers warm afterwards, in the same process', async () => {
    const first = await value('probe', 'instance')
    const second = await value('probe', 'instance')
    expect(second).toEqual({ ...first, calls: 2 })
    expect(await cloud.statistics()).toMatchObject({ invocations: 2, coldStarts: 1, warmStarts: 1 })
  })

  it('runs one invocation at a time in a process, in at most as many processes as allowed, and answers all', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => value('probe', 'instance')))
    expect(new Set(replies.map(({ pid }) => pid)).size).toBe(2)
    expect(replies).toHaveLength(12)
  })

  it('ends a function at its time limit and says so as the platform does', async () => {
    expect(await cloud.call('hasty', { operation: 'spin' })).toMatchObject({
      ok: false,
      refusal: { code: 'function_timed_out', details: { message: 'Invoking task timed out after 1 seconds' } },
    })
    expect(await value('hasty', 'instance')).toMatchObject({ calls: 1 })
  })

  it('ends a function at its memory limit and the next call finds a new process', async () => {
    expect(await cloud.call('small', { operation: 'memory' })).toMatchObject({
      ok: false,
      refusal: { code: 'function_failed' },
    })
    expect(await value('small', 'instance')).toMatchObject({ calls: 1 })
  })

  // Only there does a machine tell what a process takes in all.
  const onLinux = process.platform === 'linux' ? it : it.skip
  onLinux.each([true, false])('counts buffers too, also those already let go (held: %s)', async (held) => {
    const reply = await cloud.call('small', { operation: 'buffers', input: { megabytes: 300, held } })
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'function_failed' } })
    expect(!reply.ok && reply.refusal.details.message).toContain('MemoryLimitReached')
    expect(await value('small', 'instance')).toMatchObject({ calls: 1 })
  })

  it('answers what a function throws as a failure, with its message for the developer, and keeps the process', async () => {
    const { pid } = await value('probe', 'instance')
    const reply = await cloud.call('probe', { operation: 'throw' })
    expect(reply).toMatchObject({
      ok: false,
      refusal: { code: 'function_failed', details: { code: 'FUNCTIONS_EXECUTE_FAIL' } },
    })
    expect(!reply.ok && reply.refusal.details.message).toContain('thrown on purpose')
    expect(await value('probe', 'instance')).toMatchObject({ pid })
  })

  it('answers a crash as a failure and starts anew', async () => {
    expect(await cloud.call('probe', { operation: 'crash' })).toMatchObject({
      ok: false,
      refusal: { code: 'function_failed' },
    })
    expect(await value('probe', 'instance')).toMatchObject({ calls: 1 })
    expect((await cloud.operation('probe', 'crash')).failed).toBe(1)
  })

  it('says why a bundle cannot be loaded', async () => {
    const reply = await cloud.call('broken', {})
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'function_failed' } })
    expect(!reply.ok && reply.refusal.details.message).toContain('cannot be loaded')
  })

  it('rolls back the open transaction of a process that ended, so that the next writer need not wait', async () => {
    await cloud.call('probe', { operation: 'openTransaction', input: { id: 'held', then: 'crash' } })
    await value('probe', 'write', { id: 'held', value: 'after' })
    expect(await value('probe', 'read', { id: 'held' })).toEqual({ _id: 'held', value: 'after' })
  })

  it('shows a function the settings of the shop and nothing else of the machine', async () => {
    process.env.OF_THE_MACHINE = 'secret'
    const { keys, secret } = await value('probe', 'environment')
    expect(secret).toBe('claim-code-for-tests')
    expect(keys).not.toContain('OF_THE_MACHINE')
    expect(keys).not.toContain('HOME')
  })

  it('lets work go on after the reply, with the identity of its own invocation', async () => {
    await Promise.all([cloud.call('probe', { operation: 'later' }, 'oFirst1'), value('probe', 'who')])
    await cloud.call('probe', { operation: 'who' }, 'oSecond2')
    await cloud.drain()
    const written = await cloud.dump('shop')
    expect(written.map(({ document }) => document)).toEqual(['x', 'y', 'z'].map((_id) => ({ _id, who: 'oFirst1' })))
  })

  it('carries the identity on when a function calls a function', async () => {
    const inner = await value('probe', 'call', { name: 'small', data: { operation: 'who' } })
    expect(inner.value.context).toMatchObject({ OPENID: 'oMember1', SOURCE: 'wx_client,scf' })
  })

  it('takes an event just under 6 MB from a function and refuses a larger one', async () => {
    const call = (length: number) =>
      value('probe', 'sendLong', { name: 'small', length }).then(({ errMsg, received }) => errMsg ?? received)
    expect(await call(6 * 1024 * 1024 - 200)).toBe(6 * 1024 * 1024 - 200)
    expect(await call(6 * 1024 * 1024)).toContain('RequestTooLarge')
    expect((await cloud.operation('small', 'length')).calls).toBe(1)
  })

  it('answers a call of the SDK whose event is broken with an error of the platform', async () => {
    const body = JSON.stringify({ action: 'functions.invokeFunction', function_name: 'probe', request_data: '{' })
    const response = await cloud.request('/admin', { method: 'POST', body })
    expect([response.status, (await response.json()).code]).toEqual([200, 'INVALID_PARAM'])
  })

  it('tells a calling function by its code that the other failed', async () => {
    expect(await value('probe', 'failing', { name: 'small', data: { operation: 'throw' } })).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
    })
  })

  it('refuses by name what is not emulated', async () => {
    const { errCode, errMsg } = await value('probe', 'openapi', { api: 'logistics.addOrder', data: {} })
    expect(errCode).toBe(-501007)
    expect(errMsg).toContain('does not emulate openapi.logistics.addOrder')
  })
})
