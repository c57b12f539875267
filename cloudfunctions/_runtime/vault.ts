import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'

/**
 * Encrypts a secret or a person's data for storing, by AES-256-GCM; the result is printable: `v1.nonce.sealed`.
 * `about` names the place it is stored at (such as `posKeys/key-1/secret`): the text opens only there, so nobody can
 * move it to another document. The nonce is a keyed hash of place and text, so a retry writes the same and no nonce
 * meets two texts.
 */
export function seal(vaultKey: string, text: string, about = ''): string {
  const nonce = nonceOf(vaultKey, text, about)
  const cipher = createCipheriv(CIPHER, derived(vaultKey, 'cipher'), nonce)
  cipher.setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return [FORM, nonce.toString('base64url'), sealed.toString('base64url')].join('.')
}

/** Opens what `seal` closed, or throws `VaultRefused`: another key, another place, or a changed text. */
export function open(vaultKey: string, sealed: string, about = ''): string {
  const [form, nonce = '', body = '', ...rest] = sealed.split('.')
  const start = Buffer.from(nonce, 'base64url')
  const bytes = Buffer.from(body, 'base64url')
  if (form !== FORM || rest.length > 0 || start.length !== NONCE_BYTES || bytes.length < TAG_BYTES) {
    throw new VaultRefused('not a sealed text')
  }
  const decipher = createDecipheriv(CIPHER, derived(vaultKey, 'cipher'), start, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(about))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    throw new VaultRefused('the sealed text does not belong to this key and place')
  }
}

/** Never says what was inside or which key was tried. */
export class VaultRefused extends Error {
  override name = 'VaultRefused'
}

/**
 * The hash under which an openid, a phone number or a customer number is looked up: HMAC-SHA256 as 64 hex digits. The
 * same text gives the same hash, and without the key nobody can try out texts. Callers put the kind in front
 * (`wechat:o…`).
 */
export function lookupHash(identityKey: string, text: string): string {
  return createHmac('sha256', identityKey).update(text).digest('hex')
}

const CIPHER = 'aes-256-gcm'
const FORM = 'v1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

function nonceOf(vaultKey: string, text: string, about: string): Buffer {
  const hash = createHmac('sha256', derived(vaultKey, 'nonce')).update(`${about.length}:${about}:${text}`)
  return hash.digest().subarray(0, NONCE_BYTES)
}

/** The configured key may be any long text; cipher and nonce want 32 bytes each of their own. */
function derived(vaultKey: string, use: 'cipher' | 'nonce'): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', vaultKey, '', `changlai vault v1 ${use}`, 32))
}
