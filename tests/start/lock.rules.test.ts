import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const lockModule = path.resolve(__dirname, '../../scripts/bootstrap/lock.mjs')

/** A process that takes the lock, notes when it is inside and outside, and ends. */
const worker = `
  import fs from 'node:fs'
  import { setImmediate } from 'node:timers/promises'
  const [module, lock, journal] = process.argv.slice(-3)
  const { withLock } = await import(module)
  await withLock(lock, async () => {
    fs.appendFileSync(journal, 'in\\n')
    for (let turn = 0; turn < 200; turn += 1) await setImmediate()
    fs.appendFileSync(journal, 'out\\n')
  })
`

let folder = ''
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'changlai-lock-'))))
afterEach(() => rmSync(folder, { recursive: true }))

test('of several commands that find nothing installed, one installs at a time', async () => {
  const journal = path.join(folder, 'journal')
  const codes = await Promise.all(Array.from({ length: 4 }, () => work(journal)))
  expect(codes).toEqual([0, 0, 0, 0])
  expect(lines(journal)).toEqual(Array.from({ length: 4 }, () => ['in', 'out']).flat())
})

test('an install that was killed does not block the next one', async () => {
  const journal = path.join(folder, 'journal')
  writeFileSync(path.join(folder, 'lock'), String(await pidOfNobody()))
  expect(await work(journal)).toBe(0)
  expect(lines(journal)).toEqual(['in', 'out'])
})

function work(journal: string): Promise<number | null> {
  const args = ['--input-type=module', '-e', worker, '--', lockModule, path.join(folder, 'lock'), journal]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((resolve) => child.on('close', resolve))
}

function pidOfNobody(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  return new Promise((resolve) => child.on('close', () => resolve(child.pid ?? 0)))
}

function lines(file: string): string[] {
  return readFileSync(file, 'utf8').trim().split('\n')
}
