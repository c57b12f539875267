import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs `work` while no other process of this project holds the lock `file`. A lock whose owner is no longer alive is taken
 * over, so that an interrupted install never blocks the next one.
 */
export async function withLock(file, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  let told = false
  while (!take(file)) {
    if (!told) console.log('Another command is installing; waiting for it …')
    told = true
    await sleep(500)
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    removeWhenAbandoned(file)
    return false
  }
}

function removeWhenAbandoned(file) {
  const owner = readOwner(file)
  if (owner === undefined || isAlive(owner)) return
  // Renaming is atomic: of several that see the abandoned lock, one takes it away, and none takes away a new one.
  const aside = `${file}.${process.pid}`
  try {
    fs.renameSync(file, aside)
  } catch {
    return
  }
  if (readOwner(aside) === owner) fs.rmSync(aside, { force: true })
  else fs.renameSync(aside, file)
}

function readOwner(file) {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8'))
    return pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
