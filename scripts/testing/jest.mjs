import fs from 'node:fs'
import path from 'node:path'
import { root } from '../bootstrap/root.mjs'
import { exitCode } from '../bootstrap/run.mjs'

/** Runs jest projects and gives how many tests passed and failed; a file that could not run counts as failed. */
export async function runJest(projects, { files = [], workers = 2 } = {}) {
  const report = path.join(root, '.cache', `jest-${projects.join('-')}-${process.pid}.json`)
  fs.mkdirSync(path.dirname(report), { recursive: true })
  const tool = path.join(root, 'node_modules/jest/bin/jest.js')
  const options = ['--passWithNoTests', `--maxWorkers=${workers}`, '--json', `--outputFile=${report}`]
  const code = await exitCode(process.execPath, [tool, '--selectProjects', ...projects, ...options, '--', ...files], {
    // jest prints its report on standard output as well when asked for JSON; people read standard error.
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return counts(report, code)
}

function counts(report, code) {
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 }
  const {
    numPassedTests: passed,
    numFailedTests,
    numRuntimeErrorTestSuites,
  } = JSON.parse(fs.readFileSync(report, 'utf8'))
  fs.rmSync(report)
  const failed = numFailedTests + numRuntimeErrorTestSuites
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}
