import { createHmac } from 'node:crypto'
import type { Effects } from './effects'
import type { KeyedHash } from '../../shared/cards/member-code'

/**
 * The secret of a card, by which the member's phone makes its codes. It is derived from the vault's key and the card's
 * number, so it is stored nowhere in the cloud, and a reissued card, which has a new number, has a new secret.
 */
export function cardSecret(effects: Effects, cardNo: string): string {
  return createHmac('sha256', effects.secrets.vaultKey).update(`changlai card secret v1\n${cardNo}`).digest('hex')
}

/** The secret of a shared card hangs on its holder's own number too, so replacing a lost card voids every code of the old phone. */
export function sharedCardSecret(effects: Effects, cardNo: string, ownCardNo: string): string {
  const text = `changlai shared card secret v1\n${cardNo}\n${ownCardNo}`
  return createHmac('sha256', effects.secrets.vaultKey).update(text).digest('hex')
}

/** HMAC-SHA256 as lower-case hex, as the phone computes it with its own library. */
export const keyedHash: KeyedHash = (key, text) => createHmac('sha256', key).update(text).digest('hex')
