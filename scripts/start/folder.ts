import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Takes the data folder for this process alone and gives the function that lets it go: two clouds over one database would
 * each believe to be the only one. Throws a sentence when another one runs.
 */
export function claimFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'running.pid')
  const owner = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (owner > 0 && owner !== process.pid && isAlive(owner)) {
    throw new Error(
      `The shop in ${folder} is running already (process ${owner}). Stop it first, or choose another --data.`,
    )
  }
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}

/** Forgets the shop that is kept there. A folder that holds something else is left alone. */
export function emptyFolder(folder: string): void {
  const kept = readdirSync(folder).filter((name) => name !== 'running.pid')
  if (kept.length > 0 && !kept.includes('secrets.json')) {
    throw new Error(`${folder} holds no shop of ours, so it is not emptied.`)
  }
  for (const name of kept) rmSync(path.join(folder, name), { recursive: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
