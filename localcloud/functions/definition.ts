import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What deploys: a bundle and its limits. */
export type FunctionDefinition = {
  name: string
  bundle: string
  /** Changes when the bundle is built anew, so that running processes give way to it. */
  version: number
  timeoutSeconds: number
  memoryMb: number
  /** Interfaces of the platform that the function may call, e.g. `subscribeMessage.send`. */
  openapi: string[]
  timers: { name: string; schedule: string }[]
}

/**
 * Reads `<functionsDir>/<name>/{index.js,config.json}`; null when there is no such function. Defaults are the
 * platform's. Throws when the `config.json` is broken.
 */
export function readDefinition(functionsDir: string, name: string): FunctionDefinition | null {
  const bundle = join(functionsDir, name, 'index.js')
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,59}$/.test(name) || !existsSync(bundle)) return null
  const config = readConfig(join(functionsDir, name, 'config.json'))
  return {
    name,
    bundle,
    version: statSync(bundle).mtimeMs,
    timeoutSeconds: config.timeout ?? 3,
    memoryMb: config.memorySize ?? 256,
    openapi: config.permissions?.openapi ?? [],
    timers: (config.triggers ?? [])
      .filter((trigger) => trigger.type === 'timer')
      .map((trigger) => ({ name: trigger.name, schedule: trigger.config })),
  }
}

export function listFunctions(functionsDir: string): string[] {
  if (!existsSync(functionsDir)) return []
  return readdirSync(functionsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(functionsDir, entry.name, 'index.js')))
    .map((entry) => entry.name)
    .sort()
}

type ConfigFile = {
  timeout?: number
  memorySize?: number
  permissions?: { openapi?: string[] }
  triggers?: { name: string; type: string; config: string }[]
}

function readConfig(file: string): ConfigFile {
  if (!existsSync(file)) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ConfigFile
  } catch {
    throw new Error(`${file} is not JSON`)
  }
}
