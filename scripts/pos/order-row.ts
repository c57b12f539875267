import { fenFromDecimal } from '../../shared/kit/money'
import { allow, refuse, type Ruling } from '../../shared/kit/ruling'
import { isDay, startOfDay } from '../../shared/kit/time'
import { purchaseItem, type OrderItem } from '../../shared/purchases/contract'

/** An order of a file: its customer goes by the number that the file gives. */
export type FileOrder = OrderItem & { customer: { externalId: string } }

export const columns = ['order_id', 'customer_id', 'date', 'quantity', 'amount'] as const
export type Column = (typeof columns)[number]
/** `left_out`: the part of the amount of kinds that the programme leaves out, such as prescriptions. */
export const optionalColumns = ['left_out'] as const
export type Row = Record<Column, string> & { left_out?: string }

/** The order of one row: decimal CNY become integer fen by their digits, the day becomes its first instant in Shanghai. */
export function readOrder(row: Row): Ruling<FileOrder, string> {
  const amount = fenFromDecimal(row.amount)
  if (!amount.ok) return refuse(`${amount.refusal}: ${excerpt(row.amount)}`)
  if (!isDay(row.date.trim())) return refuse(`date_malformed: ${excerpt(row.date)}`)
  if (!/^\s*\d{1,9}\s*$/.test(row.quantity)) return refuse(`quantity_malformed: ${excerpt(row.quantity)}`)
  const leftOut = fenFromDecimal(row.left_out?.trim() || '0')
  if (!leftOut.ok) return refuse(`left_out_malformed: ${excerpt(row.left_out ?? '')}`)
  if (leftOut.value > amount.value) return refuse(`left_out_above_amount: ${excerpt(row.left_out ?? '')}`)
  const customer = { externalId: row.customer_id.trim() }
  const parsed = purchaseItem.safeParse({
    kind: 'order',
    orderId: row.order_id.trim(),
    customer,
    at: startOfDay(row.date.trim()),
    amountFen: amount.value,
    quantity: Number(row.quantity),
    ...(leftOut.value > 0 ? { leftOutFen: leftOut.value } : {}),
  })
  if (parsed.success && parsed.data.kind === 'order') return allow({ ...parsed.data, customer })
  return refuse(complaint(String(parsed.error?.issues[0]?.path[0]), row))
}

function complaint(field: string, row: Row): string {
  const columnOf: Record<string, Column> = { orderId: 'order_id', customer: 'customer_id', quantity: 'quantity' }
  const column = columnOf[field]
  return column ? `${column}_malformed: ${excerpt(row[column])}` : `${field}_malformed`
}

/** A broken field may be anything: shown short and without control characters. */
function excerpt(text: string): string {
  const plain = JSON.stringify(text)
  return plain.length > 40 ? `${plain.slice(0, 37)}…"` : plain
}
