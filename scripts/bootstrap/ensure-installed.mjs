import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { withLock } from './lock.mjs'
import { root } from './root.mjs'
import { run, succeeds } from './run.mjs'

const modules = path.join(root, 'node_modules')
const binary = path.join(modules, 'better-sqlite3/build/Release/better_sqlite3.node')
const stampFile = path.join(modules, '.changlai-installed.json')

/**
 * Makes sure that the packages of the lockfile are installed and that a database binary is there. Uses nothing but Node, so
 * it works on a clean clone; several commands may call it at once. Throws when the packages cannot be installed.
 */
export async function ensureInstalled() {
  if (isStamped()) return
  await withLock(path.join(root, '.cache', 'install.lock'), async () => {
    if (isStamped()) return
    if (!agreesWithLockfile()) await installPackages()
    const database = await ensureDatabaseBinary()
    fs.writeFileSync(stampFile, JSON.stringify({ lockfile: lockfileHash(), node: process.version, database }))
  })
}

function isStamped() {
  const stamp = readJson(stampFile)
  return stamp?.lockfile === lockfileHash() && stamp.node === process.version
}

function lockfileHash() {
  return createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
}

/** npm leaves a copy of what it installed; packages of other platforms may be absent from it. */
function agreesWithLockfile() {
  const installed = readJson(path.join(modules, '.package-lock.json'))?.packages
  if (!installed) return false
  const wanted = readJson(path.join(root, 'package-lock.json')).packages
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true
    return installed[place] ? installed[place].version === version : optional === true
  })
}

async function installPackages() {
  console.log('Installing packages (about a minute) …')
  await run('npm', ['ci', '--no-fund', '--no-audit'])
}

/** Install scripts are off by default, so the one package that compiles is built here; without a compiler libsql serves. */
async function ensureDatabaseBinary() {
  if (await databaseLoads()) return 'better-sqlite3'
  if (takeBinary(keptBinary(), binary) && (await databaseLoads())) return 'better-sqlite3'
  console.log('Building the database binary of better-sqlite3 (about two minutes) …')
  const built = await succeeds('npm', ['rebuild', 'better-sqlite3', '--ignore-scripts=false'])
  if (built && (await databaseLoads())) {
    takeBinary(binary, keptBinary())
    return 'better-sqlite3'
  }
  console.log(
    'better-sqlite3 could not be built (a C++ compiler and Python are needed). The local cloud uses libsql instead.',
  )
  return 'libsql'
}

/** Compiling takes two minutes, so the result is kept in the user's cache for the next clone of this project. */
function keptBinary() {
  const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
  const { version } = readJson(path.join(modules, 'better-sqlite3/package.json'))
  const kind = `${process.platform}-${process.arch}-${process.versions.modules}`
  return path.join(cache, 'changlai', `better-sqlite3-${version}-${kind}.node`)
}

function takeBinary(from, to) {
  try {
    fs.mkdirSync(path.dirname(to), { recursive: true })
    fs.copyFileSync(from, to)
    return true
  } catch {
    return false
  }
}

function databaseLoads() {
  return succeeds(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"], { stdio: 'ignore' })
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
