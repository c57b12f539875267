import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { HOTP, Secret } from 'otpauth/bare'
import type { KeyedHash } from '@shared/cards/member-code'

/** HMAC-SHA256 as lower-case hex. */
export const keyedHash: KeyedHash = (key, text) => bytesToHex(hmac(sha256, utf8(key), utf8(text)))

/** SHA-256 of a text as lower-case hex. */
export const textHash = (text: string): string => bytesToHex(sha256(utf8(text)))

/** HMAC-SHA256 under a key of hex digits, in the same form. */
export const hexKeyedHash = (keyHex: string, text: string): string =>
  bytesToHex(hmac(sha256, hexToBytes(keyHex), utf8(text)))

/** The eight digits of RFC 6238 (SHA-256) at a time step, under the bytes of the secret's own text. */
export function timeDigits(secret: string, step: number): string {
  return HOTP.generate({
    secret: new Secret({ buffer: utf8(secret).buffer }),
    algorithm: 'SHA256',
    digits: 8,
    counter: step,
    hmac: (_algorithm, key, message) => hmac(sha256, key, message),
  })
}

/** WeChat's engine has no TextEncoder, which the libraries' own conversion calls; percent-encoding is UTF-8 as well. */
function utf8(text: string): Uint8Array<ArrayBuffer> {
  const plain = encodeURIComponent(text).replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Uint8Array.from(plain, (char) => char.charCodeAt(0))
}
