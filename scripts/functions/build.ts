import { build } from 'esbuild'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { lighter } from './lighter'

export type FunctionBundle = { name: string; bytes: number }
export type BuildOptions = { root: string; target: string }

/** 1.4 MB. The SDK takes 1,360,000 bytes of it when minified (2,800,000 when not), 860,000 without what no function uses. */
export const bundleBytesMax = 1_468_006

/**
 * Bundles every audience folder of `cloudfunctions/` (those with an `index.ts`) whole, so that a deployed function installs
 * nothing. Throws when a bundle is too large or leaves anything but Node's own modules outside. Folders of functions that no
 * longer exist are removed.
 */
export async function buildFunctions({ root, target }: BuildOptions): Promise<FunctionBundle[]> {
  const source = path.join(root, 'cloudfunctions')
  const names = functionNames(source)
  removeStale(target, names)
  return Promise.all(names.map((name) => buildOne(path.join(source, name), path.join(target, name))))
}

/** The deployed functions: one folder per audience. */
export function functionNames(source: string): string[] {
  return readdirSync(source)
    .filter((name) => !name.startsWith('_') && existsSync(path.join(source, name, 'index.ts')))
    .sort()
}

async function buildOne(source: string, target: string): Promise<FunctionBundle> {
  const name = path.basename(source)
  mkdirSync(target, { recursive: true })
  const outfile = path.join(target, 'index.js')
  const result = await build({
    entryPoints: [path.join(source, 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    // Chinese as it is written takes half the room of its escapes.
    charset: 'utf8',
    treeShaking: true,
    minify: true,
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'silent',
    plugins: [lighter],
  })
  const { imports } = Object.values(result.metafile.outputs)[0] ?? { imports: [] }
  refuseExternals(
    name,
    imports.filter(({ external }) => external === true).map((one) => one.path),
  )
  const code = result.outputFiles[0]?.contents ?? new Uint8Array()
  const bytes = code.byteLength
  if (bytes > bundleBytesMax) throw new Error(`${name}: the bundle has ${bytes} bytes, more than ${bundleBytesMax}`)
  copyDescription(source, target)
  writeWhole(outfile, code)
  return { name, bytes }
}

function refuseExternals(name: string, externals: string[]): void {
  const unexpected = externals.filter((one) => !builtinModules.includes(one.replace(/^node:/, '')))
  if (unexpected.length > 0)
    throw new Error(`${name}: the bundle leaves outside: ${[...new Set(unexpected)].join(', ')}`)
}

/** Everything is in the bundle, so the deployed package depends on nothing. */
function copyDescription(source: string, target: string): void {
  const description = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as Record<string, unknown>
  const deployed = { ...description, main: 'index.js', dependencies: {} }
  writeWhole(path.join(target, 'package.json'), Buffer.from(`${JSON.stringify(deployed, null, 2)}\n`))
  writeWhole(path.join(target, 'config.json'), readFileSync(path.join(source, 'config.json')))
}

/** A local cloud may be starting processes from this very file: it finds the old one or the new one, never half of one. */
function writeWhole(file: string, content: Uint8Array): void {
  if (existsSync(file) && readFileSync(file).equals(content)) return
  const aside = `${file}.${process.pid}.tmp`
  writeFileSync(aside, content)
  renameSync(aside, file)
}

function removeStale(target: string, names: string[]): void {
  mkdirSync(target, { recursive: true })
  for (const entry of readdirSync(target, { withFileTypes: true })) {
    if (entry.isDirectory() && !names.includes(entry.name)) rmSync(path.join(target, entry.name), { recursive: true })
  }
}
