import { blankAccount, fold } from '../../shared/books/evolve'
import { balanceOf } from '../../shared/books/account'
import { enrol, type Enrolment } from '../../shared/members/enrol'
import { firstDay, programmeOf, stampAt } from '../support/builders'

const generous = programmeOf({ enrolment: { points: 50, phone: 'optional' } })
const consent = { termsVersion: '1', privacyVersion: '1', adult: true as const }
const person: Enrolment = {
  accountId: 'account-1',
  memberNo: '10000001',
  cardNo: '1000000001',
  name: '林',
  externalId: null,
  holder: { kind: 'person' },
  source: { kind: 'wechat', storeId: 'S1' },
  consent,
  at: firstDay,
}

describe('becoming a member', () => {
  it('starts at the lowest tier with nothing spent, and keeps what was agreed to', () => {
    const { account, entries } = enrol(person, programmeOf(), stampAt(firstDay))
    expect(account).toMatchObject({
      memberNo: '10000001',
      cardNo: '1000000001',
      tierId: 'regular',
      tierSince: firstDay,
      lots: [],
      debt: 0,
      totals: { spendFen: 0, orders: 0, pointsEarned: 0 },
      seq: 1,
    })
    expect(entries).toMatchObject([{ kind: 'enrol', seq: 1, consent, points: 0, at: firstDay }])
  })

  it('brings the gift of the programme to somebody who joins themselves, as points that expire like others', () => {
    const { account, entries } = enrol(person, generous, stampAt(firstDay))
    expect(balanceOf(account)).toBe(50)
    expect(account.lots).toEqual([{ expiresAt: '2027-01-31T16:00:00.000Z', points: 50 }])
    expect(entries[1]).toMatchObject({ kind: 'adjust', reason: 'enrolment-gift', actor: 'programme', points: 50 })
  })

  it('brings no gift to a customer whom a till enrolled, and no gift counts towards a tier', () => {
    const atTill = enrol(
      { ...person, source: { kind: 'pos', storeId: 'S1' }, consent: null },
      generous,
      stampAt(firstDay),
    )
    expect([balanceOf(atTill.account), atTill.entries.length]).toEqual([0, 1])
    expect(enrol(person, generous, stampAt(firstDay)).account.totals.pointsEarned).toBe(0)
  })

  it('is what its entries add up to', () => {
    const { account, entries } = enrol(person, generous, stampAt(firstDay))
    expect(fold(entries)).toEqual(account)
    expect(fold([])).toBeNull()
    expect(fold(entries.slice(1))).toBeNull()
    expect(blankAccount({ kind: 'enrol', ...person, tierId: 'regular' }).seq).toBe(0)
  })
})
