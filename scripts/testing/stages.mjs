import fs from 'node:fs'
import path from 'node:path'
import { checks, runCheck } from '../bootstrap/checks.mjs'
import { root } from '../bootstrap/root.mjs'
import { runTypeScript, succeeds } from '../bootstrap/run.mjs'
import { ensureChromium } from './chromium.mjs'
import { proveCleanStart } from './clean-start.mjs'
import { runJest } from './jest.mjs'

/**
 * What `npm test` runs, in order: each stage has a heading and gives how many of its proofs passed and failed. The builds come
 * before the tests that read what they leave in dist.
 */
export const stages = [
  ...checks.map((check) => ({ name: `check: ${check.name}`, run: () => once(() => runCheck(check)) })),
  {
    name: 'cloud functions: bundles and sizes',
    run: () => once(async () => !(await runTypeScript('scripts/build-functions.ts', []))),
  },
  {
    name: 'mini-program: build, the platform’s compilers, sizes',
    run: () => once(() => node('scripts/build-weapp.mjs')),
  },
  { name: 'rules, operations and architecture', run: () => runJest(['node']) },
  { name: 'client', run: () => runJest(['client']) },
  { name: 'mini-program: compiled pages', run: () => runJest(['weapp']) },
  { name: 'browser journeys', run: browserJourneys },
  {
    name: 'clean start: npm start and npm run pos on a bare clone',
    run: () => once(() => proveCleanStart().then(() => true)),
  },
]

/** The long forms: one slice for each file, and the clean start without any cache. */
export function fullStages() {
  return [
    ...stages,
    ...fullFiles(path.join(root, 'tests')).map((file) => ({
      name: file,
      run: () => runJest(['full'], { files: [file] }),
    })),
    { name: 'clean start with a compiler', run: () => once(() => proveCleanStart({ bare: true }).then(() => true)) },
  ]
}

async function once(prove) {
  return (await prove()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function browserJourneys() {
  process.env.CHROMIUM_PATH = await ensureChromium()
  const built = await runTypeScript('scripts/start/client-main.ts', [])
  if (built !== 0) return { passed: 0, failed: 1 }
  return runJest(['journeys'], { workers: 1 })
}

function node(script) {
  return succeeds(process.execPath, [script])
}

function fullFiles(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.full.test.ts'))
    .map((name) => path.posix.join('tests', name.replaceAll('\\', '/')))
    .sort()
}
