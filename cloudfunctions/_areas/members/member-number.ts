import type { Effects } from '../../_runtime/effects'

/**
 * A member number: eight random digits, the first not zero. Numbers are unique by an index; the few that are taken are
 * drawn again by the caller's next try.
 */
export function drawMemberNumber(effects: Effects): string {
  return drawDigits(effects, 8)
}

/** A card number: ten random digits, the first not zero, unique in the same way. */
export function drawCardNumber(effects: Effects): string {
  return drawDigits(effects, 10)
}

/** The number of a shared card: ten digits as well, the first always zero, so that it is never anybody's own. */
export function drawSharedCardNumber(effects: Effects): string {
  return `0${drawDigits(effects, 9)}`
}

/** 48 random bits make the few hundred-millionths by which the lowest numbers are likelier not worth avoiding. */
function drawDigits(effects: Effects, digits: number): string {
  const value = [...effects.random(6)].reduce((sum, byte) => sum * 256 + byte, 0)
  const lowest = 10 ** (digits - 1)
  return String(lowest + (value % (9 * lowest)))
}
