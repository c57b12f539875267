import { anyOf } from '../../shared/programme/presets/usual'
import { buy, giveBack, newMember, programmeOf, tierOf } from '../support/builders'

const tiers = [
  tierOf({ id: 'regular' }),
  tierOf({ id: 'silver', qualification: anyOf({ kind: 'engagement', atLeast: 20 }) }),
]
const programme = programmeOf({ tiers, earning: { acts: { order: { engagement: 10 } } } })
const seen = ({ account }: ReturnType<typeof buy>) => [account.counters.engagement, account.tierId]

describe('P4.5 the engagement that orders bring', () => {
  const two = ['a', 'b'].reduce((book, id) => buy(book, programme, { id, fen: 100 }), newMember(programme))

  it('counts once for each order, and may lead to a tier at once', () => {
    expect(seen(buy(newMember(programme), programme, { id: 'a', fen: 0 }))).toEqual([10, 'regular'])
    expect(seen(two)).toEqual([20, 'silver'])
  })

  it('is taken back with the last of an order and not before, the tier with it', () => {
    const part = giveBack(two, programme, { of: 'b', fen: 40 })
    expect(seen(part)).toEqual([20, 'silver'])
    expect(seen(giveBack(part, programme, { of: 'b', fen: 60 }))).toEqual([10, 'regular'])
  })

  it('counts no more orders of a day than the programme says', () => {
    const limited = programmeOf({
      tiers,
      earning: { acts: { order: { engagement: 10, limit: { times: 1, per: 'day' } } } },
    })
    const day = (id: string, at: string) => ({ id, fen: 100, at: `2026-05-${at}T04:00:00.000Z` })
    const orders = [day('a', '20'), day('b', '20'), day('c', '21')]
    const scores = orders.map((_, n) =>
      orders.slice(0, n + 1).reduce((book, order) => buy(book, limited, order), newMember(limited)),
    )
    expect(scores.map(seen)).toEqual([
      [10, 'regular'],
      [10, 'regular'],
      [20, 'silver'],
    ])
  })
})
