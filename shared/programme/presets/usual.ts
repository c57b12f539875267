import type { Programme, Qualification } from '../schema'

/** What most presets have in common; a merchant changes it with the rest. */
export const usual = {
  refundShortfall: 'debt',
  enrolment: { points: 0, phone: 'optional' },
  terms: { termsVersion: '2026-01', privacyVersion: '2026-01' },
} as const satisfies Partial<Programme>

/** Reached by any one of these conditions. */
export function anyOf(...conditions: Qualification['conditions']): Qualification {
  return { match: 'any', conditions }
}

/** Reached when every one of these conditions holds. */
export function allOf(...conditions: Qualification['conditions']): Qualification {
  return { match: 'all', conditions }
}
