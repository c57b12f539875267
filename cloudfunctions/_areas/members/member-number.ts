import type { Effects } from '../../_runtime/effects'

/**
 * A member number: eight random digits, the first not zero. Numbers are unique by an index; the few that are taken are
 * drawn again by the caller's next try.
 */
export function drawMemberNumber(effects: Effects): string {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = effects.random(6)
  const value = ((((a * 256 + b) * 256 + c) * 256 + d) * 256 + e) * 256 + f
  return String(10_000_000 + (value % 90_000_000))
}
