import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalCloud, type LocalCloud } from '../../../localcloud/start'

let folder: string
const running: LocalCloud[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'changlai-phones-'))
  mkdirSync(join(folder, 'client'))
})
afterEach(async () => {
  for (const cloud of running.splice(0)) await cloud.close()
  rmSync(folder, { recursive: true })
})

const start = async (production: boolean) => {
  const folders = { dataDir: join(folder, 'data'), functionsDir: join(folder, 'functions') }
  const staticDir = join(folder, 'client')
  const cloud = await startLocalCloud({ ...folders, staticDir, strict: 'refuse', environment: {}, production })
  running.push(cloud)
  return (path: string, init?: RequestInit) => fetch(cloud.url + path, init)
}
const writeClient = () => writeFileSync(join(folder, 'client/index.html'), '<html><head><script src="/js/app.js">')

test('a developer gets the simulator, with and without a slash, and every file that it names', async () => {
  const ask = await start(false)
  const page = await (await ask('/__local/phone')).text()
  expect(page).toContain('<title>手机模拟器')
  expect(await (await ask('/__local/phone/')).text()).toBe(page)

  const named = [...page.matchAll(/(?:src|href)="(\/__local\/phone\/[^"]+)"/g)].map(([, path]) => path!)
  const files = new Map<string, Response>()
  while (named.length > 0) {
    const path = named.pop()!
    if (files.has(path)) continue
    files.set(path, await ask(path))
    const imports = (await files.get(path)!.clone().text()).matchAll(/from '\.\/([\w-]+\.js)'/g)
    named.push(...[...imports].map(([, file]) => `/__local/phone/${file}`))
  }
  expect([...files.keys()]).toEqual(expect.arrayContaining(['/__local/phone/phone.css', '/__local/phone/scan.js']))
  for (const file of files.values()) expect(file.status).toBe(200)
  expect(files.get('/__local/phone/scan.js')!.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})

test('a phone shows the built client, and gives it a storage and a history of its own before anything of it runs', async () => {
  writeClient()
  const ask = await start(false)
  const screen = await ask('/__local/phone/screen/left/o-lin-wan?as=o-lin-wan')
  expect(screen.headers.get('cache-control')).toBe('no-store')
  const text = await screen.text()
  for (const part of ['storage.js', 'history.js']) {
    expect(text.indexOf(`/__local/phone/${part}`)).toBeGreaterThan(-1)
    expect(text.indexOf(`/__local/phone/${part}`)).toBeLessThan(text.indexOf('/js/app.js'))
  }
  expect(await (await ask('/')).text()).not.toContain('/__local/')
})

test('a phone says how to build the client when it has not been built', async () => {
  const ask = await start(false)
  expect(await (await ask('/__local/phone/screen/left/o-lin-wan')).text()).toContain('npm run build:h5')
})

test('the simulator is read only and gives nothing outside its folder', async () => {
  const ask = await start(false)
  expect((await ask('/__local/phone', { method: 'POST', body: '{}' })).status).toBe(405)
  expect((await ask('/__local/phone/screen/left/o-lin-wan', { method: 'POST', body: '{}' })).status).toBe(405)
  expect((await ask('/__local/phone/..%2fserve.ts')).status).toBe(404)
  expect((await ask('/__local/phone/nothing.js')).status).toBe(404)
})

test.each(['', '/', '/phone.html', '/phone.js', '/storage.js', '/screen/left/o-lin-wan'])(
  'in production there is no /__local/phone%s',
  async (path) => {
    writeClient()
    const ask = await start(true)
    expect((await ask(`/__local/phone${path}`)).status).toBe(404)
  },
)
