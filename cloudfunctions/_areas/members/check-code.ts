import { timingSafeEqual } from 'node:crypto'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { Effects } from '../../_runtime/effects'
import { codeTriesMax, textCodeHash, type TextCode } from './text-code'

export type CodeRefusal = 'text_code_wrong' | 'text_code_over'

/**
 * Whether this is the code that was sent. The try is counted before the code is compared, so that many tries at the same
 * time are no more than five either. A right code stays good for its request's repetition, until it is removed.
 */
export async function checkCode(
  effects: Effects,
  code: string,
  sent: TextCode | null,
): Promise<Ruling<{ codeId: string }, CodeRefusal>> {
  if (!sent || effects.now() >= sent.goodUntil || sent.tries >= codeTriesMax) return refuse('text_code_over')
  const { _id, codeHash } = sent
  const where = { _id, codeHash, tries: { lt: codeTriesMax } }
  const counted = await effects.store.change('textCodes', where, { increase: { tries: 1 } })
  if (counted === 0) return refuse('text_code_over')
  if (timingSafeEqual(Buffer.from(codeHash), Buffer.from(textCodeHash(effects, _id, code))))
    return allow({ codeId: _id })
  const left = Math.max(0, codeTriesMax - sent.tries - 1)
  return left > 0 ? refuse('text_code_wrong', { left }) : refuse('text_code_over')
}
