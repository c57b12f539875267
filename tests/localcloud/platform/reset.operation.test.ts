import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import sdk from 'wx-server-sdk'
import { useCloud } from '../../support/cloud'

// The SDK's own types lack what it documents.
const wx = sdk as any
const cloud = useCloud({
  instancesMax: 1,
  functions: { probe: { file: 'tests/localcloud/platform/functions/probe.ts' } },
})
beforeEach(() => cloud.reset())

const write = (id: string, value: unknown) => cloud.call('probe', { operation: 'write', input: { id, value } })
const documents = async () => (await cloud.dump('shop')).map(({ document }) => document)
const struck = async () => {
  while ((await cloud.control('faults')).length > 0) await new Promise(setImmediate)
}
/** Held up as long as the write and begun later: when this is done, the other would have been. */
const outlast = async () => {
  await cloud.plant({ atCall: 1, kind: 'delay', ms: 500 })
  await cloud.call('probe', { operation: 'read', input: { id: 'any' } })
}

describe('when the data is replaced', () => {
  it('a request that was held up on its way writes nothing into what is restored', async () => {
    await write('kept', 'kept')
    await cloud.control('snapshot', { name: 'before' })
    await cloud.plant({ atCall: 1, kind: 'delay', ms: 500 })
    const late = write('kept', 'overwritten')
    await struck()
    await cloud.control('restore', { name: 'before' })
    await late
    await outlast()
    expect(await documents()).toEqual([{ _id: 'kept', value: 'kept' }])
  })

  it('a request that was held up on its way writes nothing into what is empty', async () => {
    await write('warm', 1)
    await cloud.plant({ atCall: 1, kind: 'delay', ms: 500 })
    const late = write('ghost', 1)
    await struck()
    await cloud.reset()
    await late
    await outlast()
    expect(await documents()).toEqual([])
  })

  it('a writer that waits for a transaction is not waited for, whoever opened it', async () => {
    await cloud.setClock('2030-01-01T00:00:00Z')
    await cloud.plant({ operation: 'write', atCall: 1, kind: 'delay', ms: 0 })
    await cloud.run(async () => {
      wx.init({ env: wx.DYNAMIC_CURRENT_ENV })
      const transaction = await wx.database({ throwOnNotFound: false }).startTransaction()
      await transaction
        .collection('shop')
        .doc('held')
        .set({ data: { value: 'uncommitted' } })
      const waiting = write('held', 'ghost')
      await struck()
      await cloud.reset()
      await waiting
    })
    await cloud.drain()
    expect(await documents()).toEqual([])
  })

  it('a call that waits for a process is turned away, and none goes on with what it remembers', async () => {
    await cloud.plant({ operation: 'fan', atCall: 1, kind: 'delay', ms: 300 })
    const calls = Array.from({ length: 6 }, () => cloud.call('probe', { operation: 'fan' }))
    await struck()
    await cloud.reset()
    const replies = await Promise.all(calls)
    expect(replies.map(({ ok }) => ok)).toEqual(replies.map(() => false))
    expect(await cloud.control('statistics')).toMatchObject({ invocations: 0, processes: 0 })
    expect(await documents()).toEqual([])
  })
})

describe('when a bundle is built anew', () => {
  it('a call that came later and waited runs in the new one', async () => {
    const instance = async () => {
      const reply = await cloud.call('probe', { operation: 'instance' })
      return reply.ok ? reply.value : reply
    }
    const { pid } = await instance()
    await cloud.plant({ operation: 'fan', atCall: 1, kind: 'delay', ms: 300 })
    const before = cloud.call('probe', { operation: 'fan' })
    await struck()
    utimesSync(join(cloud.dataDir, '../functions/probe/index.js'), 2e9, 2e9)
    const after = await instance()
    expect(await before).toMatchObject({ ok: true })
    expect(after).toMatchObject({ calls: 1 })
    expect(after.pid).not.toBe(pid)
  })
})
