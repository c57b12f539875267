import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { presets } from '../../shared/programme/presets/presets'
import { asManager, useShopFolder } from './shop'

const shop = useShopFolder()

test('the first start fills a demonstration shop, says where everything is, and the next one finds it as it was', async () => {
  const first = await shop.start('--port', '0')
  for (const openid of ['o-manager-zhou', 'o-lin-wan', 'o-visitor-gu']) expect(first.said()).toContain(`/?as=${openid}`)
  const totals = await asManager(first.url, 'members.totals')
  expect(totals).toMatchObject({ members: 52, orders: 309 })
  await first.stop()

  const second = await shop.start('--port', '0')
  for (const once of ['Loading', 'Claim code']) expect(second.said()).not.toContain(once)
  expect(await asManager(second.url, 'members.totals')).toEqual(totals)
})

test('a first start that was cut off in the middle is taken up again and counts nothing twice', async () => {
  const begun = shop.start('--port', '0').catch(() => undefined)
  const readable = (): boolean => {
    try {
      return statSync(path.join(shop.data(), 'database.sqlite-wal')).size > 0
    } catch {
      return false
    }
  }
  while (!readable()) await new Promise((resolve) => setImmediate(resolve))
  const pid = Number(readFileSync(path.join(shop.data(), 'running.pid'), 'utf8'))
  process.kill(pid, 'SIGKILL')
  await begun

  const again = await shop.start('--port', '0')
  expect(await asManager(again.url, 'members.totals')).toMatchObject({ members: 52, orders: 309 })
  expect(await asManager(again.url, 'books.audit')).toBeTruthy()
})

describe('an empty shop', () => {
  const shop = useShopFolder({ shared: true })
  let url = ''
  let said = (): string => ''
  beforeAll(async () => {
    ;({ url, said } = await shop.start(
      '--empty',
      '--programme',
      'express-courier',
      '--port',
      '0',
      '--day',
      '2026-05-21',
    ))
  })

  test('has its programme, its stores and a till key, and nobody in it', async () => {
    expect(await asManager(url, 'members.totals')).toMatchObject({ members: 0, orders: 0, spendFen: 0, points: 0 })
    const key: any = await (await fetch(`${url}/__local/values/pos-key`)).json()
    expect(key).toEqual({ keyId: expect.any(String), secret: expect.any(String) })
  })

  test('prints the one-time claim code by which its first manager came, and that code makes no second one', async () => {
    const { claimCode } = JSON.parse(readFileSync(path.join(shop.data(), 'secrets.json'), 'utf8'))
    expect(said()).toContain(`Claim code ${claimCode}, good once`)
    const input = {
      claimCode,
      name: '另一家',
      managerName: '路人',
      preset: 'demo-tea',
      stores: [{ id: 'S1', name: '一店' }],
    }
    const body = JSON.stringify({ operation: 'shop.found', input, requestId: 'second-founding-1' })
    const headers = { 'content-type': 'application/json', 'x-local-openid': 'o-stranger' }
    const answer: any = await (await fetch(`${url}/call/manager`, { method: 'POST', headers, body })).json()
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'shop_already_founded' } })
  })

  test('has secrets that can be read by their owner alone', () => {
    expect(statSync(path.join(shop.data(), 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  test('lives on the day that was asked for', async () => {
    const { now }: any = await (await fetch(`${url}/__local/clock`)).json()
    expect(now).toMatch(/^2026-05-21T06:/)
  })

  test('is not started a second time while it runs', async () => {
    const ended = await shop.refused('--empty', '--port', '0')
    expect(ended).toMatchObject({ code: 1, said: expect.stringContaining('is running already') })
  })
})

test('--fresh begins anew, and leaves a folder alone that is no shop', async () => {
  await (await shop.start('--empty', '--port', '0')).stop()
  const asked = await shop.refused('--port', '0')
  expect(asked).toMatchObject({ code: 1, said: expect.stringContaining('--fresh begins anew') })

  const anew = await shop.start('--fresh', '--empty', '--programme', 'demo-tea', '--port', '0')
  expect(anew.said()).toContain('programme demo-tea')

  mkdirSync(shop.path('papers'))
  writeFileSync(shop.path('papers/letter.txt'), 'dear')
  const kept = await shop.refused('--fresh', '--data', shop.path('papers'))
  expect(kept).toMatchObject({ code: 1, said: expect.stringContaining('holds no shop of ours') })
  expect(statSync(shop.path('papers/letter.txt')).size).toBe(4)
})

test('a port that is taken is named, and nothing is left running', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const ended = await shop.refused('--empty', '--port', String(port))
  await new Promise((resolve) => other.close(resolve))
  expect(ended).toMatchObject({ code: 1, said: expect.stringContaining(`Port ${port} is taken`) })
})

test.each([
  [['--emty'], "Unknown option '--emty'"],
  [['--empty', '--programme', 'gold-rush'], `There are: ${Object.keys(presets).sort().join(', ')}.`],
  [['--programme', 'express-courier'], '--programme goes with --empty'],
  [['--day', '2026-02-30'], '2026-02-30 is no day'],
  [['--port', 'eighty'], 'eighty is no port'],
  [['--port', '70000'], '70000 is no port'],
])('%j is explained before anything is done', async (flags, sentence) => {
  const ended = await shop.refused(...flags)
  expect(ended).toMatchObject({ code: 2, said: expect.stringContaining(sentence) })
  expect(() => statSync(shop.data())).toThrow()
})
