import { auditAccount } from '../../shared/books/audit'
import { balanceIn, buy, correct, entriesOf, giveBack, newMember, passTo, programmeOf } from '../support/builders'

const programme = programmeOf({ refundShortfall: 'debt' })
const bought = '2026-01-10T04:00:00.000Z'
const later = '2027-06-10T04:00:00.000Z'
const buyer = () => buy(newMember(programme), programme, { fen: 10_000, at: bought })

describe('a refund after the order’s points expired', () => {
  it('takes nothing back that expired unspent: it is gone already', () => {
    const book = giveBack(passTo(buyer(), later), programme, { fen: 10_000, at: later })
    expect(entriesOf(book, 'refund')).toMatchObject([{ reversed: 100, lapsed: 100, owed: 0, points: 0 }])
    expect([balanceIn(book), auditAccount(book.account, 0, book.entries)]).toEqual([0, []])
  })

  it('is owed what was spent before: to buy, spend, let expire and refund keeps nothing', () => {
    const spent = correct(buyer(), programme, -100, bought)
    const book = giveBack(passTo(spent, later), programme, { fen: 10_000, at: later })
    expect(entriesOf(book, 'refund')).toMatchObject([{ reversed: 100, lapsed: 0, owed: 100 }])
    expect(balanceIn(book)).toBe(-100)
  })

  it('counts expired points once, over several partial refunds', () => {
    const partly = correct(buyer(), programme, -40, bought)
    const first = giveBack(passTo(partly, later), programme, { fen: 5_000, at: later })
    const second = giveBack(first, programme, { fen: 5_000, at: later })
    expect(entriesOf(second, 'refund')).toMatchObject([
      { lapsed: 50, owed: 0 },
      { lapsed: 10, owed: 40 },
    ])
    expect(auditAccount(second.account, -40, second.entries)).toEqual([])
  })
})

describe('points taken as money off', () => {
  const redeeming = programmeOf({ redemption: { pointsPerYuan: 100 } })
  const rich = () => correct(newMember(redeeming), redeeming, 1_000, bought)

  it('come back in proportion, rounded down, until the whole is back', () => {
    const order = buy(rich(), redeeming, { fen: 900, burn: 100, at: bought })
    const third = giveBack(order, redeeming, { fen: 300, at: bought })
    expect(entriesOf(third, 'refund').at(-1)).toMatchObject({ returned: 33 })
    const whole = giveBack(third, redeeming, { fen: 600, at: bought })
    expect(entriesOf(whole, 'refund').at(-1)).toMatchObject({ returned: 67 })
  })

  it('first pay an older debt when they come back', () => {
    const two = buy(rich(), redeeming, { id: 'x', fen: 50_000, at: bought })
    const burnt = buy(two, redeeming, { id: 'y', fen: 0, burn: 1_400, at: bought })
    const owing = giveBack(burnt, redeeming, { of: 'x', fen: 50_000, at: bought })
    expect(owing.account.debt).toBe(400)
    const back = giveBack(owing, redeeming, { of: 'y', fen: 0, at: bought })
    expect([back.account.debt, balanceIn(back)]).toEqual([0, 1_000])
  })

  it('are refused while points are owed, and nothing is taken', () => {
    const two = buy(rich(), redeeming, { id: 'x', fen: 50_000, at: bought })
    const spent = correct(two, redeeming, -1_500, bought)
    const owing = giveBack(spent, redeeming, { of: 'x', fen: 50_000, at: bought })
    expect(owing.account.debt).toBe(500)
    expect(() => buy(owing, redeeming, { id: 'z', fen: 100, burn: 1, at: bought })).toThrow('points_short')
  })
})

it('a whole refund no longer counts as an order: a tier reached by orders is left', () => {
  const byOrders = programmeOf()
  const tiers = byOrders.tiers.map((tier, rank) =>
    rank === 1
      ? { ...tier, qualification: { match: 'any' as const, conditions: [{ kind: 'orders' as const, atLeast: 2 }] } }
      : tier,
  )
  const counted = { ...byOrders, tiers: tiers.slice(0, 2) }
  const two = buy(buy(newMember(counted), counted, { id: 'a', fen: 100 }), counted, { id: 'b', fen: 100 })
  expect(two.account.tierId).toBe(tiers[1]?.id)
  const back = giveBack(two, counted, { of: 'b', fen: 100 })
  expect(entriesOf(back, 'refund')).toMatchObject([{ tierAfter: tiers[0]?.id }])
  expect(back.account.tierId).toBe(tiers[0]?.id)
})
