import { openJournal } from '../../shared/books/journal'
import { buyTier } from '../../shared/tiers/buy'
import { balanceIn, correct, firstDay, newMember, programmeOf, stampAt } from '../support/builders'

const programme = programmeOf({
  tierSales: [{ id: 'promotion', name: { zh: '晋级', en: 'Promotion' }, points: 100, to: 'next' }],
})
const member = correct(newMember(programme), programme, 100)
const buyAt = (at: string) => buyTier(openJournal(member.account, stampAt(at)), programme, { saleId: 'promotion', at })

describe('a tier for points', () => {
  it('takes points that are still good', () => {
    const bought = buyAt('2027-01-31T15:59:59.999Z')
    expect(bought).toMatchObject({ ok: true, value: { account: { tierId: 'silver', lots: [] } } })
  })

  it('takes none whose time is over, also when nobody has written that down yet', () => {
    expect(balanceIn(member)).toBe(100)
    expect(buyAt('2027-01-31T16:00:00.000Z')).toEqual({ ok: false, refusal: 'points_short', details: { short: 100 } })
    expect(buyAt(firstDay)).toMatchObject({ ok: true })
  })
})
