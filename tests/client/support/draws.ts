import { createHash } from 'node:crypto'
import { hashing } from '../../../cloudfunctions/_areas/draws/hashing'
import { drawShop, publishedRound, rulesOn, wheel } from '../../support/draws'

export const seed = '5e'.repeat(32)
export const salt = createHash('sha256').update('salt').digest('hex').slice(0, 32)
export const rules = rulesOn(drawShop({ perMember: { times: 3, per: 'day' } }))
export const file = publishedRound(rules, seed, [{ member: 'm1', tierId: 'regular', salt }])
const [result] = file.results
const [given] = file.numbers

/** The page of an open draw with two chances and nothing waiting. */
export const read = {
  serverAt: '2026-01-10T04:00:00.000Z',
  isMember: true,
  balance: 1_250,
  state: 'open' as const,
  commitment: file.commitment,
  rules,
  weights: [1, 1, 8],
  left: [{ prizeId: 'tin', left: 1 }],
  chances: 2,
  ways: [
    { kind: 'everybody' as const, left: 1, of: 1, per: 'day' as const },
    { kind: 'purchase' as const, fromFen: 5_000, chances: 1, left: 1 },
    { kind: 'points' as const, points: 100, left: 1, times: 1, per: 'day' as const },
  ],
  waiting: [] as { roundId: string; number: number; saltHash: string }[],
  unclaimed: 0,
  winners: [{ tail: '2290', prize: wheel.prizes[0]!.name, at: '2026-01-10T03:57:00.000Z', place: 1 }],
  closedRoundId: null,
}
export const taken = { roundId: rules.roundId, number: 1, link: given!.link, chances: 1 }
export const drawn = {
  prize: {
    prizeId: 'tin',
    name: wheel.prizes[0]!.name,
    gives: wheel.prizes[0]!.gives,
    insteadOf: null,
    claimable: false,
  },
  place: 1,
  chain: result!.chain,
  at: '2026-01-10T04:00:00.000Z',
  chances: 1,
}

/** A result as it is told once the round is closed, or before. */
export const told = (isClosed: boolean) => ({
  serverAt: '2026-02-02T04:00:00.000Z',
  rules: file.rules,
  commitment: file.commitment,
  seed: isClosed ? seed : null,
  given: given!,
  before: file.commitment,
  result: result!,
})
export { hashing }

/** The replies of a draw for pages that are compiled. */
export const drawReplies = {
  'draws.read': read,
  'draws.take-chance': taken,
  'draws.draw': drawn,
  'draws.result': told(true),
}
