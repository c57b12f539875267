import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './root.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Runs a command in the project's folder and shows its output; throws when it does not end with 0. */
export async function run(command, args, options = {}) {
  const code = await exitCode(command, args, options)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}`)
}

/** Runs a command and says whether it ended with 0; a command that is not there counts as failed. */
export async function succeeds(command, args, options = {}) {
  return (await exitCode(command, args, options)) === 0
}

/**
 * Runs a command to its end and gives its exit code (128 + the signal's number when a signal ended it, 127 when it could not
 * be started). Signals that reach this process are passed on, and this process waits for the command to close cleanly.
 */
export function exitCode(command, args, options = {}) {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32' && command === 'npm'
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: windows, ...options })
    const pass = (signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, pass)
    const done = (code) => {
      for (const signal of signals) process.off(signal, pass)
      resolve(code)
    }
    child.on('error', () => done(127))
    child.on('close', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/** Runs a TypeScript file of this project with its arguments and gives the exit code. */
export function runTypeScript(file, args, options = {}) {
  return exitCode(process.execPath, ['--import', 'tsx', file, ...args], options)
}
