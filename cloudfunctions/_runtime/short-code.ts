import { createHmac } from 'node:crypto'
import type { Effects } from './effects'
import { lookupHash } from './vault'

/** Letters and digits that nobody mistakes for one another when read aloud. */
const codeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const codeLength = 10

/** Fifty bits of a keyed hash as letters: nobody without the key can guess it, and a repeated request finds it again. */
export function shortCode(effects: Effects, purpose: string, about: string): string {
  const digest = createHmac('sha256', effects.secrets.vaultKey).update(`${purpose}\n${about}`).digest()
  return Array.from(digest.subarray(0, codeLength), (byte) => codeLetters[byte % codeLetters.length]).join('')
}

/** The id under which what a code leads to is kept: its keyed hash, never the code itself. */
export function shortCodeId(effects: Effects, purpose: string, code: string): string {
  return `${purpose}-${lookupHash(effects.secrets.identityKey, `${purpose}:${code}`)}`
}
