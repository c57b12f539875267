import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalCloud, type LocalCloud } from '../../../localcloud/start'
import { useCloud } from '../../support/cloud'

const cloud = useCloud({ functions: { probe: { file: 'tests/localcloud/platform/functions/probe.ts' } } })
beforeEach(() => cloud.reset())

const write = (id: string, value: unknown = 1) => cloud.call('probe', { operation: 'write', input: { id, value } })
const ids = async () => (await cloud.dump('shop')).map(({ document }) => (document as { _id: string })._id)

describe('the control interface', () => {
  it('empties everything and ends what remembers, when it resets', async () => {
    await write('a')
    await cloud.control('values/pos-key', { keyId: 'k' }, 'PUT')
    await cloud.control('subscribe', { openid: 'oMember1', templateIds: ['t'] })
    await cloud.setClock('2031-01-01T00:00:00Z')
    await cloud.reset()
    expect(await ids()).toEqual([])
    expect(await cloud.control('subscribe')).toEqual([])
    expect(await cloud.control('clock')).toMatchObject({ frozen: false })
    expect((await cloud.request('/__local/values/pos-key')).status).toBe(404)
    const reply = await cloud.call('probe', { operation: 'instance' })
    expect(reply.ok && reply.value.calls).toBe(1)
  })

  it('lets nothing that was under way write after the reset', async () => {
    await Promise.all([cloud.call('probe', { operation: 'later' }), cloud.call('probe', { operation: 'later' })])
    await cloud.reset()
    await cloud.drain()
    expect(await ids()).toEqual([])
  })

  it('brings documents, services and time back as they were kept under a name', async () => {
    await write('kept')
    await cloud.control('values/pos-key', { keyId: 'k' }, 'PUT')
    await cloud.control('snapshot', { name: 'one' })
    await write('later')
    await cloud.control('values/pos-key', { keyId: 'other' }, 'PUT')
    await cloud.control('restore', { name: 'one' })
    expect(await ids()).toEqual(['kept'])
    expect(await cloud.control('values/pos-key')).toEqual({ keyId: 'k' })
    await write('after')
    expect(await ids()).toEqual(['after', 'kept'])
  })

  it.each(['../outside', '', 'none'])('refuses to restore "%s"', async (name) => {
    await expect(cloud.control('restore', { name })).rejects.toThrow('400')
  })

  it('answers a drain only when work after the replies is done', async () => {
    const written = Array.from({ length: 40 }, (_, index) => `id-${index + 10}`)
    await cloud.call('probe', { operation: 'later', input: { ids: written } })
    await cloud.drain()
    expect(await ids()).toEqual(written)
  })

  it('streams every document as a JSON line', async () => {
    await write('a', '一\n二')
    const text = await (await cloud.request('/__local/dump')).text()
    expect(text).toBe(`${JSON.stringify({ collection: 'shop', document: { _id: 'a', value: '一\n二' } })}\n`)
  })

  it('keeps people and values over a restart', async () => {
    await cloud.control('people', { openid: 'oManager1', name: '店长', role: 'manager' })
    await cloud.control('values/pos-key', { keyId: 'k', secret: 's' }, 'PUT')
    await cloud.restart()
    expect(await cloud.control('people')).toEqual([{ openid: 'oManager1', name: '店长', role: 'manager' }])
    expect(await cloud.control('values/pos-key')).toEqual({ keyId: 'k', secret: 's' })
  })

  it.each([
    ['POST', 'clock', 'null'],
    ['POST', 'subscribe', 'null'],
    ['POST', 'timers', '[]'],
    ['PUT', 'risk', 'null'],
    ['POST', 'reset', '1'],
    ['POST', 'faults', '[null]'],
    ['POST', 'people', 'null'],
  ])('refuses %s %s with %s as the sender’s mistake', async (method, path, body) => {
    const response = await cloud.request(`/__local/${path}`, { method, body })
    expect([response.status, (await response.json()).error]).toEqual([400, expect.stringContaining('must be')])
  })

  it('refuses what it does not understand and says why', async () => {
    await expect(cloud.control('people', { openid: 'o' })).rejects.toThrow('name must be a text')
    expect((await cloud.request('/__local/clock', { method: 'POST', body: '{' })).status).toBe(400)
    expect((await cloud.request('/__local/nothing')).status).toBe(404)
  })
})

describe('in production', () => {
  let folder: string
  let production: LocalCloud
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'changlai-production-'))
    mkdirSync(join(folder, 'static/js'), { recursive: true })
    writeFileSync(join(folder, 'static/index.html'), '<p>client</p>')
    writeFileSync(join(folder, 'static/js/app.0123abcd.js'), 'run()')
    const options = {
      dataDir: join(folder, 'data'),
      functionsDir: join(folder, 'functions'),
      staticDir: join(folder, 'static'),
    }
    production = await startLocalCloud({ ...options, strict: 'refuse', environment: {}, production: true })
  })
  afterAll(async () => {
    await production.close()
    rmSync(folder, { recursive: true })
  })

  it.each(['clock', 'dump', 'values/pos-key'])('there is no /__local/%s', async (path) => {
    expect((await fetch(`${production.url}/__local/${path}`)).status).toBe(404)
    expect((await fetch(`${production.url}/__local/${path}`, { method: 'POST', body: '{}' })).status).toBe(404)
  })

  it('nobody is believed who he says he is', async () => {
    const headers = { 'x-local-openid': 'oManager1' }
    const response = await fetch(`${production.url}/call/probe`, { method: 'POST', body: '{}', headers })
    expect([response.status, (await response.json()).refusal.code]).toEqual([403, 'openid_unproven'])
  })

  it('serves the built client: pages fresh each time, hashed files for ever, nothing outside its folder', async () => {
    const page = await fetch(`${production.url}/`)
    expect([await page.text(), page.headers.get('cache-control')]).toEqual(['<p>client</p>', 'no-cache'])
    const script = await fetch(`${production.url}/js/app.0123abcd.js`)
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect((await fetch(`${production.url}/..%2fdata%2fplatform.jsonl`)).status).toBe(404)
  })
})
