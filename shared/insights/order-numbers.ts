/**
 * The order numbers that a history has used. Numbers of one form (`S000001`) that run on without gaps are kept as a range,
 * so that ten million consecutive orders need no memory; all others are kept one by one.
 */
export class OrderNumbers {
  private readonly forms = new Map<string, Range[]>()
  private readonly odd = new Set<string>()
  /** The form of the number before: numbers of one form mostly come one after the other. */
  private last: Form = { prefix: '', length: 0, ranges: [] }

  /** Notes a number; false when it was there already. */
  add(orderId: string): boolean {
    const split = formOf(orderId)
    if (split === 0) return addOnce(this.odd, orderId)
    const number = numberFrom(orderId, split)
    const ranges = this.rangesOf(orderId, split)
    const last = ranges[ranges.length - 1]
    if (!last) ranges.push({ start: number, end: number })
    else if (number === last.end + 1) last.end = number
    else if (ranges.some(({ start, end }) => number >= start && number <= end)) return false
    else if (number > last.end && ranges.length < rangesMax) ranges.push({ start: number, end: number })
    else return addOnce(this.odd, orderId)
    // A number that came too early and was kept alone may stand right before the range's end.
    return this.odd.size === 0 || !this.odd.delete(orderId)
  }

  /** Whether a number has been noted. */
  has(orderId: string): boolean {
    if (this.odd.has(orderId)) return true
    const split = formOf(orderId)
    if (split === 0) return false
    const number = numberFrom(orderId, split)
    return this.rangesOf(orderId, split).some(({ start, end }) => number >= start && number <= end)
  }

  private rangesOf(orderId: string, split: number): Range[] {
    const { last } = this
    if (last.length === orderId.length && last.prefix.length === split && orderId.startsWith(last.prefix))
      return last.ranges
    const prefix = orderId.slice(0, split)
    const form = `${prefix}:${orderId.length}`
    const ranges = this.forms.get(form) ?? []
    if (ranges.length === 0) this.forms.set(form, ranges)
    this.last = { prefix, length: orderId.length, ranges }
    return ranges
  }
}

type Range = { start: number; end: number }
type Form = { prefix: string; length: number; ranges: Range[] }

/** More ranges than this would make every look-up slow: then the numbers are no sequence. */
const rangesMax = 64

/** Where the digits at the end begin; 0 when there are none, or more than a number holds exactly. */
function formOf(orderId: string): number {
  let split = orderId.length
  while (split > 0 && isDigit(orderId.charCodeAt(split - 1))) split -= 1
  const digits = orderId.length - split
  return digits === 0 || digits > 15 ? 0 : split === 0 ? wholeNumber(orderId) : split
}

/** A number without letters in front has its first digit for a form. */
function wholeNumber(orderId: string): number {
  return orderId.length > 1 ? 1 : 0
}

function numberFrom(orderId: string, split: number): number {
  let number = 0
  for (let index = split; index < orderId.length; index += 1) number = number * 10 + orderId.charCodeAt(index) - 48
  return number
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function addOnce(set: Set<string>, text: string): boolean {
  if (set.has(text)) return false
  set.add(text)
  return true
}
