import type { Hashing } from '@shared/draws/hashing'
import { hexKeyedHash, textHash } from '@/kit/keyed-hash'

/** The hashes of a draw by a library of the phone's own. */
export const hashing: Hashing = { sha256: textHash, hmacSha256: hexKeyedHash }
