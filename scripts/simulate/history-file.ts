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
  const raw = createReadStream(file, { highWaterMark: 1 << 20 })
  const input = file.endsWith('.gz') ? raw.pipe(createGunzip({ chunkSize: 1 << 20 })) : raw
  raw.on('error', (error) => input.destroy(error))
  input.setEncoding('utf8')
  let [rest, line] = ['', 0]
  let places: Places | null = null
  const page = (texts: string[]): HistoryLine[] => {
    const lines: HistoryLine[] = []
    for (const text of texts) {
      line += 1
      if (places && text !== '' && text !== '\r') lines.push(readLine(line, text, places))
      places ??= placesOf(text)
    }
    return lines
  }
  for await (const chunk of input) {
    const texts = (rest + String(chunk)).split('\n')
    rest = texts.pop() ?? ''
    yield { lines: page(texts), bytesRead: raw.bytesRead }
  }
  const last = rest === '' ? [] : page([rest])
  if (!places) throw new Error('The file is empty.')
  yield { lines: last, bytesRead: raw.bytesRead }
}

/** The columns of the first line. */
export function hasRefunds(header: string): boolean {
  return namesOf(header).includes('refund_of')
}

function placesOf(header: string): Places {
  const names = namesOf(header)
  const missing = required.filter((column) => !names.includes(column))
  if (missing.length > 0) throw new Error(`Line 1 names no column ${missing.join(', ')}.`)
  const place = Object.fromEntries([...required, ...optional].map((column) => [column, names.indexOf(column)]))
  return { ...(place as { [Name in Column]: number }), count: names.length }
}

function namesOf(header: string): string[] {
  return (fieldsOf(header.replace(/^\uFEFF/, '').trim()) ?? []).map((name) => name.trim())
}

function readLine(line: number, text: string, places: Places): HistoryLine {
  const broken = (why: string): HistoryLine => ({ line, kind: 'broken', why })
  const fields = fieldsOf(text.endsWith('\r') ? text.slice(0, -1) : text)
  if (!fields) return broken('quotes_malformed')
  if (fields.length !== places.count) return broken(`${fields.length} columns instead of ${places.count}`)
  const field = (column: Column) => fields[places[column]] ?? ''
  const orderId = field('order_id').trim()
  if (!isId(orderId)) return broken(`order_id_malformed: ${excerpt(orderId)}`)
  const date = field('date').trim()
  const at = startOf(date)
  if (at === null) return broken(`date_malformed: ${excerpt(date)}`)
  const amount = fenFromDecimal(field('amount'))
  if (!amount.ok) return broken(`${amount.refusal}: ${excerpt(field('amount'))}`)
  const quantity = field('quantity').trim()
  if (quantity !== '' && !/^\d{1,9}$/.test(quantity)) return broken(`quantity_malformed: ${excerpt(quantity)}`)
  const leftOut = places.left_out < 0 ? null : partOf(field('left_out'), amount.value)
  if (typeof leftOut === 'string') return broken(`${leftOut}: ${excerpt(field('left_out'))}`)
  const storeId = field('store').trim() || 'S1'
  const common: Sale & { line: number } = { line, storeId, amountFen: amount.value, at, day: date }
  if (leftOut !== null) common.leftOutFen = leftOut
  const refunded = field('refund_of').trim()
  if (refunded !== '') return { ...common, kind: 'refund', refundId: orderId, orderId: refunded }
  const customerId = field('customer_id').trim()
  if (customerId === '' || customerId.length > 64) return broken(`customer_id_malformed: ${excerpt(customerId)}`)
  const order = common as HistoryLine & { kind: 'order' }
  order.kind = 'order'
  order.orderId = orderId
  order.customerId = customerId
  return order
}

/** A part of an amount; nothing said is no part of it. */
function partOf(text: string, amountFen: number): number | null | 'left_out_malformed' | 'left_out_above_amount' {
  if (text.trim() === '') return null
  const part = fenFromDecimal(text)
  if (!part.ok || part.value < 0) return 'left_out_malformed'
  return part.value > amountFen ? 'left_out_above_amount' : part.value
}

/** The parser is for the few lines that quote something. */
function fieldsOf(text: string): string[] | null {
  if (!text.includes('"')) return text.split(',')
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
const starts = new Map<string, Instant | null>()

function startOf(day: string): Instant | null {
  const known = starts.get(day)
  if (known !== undefined) return known
  const start = isDay(day) ? startOfDay(day) : null
  if (starts.size > 100_000) starts.clear()
  starts.set(day, start)
  return start
}

/** A broken field may be anything: shown short and without control characters. */
function excerpt(text: string): string {
  const plain = JSON.stringify(text)
  return plain.length > 40 ? `${plain.slice(0, 37)}…"` : plain
}
