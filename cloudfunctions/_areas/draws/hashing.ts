import { createHash, createHmac } from 'node:crypto'
import type { Hashing } from '../../../shared/draws/hashing'

/** The hashes of a draw by the platform's own library. */
export const hashing: Hashing = {
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  hmacSha256: (keyHex, text) => createHmac('sha256', Buffer.from(keyHex, 'hex')).update(text, 'utf8').digest('hex'),
}
