import { entitlementsOf, tickEntitlement, untickEntitlement } from '../../shared/benefits/entitlements'
import { auditAccount } from '../../shared/books/audit'
import { fold } from '../../shared/books/evolve'
import { openJournal } from '../../shared/books/journal'
import { allowed, balanceIn, newMember, programmeOf, stampAt, tierOf, type Book } from '../support/builders'

const name = { zh: '检测', en: 'Test' }
const programme = programmeOf({
  tiers: [tierOf({ id: 'regular', benefits: [{ kind: 'entitlement', code: 'test', name, count: 2, per: 'month' }] })],
})
const at = '2026-01-31T15:59:00.000Z'
const stamp = (when: string, actor = 'staff-1') => ({ ...stampAt(when), actor })
const tick = (book: Book, { when = at, id = 'tick:1', code = 'test' } = {}) =>
  tickEntitlement(openJournal(book.account, stamp(when)), programme, { code, storeId: 'S1', at: when, id })
const left = (book: Book, when = at) => entitlementsOf(book.account, programme, when).map((one) => one.left)

describe('a monthly entitlement', () => {
  it('is ticked off as often as the month allows, and anew in the next', () => {
    const one = allowed(newMember(programme), tick(newMember(programme)))
    const two = allowed(one, tick(one, { id: 'tick:2' }))
    expect([left(newMember(programme)), left(one), left(two)]).toEqual([[2], [1], [0]])
    expect(tick(two, { id: 'tick:3' })).toEqual({ ok: false, refusal: 'entitlement_used', details: { count: 2 } })
    expect(left(two, '2026-01-31T16:00:00.000Z')).toEqual([2])
    expect(tick(two, { when: '2026-01-31T16:00:00.000Z', id: 'tick:3' }).ok).toBe(true)
    expect(fold(two.entries)).toEqual(two.account)
    expect(auditAccount(two.account, balanceIn(two), two.entries)).toEqual([])
  })

  it('that the tier does not have is unknown', () => {
    expect(tick(newMember(programme), { code: 'other' })).toEqual({ ok: false, refusal: 'entitlement_unknown' })
  })

  it('is written down as done, with place and employee and no value', () => {
    const [entry] = allowed(newMember(programme), tick(newMember(programme))).entries.slice(-1)
    expect(entry).toMatchObject({
      kind: 'entitlement',
      code: 'test',
      window: '2026-01',
      storeId: 'S1',
      actor: 'staff-1',
    })
    expect(entry).toMatchObject({ points: 0 })
  })
})

describe('a tick made by mistake', () => {
  const ticked = allowed(newMember(programme), tick(newMember(programme)))
  const entry = ticked.entries.at(-1)!
  const undo = (when: string, { staffId = 'staff-1', undone = false } = {}) =>
    untickEntitlement(openJournal(ticked.account, stamp(when, staffId)), entry, { staffId, undone, at: when })

  it('is taken back by whoever made it within five minutes', () => {
    const after = allowed(ticked, undo('2026-01-31T16:03:59.999Z'))
    expect(left(after)).toEqual([2])
    expect(after.entries.at(-1)).toMatchObject({ kind: 'entitlement-undone', reverses: 'tick:1' })
  })

  it.each([
    ['after five minutes', undo('2026-01-31T16:04:00.000Z')],
    ['by another employee', undo(at, { staffId: 'staff-2' })],
    ['a second time', undo(at, { undone: true })],
  ])('is not taken back %s', (_, ruling) => expect(ruling).toEqual({ ok: false, refusal: 'untick_over' }))

  it('of somebody else, or none at all, is unknown', () => {
    const other = newMember(programme, 'account-2').account
    const about = { staffId: 'staff-1', undone: false, at }
    expect(untickEntitlement(openJournal(other, stamp(at)), entry, about)).toMatchObject({ refusal: 'tick_unknown' })
    expect(untickEntitlement(openJournal(ticked.account, stamp(at)), null, about)).toMatchObject({
      refusal: 'tick_unknown',
    })
  })
})
