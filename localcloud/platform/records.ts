import { closeSync, existsSync, fdatasync, openSync, readFileSync, renameSync, write, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import type { Json } from '../engine/values'

/**
 * What the platform's own services keep: small records by kind and id in a journal of JSON lines. A change is visible at
 * once and durable when its promise resolves; changes of one moment share one write to disk.
 */
export interface Records {
  put(kind: string, id: string, value: Json): Promise<void>
  remove(kind: string, id: string): Promise<void>
  get(kind: string, id: string): Json | null
  /** In the order in which the ids first came. */
  list(kind: string): { id: string; value: Json }[]
  clear(kinds: string[]): Promise<void>
  /** Everything, as the text of a journal, and back. */
  export(): string
  import(journal: string): Promise<void>
  close(): Promise<void>
}

type Line = [kind: string, id: string, value: Json] | [kind: string, id: string]

export function openRecords(file: string): Records {
  const kinds = readJournal(existsSync(file) ? readFileSync(file, 'utf8') : '')
  // Begins with a journal of living records only, so that it grows with what is kept and not with every change.
  writeWhole(file, journalOf(kinds))
  let descriptor = openSync(file, 'a')
  let pending: string[] = []
  let flushing: Promise<void> | null = null

  const flush = async () => {
    while (pending.length > 0) {
      const text = pending.join('')
      pending = []
      await writeAll(descriptor, Buffer.from(text))
      await sync(descriptor)
    }
    flushing = null
  }
  const append = (lines: Line[]): Promise<void> => {
    for (const line of lines) apply(kinds, line)
    pending.push(...lines.map((line) => `${JSON.stringify(line)}\n`))
    // A flush that is already writing takes these lines with its next round.
    flushing ??= Promise.resolve().then(flush)
    return flushing
  }

  return {
    put: (kind, id, value) => append([[kind, id, structuredClone(value)]]),
    remove: (kind, id) => append([[kind, id]]),
    get: (kind, id) => kinds.get(kind)?.get(id) ?? null,
    list: (kind) => [...(kinds.get(kind) ?? [])].map(([id, value]) => ({ id, value })),
    clear: (names) =>
      append(names.flatMap((kind) => [...(kinds.get(kind)?.keys() ?? [])].map((id): Line => [kind, id]))),
    export: () => journalOf(kinds),
    async import(journal) {
      await flushing
      closeSync(descriptor)
      kinds.clear()
      for (const [kind, records] of readJournal(journal)) kinds.set(kind, records)
      writeWhole(file, journalOf(kinds))
      descriptor = openSync(file, 'a')
    },
    async close() {
      await flushing
      closeSync(descriptor)
    },
  }
}

type Kinds = Map<string, Map<string, Json>>
const sync = promisify(fdatasync)
const writeChunk = promisify(write)

function readJournal(text: string): Kinds {
  const kinds: Kinds = new Map()
  for (const line of text.split('\n')) {
    const entry = parseLine(line)
    if (entry) apply(kinds, entry)
  }
  return kinds
}

/** A line cut off by a crash was never acknowledged. */
function parseLine(line: string): Line | null {
  try {
    return line === '' ? null : (JSON.parse(line) as Line)
  } catch {
    return null
  }
}

function apply(kinds: Kinds, [kind, id, value]: Line): void {
  const records = kinds.get(kind) ?? new Map<string, Json>()
  kinds.set(kind, records)
  if (value === undefined) records.delete(id)
  else records.set(id, value)
}

function journalOf(kinds: Kinds): string {
  const lines = [...kinds].flatMap(([kind, records]) =>
    [...records].map(([id, value]) => JSON.stringify([kind, id, value])),
  )
  return lines.map((line) => `${line}\n`).join('')
}

function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { flush: true })
  renameSync(`${file}.new`, file)
}

async function writeAll(descriptor: number, buffer: Buffer): Promise<void> {
  for (let offset = 0; offset < buffer.length;) {
    const { bytesWritten } = await writeChunk(descriptor, buffer, offset, buffer.length - offset, null)
    offset += bytesWritten
  }
}
