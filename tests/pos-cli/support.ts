import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runPos } from '../../scripts/pos/run'
import { key } from './till-door'

/** A folder for the files of one test; gone afterwards. */
export function useFolder(): { path(name: string): string; write(name: string, content: string | Buffer): string } {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'changlai-pos-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const place = (name: string): string => path.join(folder, name)
  return {
    path: place,
    write(name, content) {
      writeFileSync(place(name), content)
      return place(name)
    },
  }
}

export type PosRun = { code: number; printed: string; progress: [number, number][] }

/** Runs the command as the terminal would, with the key of the test's door. */
export async function pos(options: {
  file: string
  url: string
  cache: string
  more?: string[]
  keyless?: boolean
}): Promise<PosRun> {
  const printed: string[] = []
  const progress: [number, number][] = []
  const keyArguments = options.keyless ? [] : ['--key', key.keyId, '--secret', key.secret]
  const argv = [
    '--orders',
    options.file,
    '--store',
    'S1',
    '--url',
    options.url,
    ...keyArguments,
    ...(options.more ?? []),
  ]
  const code = await runPos({
    argv,
    env: {},
    cacheFolder: options.cache,
    print: (line) => printed.push(line),
    progress: (...at) => progress.push(at),
  })
  return { code, printed: printed.join('\n'), progress }
}

export const header = 'order_id,customer_id,date,quantity,amount'

/** A file of `count` orders by `customers` people in turn. */
export function csv(count: number, customers: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `O${index + 1},C${index % customers},2026-03-01,1,${index + 1}.29`,
  )
  return `${[header, ...rows].join('\n')}\n`
}
