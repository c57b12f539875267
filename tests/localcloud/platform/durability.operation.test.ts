import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { build } from 'esbuild'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = resolve(__dirname, '../../..')
let folder: string
const started: ChildProcess[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'changlai-durability-'))
  await build({
    entryPoints: [join(ROOT, 'tests/localcloud/platform/functions/probe.ts')],
    outfile: join(folder, 'functions/probe/index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  })
  writeFileSync(join(folder, 'functions/probe/config.json'), '{"timeout":20}')
})
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const start = async () => {
  const flags = [
    '--port',
    '0',
    '--data',
    join(folder, 'data'),
    '--functions',
    join(folder, 'functions'),
    '--static',
    folder,
    '--json',
  ]
  const child = spawn(process.execPath, ['--import', 'tsx', 'localcloud/main.ts', ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  return { child, url }
}
const call = async (url: string, operation: string, input: object = {}) => {
  const response = await fetch(`${url}/call/probe`, { method: 'POST', body: JSON.stringify({ operation, input }) })
  return (await response.json()) as { ok: boolean; value: any }
}
const gone = async (pid: number) => {
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return true
    }
    await new Promise((wake) => setTimeout(wake, 10))
  }
}

describe('the local cloud as a program', () => {
  it('loses nothing that was acknowledged when it is killed, and its function processes end with it', async () => {
    const first = await start()
    const { value: pid } = await call(first.url, 'linger')
    const acknowledged: string[] = []
    let writing = true
    const writer = async (name: string) => {
      for (let n = 0; writing; n++) {
        const reply = await call(first.url, 'write', { id: `${name}-${n}`, value: n }).catch(() => ({ ok: false }))
        if (!reply.ok) return
        acknowledged.push(`${name}-${n}`)
        if (acknowledged.length === 60) first.child.kill('SIGKILL')
      }
    }
    await Promise.all([once(first.child, 'exit'), ...['a', 'b', 'c'].map(writer)])
    writing = false
    expect(await gone(pid)).toBe(true)

    const second = await start()
    const dump = await (await fetch(`${second.url}/__local/dump`)).text()
    const kept = new Set(
      dump
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).document._id),
    )
    expect(acknowledged.length).toBeGreaterThanOrEqual(60)
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    second.child.kill('SIGKILL')
    await once(second.child, 'exit')
  })

  it('closes cleanly on SIGTERM and leaves no process behind', async () => {
    const { child, url } = await start()
    const { value: instance } = await call(url, 'instance')
    child.kill('SIGTERM')
    const [code] = (await once(child, 'exit')) as [number | null]
    expect(code).toBe(0)
    expect(await gone(instance.pid)).toBe(true)
  })

  it('says what flags there are when it does not know one', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'localcloud/main.ts', '--nonsense'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    started.push(child)
    let said = ''
    child.stderr!.on('data', (chunk) => (said += chunk))
    const [code] = (await once(child, 'close')) as [number]
    expect(code).toBe(1)
    expect(said).toContain('--port')
  })
})
