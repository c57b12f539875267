import { createReadStream } from 'node:fs'
import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse/sync'
import { columns, optionalColumns, type Column, type FileOrder, readOrder, type Row } from './order-row'

export type Line = { line: number } & ({ item: FileOrder } | { broken: string })

/** The hash of the file as it is, and how many lines of orders it has. */
export async function surveyFile(file: string): Promise<{ hash: string; lines: number }> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  let lines = 0
  for await (const text of linesOf(file)) if (text.trim() !== '') lines += 1
  return { hash: hash.digest('hex'), lines: Math.max(0, lines - 1) }
}

/**
 * The orders of a CSV file (packed by gzip when its name ends in .gz), line by line, so that a broken line breaks itself
 * and no other. Line 1 names the columns. Throws an Error with a sentence when a column is missing.
 */
export async function* readOrders(file: string): AsyncGenerator<Line> {
  let line = 0
  let places: Places | null = null
  for await (const text of linesOf(file)) {
    line += 1
    if (text.trim() === '') continue
    if (places) yield { line, ...readLine(text, places) }
    else places = placesOf(text)
  }
  if (!places) throw new Error('The file is empty.')
}

type Places = Record<Column | 'left_out', number> & { count: number }

async function* linesOf(file: string): AsyncGenerator<string> {
  const raw = createReadStream(file)
  const packed = file.endsWith('.gz')
  const input = packed ? raw.pipe(createGunzip()) : raw
  // `pipe` does not carry the reader's error over, and readline would wait for ever.
  raw.on('error', (error) => input.destroy(error))
  const failed = new Promise<never>((_, reject) => input.once('error', reject))
  failed.catch(() => undefined)
  const reader = createInterface({ input, crlfDelay: Infinity })
  const lines = reader[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await Promise.race([lines.next(), failed])
      if (next.done) break
      yield next.value
    }
    if (input.errored) throw input.errored
  } finally {
    reader.close()
    raw.destroy()
  }
}

function placesOf(text: string): Places {
  const names = fieldsOf(text.replace(/^\uFEFF/, ''))?.map((name) => name.trim()) ?? []
  const missing = columns.filter((column) => !names.includes(column))
  if (missing.length > 0) throw new Error(`Line 1 names no column ${missing.join(', ')}.`)
  const all = [...columns, ...optionalColumns]
  const places = Object.fromEntries(all.map((column) => [column, names.indexOf(column)]))
  return { ...(places as Record<Column | 'left_out', number>), count: names.length }
}

function readLine(text: string, places: Places): { item: FileOrder } | { broken: string } {
  const fields = fieldsOf(text)
  if (!fields) return { broken: 'quotes_malformed' }
  if (fields.length !== places.count) return { broken: `${fields.length} columns instead of ${places.count}` }
  const all = [...columns, ...optionalColumns]
  const row = Object.fromEntries(all.map((column) => [column, fields[places[column]] ?? ''])) as Row
  const ruling = readOrder(row)
  return ruling.ok ? { item: ruling.value } : { broken: ruling.refusal }
}

/** Most lines quote nothing; the parser is for those that do. */
function fieldsOf(text: string): string[] | null {
  if (!text.includes('"')) return text.split(',')
  try {
    return (parse(text) as string[][])[0] ?? null
  } catch {
    return null
  }
}
