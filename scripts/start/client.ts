import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const sources = ['client', 'shared', 'package-lock.json', 'scripts/build-h5.mjs']

/** Builds the H5 client into dist/h5, unless the one there was built from these very sources. */
export async function buildClient(root: string): Promise<void> {
  const stampFile = path.join(root, 'dist/h5/.built-from')
  const stamp = hashOf(root)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  console.log('Building the client (half a minute) …')
  const built = spawnSync(process.execPath, ['scripts/build-h5.mjs'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  if (built.status !== 0) throw new Error(`The client could not be built.\n${built.stdout}\n${built.stderr}`)
  writeFileSync(stampFile, stamp)
}

function hashOf(root: string): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesOf(path.join(root, source)))) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesOf(place: string): string[] {
  if (!existsSync(place)) return []
  const entries = readdirSync(path.dirname(place), { withFileTypes: true })
  if (entries.some((entry) => entry.name === path.basename(place) && entry.isFile())) return [place]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesOf(path.join(place, name)))
}
