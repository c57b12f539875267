import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../localcloud/start'
import { environmentOf, type ShopSecrets } from './secrets'

type Place = { root: string; data: string; port: number | null; secrets: ShopSecrets }

const usualPort = 8787
const triesMax = 20

/** Starts the local cloud on the port asked for, or on the usual one or the next that is free. */
export async function openCloud({ root, data, port, secrets }: Place): Promise<LocalCloud> {
  const options: LocalCloudOptions = {
    dataDir: data,
    functionsDir: path.join(root, 'dist/cloudfunctions'),
    staticDir: path.join(root, 'dist/h5'),
    strict: 'warn',
    environment: environmentOf(secrets),
    onWarning: (warning) => console.warn(`warning: ${warning}`),
    onLine: (name, line) => appendFileSync(path.join(data, 'functions.log'), `${name} ${line}\n`),
  }
  if (port !== null) return startAt(options, port)
  for (let offset = 0; offset < triesMax; offset += 1) {
    try {
      return await startLocalCloud({ ...options, port: usualPort + offset })
    } catch (error) {
      if (!isTaken(error)) throw error
    }
  }
  throw new Error(`Ports ${usualPort} to ${usualPort + triesMax - 1} are taken. Choose one with --port.`)
}

async function startAt(options: LocalCloudOptions, port: number): Promise<LocalCloud> {
  try {
    return await startLocalCloud({ ...options, port })
  } catch (error) {
    throw isTaken(error) ? new Error(`Port ${port} is taken. Choose another with --port, or leave it out.`) : error
  }
}

function isTaken(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === 'EADDRINUSE'
}
