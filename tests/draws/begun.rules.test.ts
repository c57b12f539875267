import { takeBegun } from '../../cloudfunctions/_areas/draws/begun'
import { storedAccount } from '../../cloudfunctions/_runtime/stored-account'
import { addMilliseconds } from '../../shared/kit/time'
import { firstDay, newMember } from '../support/builders'
import { drawShop, saltHash, takes } from '../support/draws'

const other = 'b'.repeat(64)
const programme = drawShop()
const before = newMember(programme)
const taken = takes(before, programme).account
const { roundId = '', no: takeNo } = taken.chances?.open[0] ?? {}

describe('the taking that a phone goes on with', () => {
  it('is the one of its salt, also where another request of it was faster since the account was loaded', () => {
    const loaded = { account: storedAccount(before.account, null, []), now: firstDay }
    expect(takeBegun(loaded, before.account, [], { roundId, saltHash })).toBeNull()
    expect(takeBegun(loaded, taken, [], { roundId, saltHash })).toBe(takeNo)
  })

  it('is none of another salt that was taken since: its number is still to come', () => {
    const loaded = { account: storedAccount(before.account, null, []), now: firstDay }
    expect(takeBegun(loaded, taken, [], { roundId, saltHash: other })).toBeNull()
    const later = { account: storedAccount(taken, null, []), now: addMilliseconds(firstDay, 120_000) }
    expect(takeBegun(later, taken, [], { roundId, saltHash: other })).toBe(takeNo)
  })

  it('is none that was given its number so long ago that a hundred have followed', () => {
    const later = { account: storedAccount(taken, null, []), now: addMilliseconds(firstDay, 120_000) }
    const numbers = Array.from({ length: 100 }, (_, nth) => ({ roundId, takeNo: takeNo! + 100 - nth, saltHash: '' }))
    const followed = (last: number) =>
      takeBegun(later, taken, numbers.slice(0, last) as never, { roundId, saltHash: other })
    expect([followed(99), followed(100)]).toEqual([takeNo, null])
  })
})
