import { openJournal } from '../../shared/books/journal'
import { buyTier } from '../../shared/tiers/buy'
import { balanceIn, buy, correct, firstDay, giveBack, newMember, programmeOf, stampAt } from '../support/builders'

const programme = programmeOf({
  tierSales: [{ id: 'promotion', name: { zh: '晋级', en: 'Promotion' }, points: 100, to: 'next' }],
})
const shown = { points: 100, tierId: 'silver' }
const member = correct(newMember(programme), programme, 100)
const buyAt = (at: string) =>
  buyTier(openJournal(member.account, stampAt(at)), programme, { saleId: 'promotion', shown, at })

describe('a tier for points', () => {
  it('takes points that are still good', () => {
    const bought = buyAt('2027-01-31T15:59:59.999Z')
    expect(bought).toMatchObject({ ok: true, value: { account: { tierId: 'silver', lots: [] } } })
  })

  it.each([
    ['for other points', { points: 99, tierId: 'silver' }],
    ['with another tier', { points: 100, tierId: 'gold' }],
  ])('is refused %s than the member was shown', (_, seen) => {
    const asked = { saleId: 'promotion', shown: seen, at: firstDay }
    const details = { points: 100, ...programme.tiers[1]!.name }
    const ruling = buyTier(openJournal(member.account, stampAt(firstDay)), programme, asked)
    expect(ruling).toEqual({ ok: false, refusal: 'tier_sale_changed', details })
  })

  it('takes none whose time is over, also when nobody has written that down yet', () => {
    expect(balanceIn(member)).toBe(100)
    expect(buyAt('2027-01-31T16:00:00.000Z')).toEqual({ ok: false, refusal: 'points_short', details: { short: 100 } })
    expect(buyAt(firstDay)).toMatchObject({ ok: true })
  })

  it('stays what it is when an order of the same day is given back, whose points paid for it', () => {
    const earned = buy(newMember(programme), programme, { id: 'a', fen: 10_000 })
    const bought = buyTier(openJournal(earned.account, stampAt(firstDay)), programme, {
      saleId: 'promotion',
      shown,
      at: firstDay,
    })
    if (!bought.ok) throw new Error(bought.refusal)
    const holder = { account: bought.value.account, entries: [...earned.entries, ...bought.value.entries] }
    const after = giveBack(holder, programme, { of: 'a', fen: 10_000 })
    expect([after.account.tierId, balanceIn(after)]).toEqual(['silver', -100])
    expect(buy(after, programme, { id: 'b', fen: 100 }).account.tierId).toBe('silver')
  })

  it('stays what it is when an order is given back that would have given it as well', () => {
    const bought = buyAt(firstDay)
    if (!bought.ok) throw new Error(bought.refusal)
    const holder = { account: bought.value.account, entries: [...member.entries, ...bought.value.entries] }
    const spent = buy(holder, programme, { id: 'a', fen: 60_000 })
    expect(giveBack(spent, programme, { of: 'a', fen: 60_000 }).account.held).toEqual(holder.account.held)
  })
})
