import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { fenFromDecimal } from '../../shared/kit/money'
import { isDay, startOfDay, type Instant } from '../../shared/kit/time'

/** One line of a history: an order, a refund of one, or why it is neither. */
export type HistoryLine = { line: number } & (
  | ({ kind: 'order'; orderId: string; customerId: string } & Sale)
  | ({ kind: 'refund'; refundId: string; orderId: string } & Sale)
  | { kind: 'broken'; why: string }
)
type Sale = { storeId: string; amountFen: number; leftOutFen?: number; at: Instant; day: string }

const required = ['order_id', 'customer_id', 'date', 'amount'] as const
/** `store` names the store, `refund_of` makes a line a refund of that order, `left_out` is the part of kinds that earn nothing. */
const optional = ['quantity', 'store', 'refund_of', 'left_out'] as const
type Column = (typeof required)[number] | (typeof optional)[number]
type Places = { [Name in Column]: number } & { count: number }

/**
 * The lines of a CSV file (packed by gzip when its name ends in .gz) in pages as they come from the disk, so that a file of
 * any length needs the memory of one page. Line 1 names the columns. Throws an Error with a sentence when one is missing.
 */
export async function* readHistory(file: string): AsyncGenerator<{ lines: HistoryLine[]; bytesRead: number }> {
  let bytes = 0
  const pages = new Pages()
  for await (const { text, bytesRead } of readText(file)) {
    bytes = bytesRead
    yield { lines: pages.read(text), bytesRead }
  }
  const lines = pages.finish()
  if (!lines) throw new Error(`${file} is empty.`)
  yield { lines, bytesRead: bytes }
}

/** Cuts a text that comes piece by piece into lines; what a piece leaves unfinished waits for the next. */
class Pages {
  private rest = ''
  private line = 0
  private places: Places | null = null

  read(piece: string): HistoryLine[] {
    const text = this.rest + piece
    const lines: HistoryLine[] = []
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.take(text, { start, end }, lines)
      start = end + 1
    }
    this.rest = text.slice(start)
    return lines
  }

  /** What the last line was without a line's end; null when there was no line at all. */
  finish(): HistoryLine[] | null {
    const lines: HistoryLine[] = []
    const { rest } = this
    if (rest !== '') this.take(rest, { start: 0, end: rest.length }, lines)
    return this.places && lines
  }

  private take(text: string, { start, end }: Stretch, lines: HistoryLine[]): void {
    this.line += 1
    const stretch = { start, end: end > start && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end }
    if (!this.places) this.places = placesOf(text.slice(start, end))
    else if (stretch.end > start) lines.push(readLine(this.line, fieldsOf(text, stretch), this.places))
  }
}

type Stretch = { start: number; end: number }
const carriageReturn = 13

/** Whether the first line of a file names a column of refunds. */
export async function hasRefunds(file: string): Promise<boolean> {
  let header = ''
  for await (const { text } of readText(file)) {
    header += text
    if (header.includes('\n')) break
  }
  return namesOf(header.split('\n')[0] ?? '').includes('refund_of')
}

/** The text of a file as it comes from the disk. Throws an Error with a sentence when it cannot be read. */
async function* readText(file: string): AsyncGenerator<{ text: string; bytesRead: number }> {
  const raw = createReadStream(file, { highWaterMark: 1 << 16 })
  const input = file.endsWith('.gz') ? raw.pipe(createGunzip({ chunkSize: 1 << 16 })) : raw
  raw.on('error', (error) => input.destroy(error))
  input.setEncoding('utf8')
  try {
    for await (const chunk of input) yield { text: String(chunk), bytesRead: raw.bytesRead }
  } catch (error) {
    throw new Error(whyUnreadable(file, error))
  } finally {
    raw.destroy()
  }
}

function whyUnreadable(file: string, error: unknown): string {
  const { code = '' } = error as { code?: string }
  if (code.startsWith('Z_'))
    return `${file} is named as packed by gzip, but is not, or its end is missing. Pack it again, or give the plain file.`
  return `There is no file ${file} that can be read. Mind where it lies and how its name is written.`
}

function placesOf(header: string): Places {
  const names = namesOf(header)
  const missing = required.filter((column) => !names.includes(column))
  if (missing.length > 0)
    throw new Error(`Line 1 names no column ${missing.join(', ')}. It has to name them, with commas between.`)
  const place = Object.fromEntries([...required, ...optional].map((column) => [column, names.indexOf(column)]))
  return { ...(place as { [Name in Column]: number }), count: names.length }
}

function namesOf(header: string): string[] {
  const names = header.replace(/^\uFEFF/, '').trim()
  return (fieldsOf(names, { start: 0, end: names.length }) ?? []).map((name) => name.trim())
}

function readLine(line: number, fields: readonly string[] | null, places: Places): HistoryLine {
  if (!fields) return broken(line, 'quotes_malformed')
  if (fields.length !== places.count) return broken(line, `${fields.length} columns instead of ${places.count}`)
  const orderId = (fields[places.order_id] as string).trim()
  if (!isId(orderId)) return broken(line, `order_id_malformed: ${excerpt(orderId)}`)
  const date = (fields[places.date] as string).trim()
  const dated = datedBy(date)
  if (dated === null) return broken(line, `date_malformed: ${excerpt(date)}`)
  const amount = fenFromDecimal(fields[places.amount] as string)
  if (!amount.ok) return broken(line, `${amount.refusal}: ${excerpt(fields[places.amount] as string)}`)
  const quantity = places.quantity < 0 ? '' : (fields[places.quantity] as string).trim()
  if (!isQuantity(quantity)) return broken(line, `quantity_malformed: ${excerpt(quantity)}`)
  const leftOut = places.left_out < 0 ? null : partOf(fields[places.left_out] as string, amount.value)
  if (typeof leftOut === 'string') return broken(line, `${leftOut}: ${excerpt(fields[places.left_out] as string)}`)
  const storeId = (places.store < 0 ? '' : (fields[places.store] as string).trim()) || 'S1'
  if (storeId.includes(unreadable)) return broken(line, 'encoding_unknown')
  const { at, day } = dated
  const sold: Sale = { storeId, amountFen: amount.value, at, day }
  if (leftOut !== null) sold.leftOutFen = leftOut
  const refunded = places.refund_of < 0 ? '' : (fields[places.refund_of] as string).trim()
  if (refunded !== '') return { line, kind: 'refund', refundId: orderId, orderId: refunded, ...sold }
  const customerId = (fields[places.customer_id] as string).trim()
  if (customerId === '' || customerId.length > 64) return broken(line, `customer_id_malformed: ${excerpt(customerId)}`)
  if (customerId.includes(unreadable)) return broken(line, 'encoding_unknown')
  if (leftOut !== null) return { line, kind: 'order', orderId, customerId, ...sold }
  return { line, kind: 'order', orderId, customerId, storeId, amountFen: amount.value, at, day }
}

/** What stands where bytes are no UTF-8; two names of another encoding would look alike by it, and become one customer. */
const unreadable = '\uFFFD'

function broken(line: number, why: string): HistoryLine {
  return { line, kind: 'broken', why }
}

function isQuantity(text: string): boolean {
  return text === '' || text === '1' || /^\d{1,9}$/.test(text)
}

/** A part of an amount; nothing said is no part of it. */
function partOf(text: string, amountFen: number): number | null | 'left_out_malformed' | 'left_out_above_amount' {
  if (text.trim() === '') return null
  const part = fenFromDecimal(text)
  if (!part.ok || part.value < 0) return 'left_out_malformed'
  return part.value > amountFen ? 'left_out_above_amount' : part.value
}

/** The fields of a line, null when its quotes are broken. The parser is for the few lines that quote something. */
function fieldsOf(text: string, { start, end }: Stretch): string[] | null {
  const fields: string[] = []
  let from = start
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index)
    if (code === quote) return quotedFieldsOf(text.slice(start, end))
    if (code !== comma) continue
    fields.push(text.slice(from, index))
    from = index + 1
  }
  fields.push(text.slice(from, end))
  return fields
}

const [quote, comma] = [34, 44]

function quotedFieldsOf(text: string): string[] | null {
  try {
    return (parse(text) as string[][])[0] ?? null
  } catch {
    return null
  }
}

function isId(text: string): boolean {
  return text.length > 0 && text.length <= 64 && /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(text)
}

/** Thousands of lines share a day. */
const starts = new Map<string, Dated | null>()
let last: Dated = { day: '', at: '' }
type Dated = { day: string; at: Instant }

function datedBy(day: string): Dated | null {
  if (day === last.day) return last
  const known = starts.get(day)
  const dated = known === undefined ? (isDay(day) ? { day, at: startOfDay(day) } : null) : known
  if (known === undefined) {
    if (starts.size > 100_000) starts.clear()
    starts.set(day, dated)
  }
  if (dated) last = dated
  return dated
}

/** A broken field may be anything: shown short and without control characters. */
function excerpt(text: string): string {
  const plain = JSON.stringify(text)
  return plain.length > 40 ? `${plain.slice(0, 37)}…"` : plain
}
