import { isOpaque, type Fields, type Value } from './ejson'
import { rank, rankOf } from './order'

/**
 * What a typed column holds. SQLite orders numbers < text < blobs, the cloud null < numbers < strings < all the rest,
 * so null takes the lowest number's place (-Infinity) and the rest are blobs that begin with the rank of their type.
 * Null is no SQL NULL, because missing values must collide in a unique index as they do in the cloud.
 */
export type Key = number | string | Buffer

export const nullKey = -Infinity

/** The column value of a document's field: equal keys for equal values, and in the cloud's order. */
export function keyOf(value: Value | undefined): Key {
  if (value === null || value === undefined) return nullKey
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberKey(value)
  return Buffer.from(bytesOf(value))
}

/** The first blob of a type and the first one after it, for ranges that stay within one type. */
export function blobRange(value: Value): { from: Buffer; to: Buffer } {
  const place = rankOf(value)
  return { from: Buffer.from([place]), to: Buffer.from([place + 1]) }
}

/** The range of every list. */
export const listKeys = blobRange([])

/** The key of the lowest number. -Infinity itself is null's key and the next double is NaN's, so the three lowest numbers share this one. */
export const lowestNumberKey = -1.7976931348623155e308

const numberKey = (value: number): number =>
  Number.isNaN(value) ? -Number.MAX_VALUE : Math.max(value, lowestNumberKey)

function bytesOf(value: Value | undefined): number[] {
  const place = rankOf(value)
  switch (place) {
    case rank.null:
      return [place]
    case rank.number:
      return [place, ...numberBytes(value as number)]
    case rank.string:
      return [place, ...textBytes(value as string)]
    case rank.boolean:
      return [place, value ? 1 : 0]
    case rank.date:
      return [place, ...numberBytes((value as Date).getTime())]
    case rank.array:
      return [place, ...(value as Value[]).flatMap(bytesOf), 0]
    case rank.object:
      return [place, ...objectBytes(value as Fields), 0]
    default:
      return [place, ...textBytes(value instanceof RegExp ? `${value.source}/${value.flags}` : JSON.stringify(value))]
  }
}

function objectBytes(fields: Fields): number[] {
  if (isOpaque(fields)) return textBytes(JSON.stringify(fields))
  return Object.keys(fields).flatMap((field) => {
    const [place, ...rest] = bytesOf(fields[field])
    return [place as number, ...textBytes(field), ...rest]
  })
}

// 0 ends a text, so that a shorter text comes before its continuations; a 0 inside is written as 1 1, a 1 as 1 2.
function textBytes(text: string): number[] {
  const bytes: number[] = []
  for (const byte of Buffer.from(text)) bytes.push(...(byte === 0 ? [1, 1] : byte === 1 ? [1, 2] : [byte]))
  bytes.push(0)
  return bytes
}

// A double's bits compare as its value once the sign bit is turned (all bits for negatives).
function numberBytes(value: number): number[] {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(Number.isNaN(value) ? -Infinity : value === 0 ? 0 : value)
  const negative = ((bytes[0] as number) & 0x80) !== 0
  return [...bytes].map((byte, i) => (negative ? ~byte & 0xff : i === 0 ? byte | 0x80 : byte))
}
