import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../bootstrap/root.mjs'

const patienceMs = 15 * 60_000

/**
 * Proves the two commands on a clean clone: the files of the project and nothing else, in a folder that has nothing beside
 * it, without node_modules. The shop starts, a till sends real orders, the manager reads the totals. Throws when it does not.
 * With `bare`, nothing that an earlier build left in the user's cache is used.
 */
export async function proveCleanStart({ bare = false } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'changlai-clean-'))
  const clone = path.join(folder, 'changlai')
  copyProject(clone)
  const cache = bare ? { XDG_CACHE_HOME: path.join(folder, 'cache') } : {}
  const env = { ...process.env, ...cache, npm_config_prefer_offline: 'true' }
  const shop = spawn('npm', ['start', '--', '--empty', '--port', '0'], { cwd: clone, env, detached: true })
  try {
    const url = await addressOf(shop)
    await expectClient(url)
    await sendOrders(clone, env, url)
    expectTotals(await totals(url))
    await stop(shop)
  } finally {
    killGroup(shop)
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** What a clone would have if everything were committed now. */
function copyProject(clone) {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of list.split('\0').filter((name) => name && fs.existsSync(path.join(root, name)))) {
    fs.mkdirSync(path.dirname(path.join(clone, file)), { recursive: true })
    fs.copyFileSync(path.join(root, file), path.join(clone, file))
  }
}

function addressOf(shop) {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => reject(new Error(`npm start did not get ready.\n${said}`)), patienceMs)
    const hear = (chunk) => {
      said += chunk
      const address = /Client\s+(http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1]
      if (!address) return
      clearTimeout(late)
      resolve(address)
    }
    shop.stdout.on('data', hear)
    shop.stderr.on('data', hear)
    shop.on('close', (code) => {
      clearTimeout(late)
      reject(new Error(`npm start ended with code ${code}.\n${said}`))
    })
  })
}

async function expectClient(url) {
  const page = await (await fetch(`${url}/`)).text()
  if (!/<script[^>]+src=/.test(page)) throw new Error('npm start serves no client.')
}

function sendOrders(clone, env, url) {
  const orders = ['--orders', 'tests/fixtures/orders-1.csv', '--store', 'S1', '--url', url]
  const till = spawn('npm', ['run', '-s', 'pos', '--', ...orders], {
    cwd: clone,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    till.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`npm run pos ended with code ${code}.`))))
  })
}

async function totals(url) {
  const people = await (await fetch(`${url}/__local/people`)).json()
  const { openid } = people.find(({ role }) => role === 'manager')
  const response = await fetch(`${url}/call/manager`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-openid': openid },
    body: JSON.stringify({ operation: 'members.totals', input: {} }),
  })
  return (await response.json()).value
}

/** Counted independently of this program, from the same file. */
function expectTotals({ members, spendFen, points }) {
  const seen = JSON.stringify({ members, spendFen, points })
  const wanted = JSON.stringify({ members: 236, spendFen: 3_535_053, points: 45_942 })
  if (seen !== wanted) throw new Error(`The manager reads ${seen} instead of ${wanted}.`)
}

function stop(shop) {
  return new Promise((resolve, reject) => {
    shop.removeAllListeners('close')
    const late = setTimeout(() => reject(new Error('Ctrl-C does not stop npm start.')), 30_000)
    shop.on('close', () => {
      clearTimeout(late)
      resolve()
    })
    process.kill(-shop.pid, 'SIGINT')
  })
}

function killGroup(shop) {
  try {
    process.kill(-shop.pid, 'SIGKILL')
  } catch {
    // Everything has ended already.
  }
}
