import { timingSafeEqual } from 'node:crypto'
import { couponTagOf, stepAt, stepIsGood, tagOf, type ReadCode } from '../../../shared/cards/member-code'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { Instant } from '../../../shared/kit/time'
import { keyedHash } from '../../_runtime/card-secret'
import { timeCode } from '../../_runtime/time-code'

/**
 * The time step of a genuine code. A tag that does not fit is a forgery and says no more than an unknown card; a genuine
 * code of an earlier step is told as expired. Typed digits carry no step, so an old one is simply wrong.
 */
export function checkCode(
  code: ReadCode,
  secret: string,
  now: Instant,
): Ruling<number, 'code_unknown' | 'code_expired'> {
  if (code.form === 'scanned') {
    if (!same(code.tag, expectedTag(code, secret))) return refuse('code_unknown')
    return stepIsGood(code.step, now) ? allow(code.step) : refuse('code_expired', { at: now })
  }
  const current = stepAt(now)
  const step = [current, current - 1].find((candidate) => same(code.digits, timeCode(secret, candidate)))
  return step === undefined ? refuse('code_unknown') : allow(step)
}

function expectedTag({ cardNo, step, couponNo }: Extract<ReadCode, { form: 'scanned' }>, secret: string): string {
  const card = { cardNo, secret }
  return couponNo === null ? tagOf(card, step, keyedHash) : couponTagOf(card, couponNo, step, keyedHash)
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
