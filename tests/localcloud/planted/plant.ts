import { build, type Plugin } from 'esbuild'
import { readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { replaceOnce } from '../../support/replace-once'
import type { Start } from '../parity/local'
import type { Fault } from './fault'

const root = join(__dirname, '..', '..', '..')
// Beside the packages that the bundle asks for, and out of sight of version control and of the tests' compiler.
const folder = join(root, 'node_modules', '.cache', 'planted')

/** Bundles the local cloud, with one fault in its source or none, and gives the function that starts it. */
export async function plant(fault: Fault | null): Promise<Start> {
  const outfile = join(folder, `${process.pid}-${fault?.name.replaceAll(/\W+/g, '-') ?? 'sound'}.cjs`)
  await build({
    entryPoints: [join(root, 'localcloud', 'start.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
    plugins: [reading(fault)],
  })
  try {
    return (createRequire(__filename)(outfile) as { startLocalCloud: Start }).startLocalCloud
  } finally {
    await rm(outfile, { force: true })
  }
}

function reading(fault: Fault | null): Plugin {
  const target = fault && join(root, fault.file)
  return {
    name: 'sources-with-a-fault',
    setup(builder) {
      let planted = false
      builder.onLoad({ filter: /localcloud[\\/].*\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8')
        planted ||= path === target
        const contents = fault && path === target ? replaceOnce(source, fault) : source
        return { contents: atHome(contents, path), loader: 'ts' }
      })
      builder.onEnd(() => {
        if (fault && !planted) throw new Error(`${fault.file} is no part of the local cloud`)
      })
    },
  }
}

/** A bundle lies elsewhere; a source that starts a file beside itself still finds it. */
const atHome = (source: string, path: string) => source.replaceAll('__dirname', JSON.stringify(dirname(path)))
