import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildFunctions } from '../../scripts/functions/build'

/** Everything that goes into a bundle. */
const SOURCES = ['cloudfunctions', 'shared', 'scripts/functions', 'package-lock.json']
const STALE_MS = 3_600_000

/**
 * The functions of the product, bundled as they deploy; the folder is shared by the test files that run on the same
 * sources, so that they are bundled once. Nobody writes into it.
 */
export async function deployedFunctions(root: string): Promise<string> {
  const cache = join(root, '.cache/test-functions')
  mkdirSync(cache, { recursive: true })
  const target = join(cache, hashOf(root))
  if (existsSync(target)) return target
  const fresh = mkdtempSync(join(cache, 'building-'))
  await buildFunctions({ root, target: fresh })
  try {
    renameSync(fresh, target)
  } catch {
    // Another test file was quicker; its bundles are the same.
    rmSync(fresh, { recursive: true, force: true })
  }
  removeStale(cache, target)
  return target
}

function hashOf(root: string): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of filesUnder(join(root, source))) hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 24)
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function removeStale(cache: string, keep: string): void {
  for (const name of readdirSync(cache)) {
    const folder = join(cache, name)
    if (folder !== keep && Date.now() - statSync(folder).mtimeMs > STALE_MS)
      rmSync(folder, { recursive: true, force: true })
  }
}
