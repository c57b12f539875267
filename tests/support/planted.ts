import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { replaceOnce } from './replace-once'

/** A fault as a change of one source file; `find` must stand in it exactly once. The path is relative to the project. */
export type PlantedFault = { file: string; find: string; replace: string }

/** The tests that are to see it: a test file, and a pattern of test names to run no more than needed. */
export type Watch = { test: string; name?: string; project?: string }

export type Seen = { failed: string[]; passed: string[] }

const root = resolve(__dirname, '..', '..')
/** What a copy does without: packages are linked, the rest is built or made anew where it is needed. */
const leftOut = new Set(['node_modules', 'dist', '.git', '.data', '.cache', 'coverage'])

/**
 * Tells whether a test fails when a fault is planted. The project's sources are copied to a temporary folder with the
 * fault in them and the test is run there, so that nothing else running on the project meets the fault.
 *
 * Throws when nothing can be learned: the text to replace does not stand there once, no test has that name, or the copy
 * does not even compile.
 */
export async function failsWith(faults: PlantedFault | PlantedFault[], watch: Watch): Promise<boolean> {
  return (await runWith(faults, watch)).failed.length > 0
}

/** The same, with the names of the tests that failed and of those that passed. */
export async function runWith(faults: PlantedFault | PlantedFault[], watch: Watch): Promise<Seen> {
  const copy = await mkdtemp(join(tmpdir(), 'planted-'))
  try {
    await copySources(copy)
    for (const fault of [faults].flat()) await plantIn(copy, fault)
    return await runTests(copy, watch)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

async function copySources(copy: string): Promise<void> {
  const entries = (await readdir(root)).filter((name) => !leftOut.has(name))
  await Promise.all(entries.map((name) => cp(join(root, name), join(copy, name), { recursive: true })))
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir')
}

async function plantIn(copy: string, fault: PlantedFault): Promise<void> {
  const file = join(copy, fault.file)
  await writeFile(file, replaceOnce(await readFile(file, 'utf8'), fault))
}

async function runTests(copy: string, { test, name, project = 'node' }: Watch): Promise<Seen> {
  const report = join(copy, 'planted-report.json')
  const { output } = await runNode(copy, [
    join('node_modules', 'jest', 'bin', 'jest.js'),
    '--selectProjects',
    project,
    '--runTestsByPath',
    test,
    ...(name === undefined ? [] : ['--testNamePattern', name]),
    '--json',
    '--outputFile',
    report,
    '--watchman=false',
  ])
  const text = await readFile(report, 'utf8').catch(() => null)
  if (text === null) throw new Error(`the tests did not run:\n${output}`)
  return readReport(text, output)
}

type Report = {
  numRuntimeErrorTestSuites: number
  testResults: { assertionResults: { status: string; fullName: string }[] }[]
}

function readReport(text: string, output: string): Seen {
  const report = JSON.parse(text) as Report
  if (report.numRuntimeErrorTestSuites > 0) throw new Error(`the copy with the fault does not run:\n${output}`)
  const results = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const named = (wanted: string) => results.filter(({ status }) => status === wanted).map(({ fullName }) => fullName)
  const seen = { failed: named('failed'), passed: named('passed') }
  if (seen.failed.length + seen.passed.length === 0) throw new Error(`no test of that name:\n${output}`)
  return seen
}

function runNode(cwd: string, args: string[]): Promise<{ output: string }> {
  const { JEST_WORKER_ID: _, NODE_OPTIONS: __, ...env } = process.env
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (part: Buffer) => (output += part.toString()))
    child.stderr.on('data', (part: Buffer) => (output += part.toString()))
    child.on('error', failed)
    child.on('close', () => done({ output }))
  })
}
