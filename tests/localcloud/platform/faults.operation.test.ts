import { useCloud } from '../../support/cloud'

const cloud = useCloud({ functions: { probe: { file: 'tests/localcloud/platform/functions/probe.ts' } } })
beforeEach(() => cloud.reset({ keepProcesses: true }))

const write = (id: string) => cloud.call('probe', { operation: 'write', input: { id, value: 1 } })
const ids = async () => (await cloud.dump('shop')).map(({ document }) => (document as { _id: string })._id)

describe('the fault plan', () => {
  it('kills a function before its n-th database call is executed', async () => {
    await cloud.plant({ function: 'probe', operation: 'fan', atCall: 3, kind: 'kill' })
    expect(await cloud.call('probe', { operation: 'fan' })).toMatchObject({
      ok: false,
      refusal: { code: 'function_failed' },
    })
    expect(await ids()).toEqual([])
  })

  it('kills a function after the call was executed and before it is answered', async () => {
    await cloud.plant({ atCall: 1, kind: 'kill', after: true })
    expect(await write('a')).toMatchObject({ ok: false, refusal: { code: 'function_failed' } })
    expect(await ids()).toEqual(['a'])
  })

  it('commits and drops the answer, so that the function sees an error for what was done', async () => {
    await cloud.plant({ operation: 'write', atCall: 1, kind: 'commit-then-drop' })
    const reply = await write('a')
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'function_failed' } })
    expect(await ids()).toEqual(['a'])
  })

  it('raises a conflict without executing', async () => {
    await cloud.plant({ atCall: 1, kind: 'conflict' })
    const reply = await write('a')
    expect(!reply.ok && reply.refusal.details.message).toContain('ResourceUnavailable.TransactionConflict')
    expect(await ids()).toEqual([])
  })

  it('delays a call and executes it', async () => {
    await cloud.plant({ atCall: 1, kind: 'delay', ms: 5 })
    expect(await write('a')).toMatchObject({ ok: true })
    expect(await cloud.control('faults')).toEqual([])
  })

  it('strikes as many invocations as it was told, and only those it names', async () => {
    await cloud.plant({ operation: 'write', atCall: 1, kind: 'conflict', times: 2 })
    expect(await cloud.call('probe', { operation: 'read', input: { id: 'a' } })).toMatchObject({ ok: true })
    expect((await Promise.all([write('a'), write('b')])).map(({ ok }) => ok)).toEqual([false, false])
    expect(await write('c')).toMatchObject({ ok: true })
  })

  it('strikes one invocation at one call only', async () => {
    await cloud.plant({ operation: 'fan', atCall: 1, kind: 'delay', ms: 0, times: 2 })
    await cloud.call('probe', { operation: 'fan' })
    expect(await cloud.control('faults')).toMatchObject([{ times: 1 }])
  })

  it('refuses a plan that it does not understand', async () => {
    await expect(cloud.plant({ atCall: 0, kind: 'kill' })).rejects.toThrow('400')
    await expect(cloud.control('faults', [{ atCall: 1, kind: 'explode' }])).rejects.toThrow('400')
  })
})

describe('statistics', () => {
  it('count calls and how many of them waited for each other', async () => {
    await cloud.call('probe', { operation: 'fan' })
    expect(await cloud.operation('probe', 'fan')).toMatchObject({
      calls: 1,
      databaseCalls: { min: 3, max: 3, last: 3, total: 3 },
      sequential: { min: 2, max: 2, last: 2 },
      documentsRead: { last: 0 },
      documentsWritten: { last: 1 },
    })
  })

  it('count work after the reply in all calls and not among those that the caller waited for', async () => {
    await cloud.call('probe', { operation: 'later' })
    await cloud.drain()
    const { databaseCalls, sequential } = await cloud.operation('probe', 'later')
    expect(databaseCalls.total).toBe(3)
    expect(sequential.max).toBeLessThanOrEqual(1)
  })

  it('count refusals and begin anew when cleared', async () => {
    await cloud.call('probe', { operation: 'refuse' })
    expect(await cloud.operation('probe', 'refuse')).toMatchObject({ calls: 1, refused: 1, failed: 0 })
    await cloud.control('statistics', undefined, 'DELETE')
    expect(await cloud.statistics()).toMatchObject({ invocations: 0, operations: [] })
  })
})
