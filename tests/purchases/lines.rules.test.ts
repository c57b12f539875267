import fc from 'fast-check'
import { Replay } from '../../shared/insights/replay'
import { pointsOf } from '../../shared/points/earn'
import { pharmacy } from '../../shared/programme/presets/pharmacy'
import type { Programme } from '../../shared/programme/schema'
import { billOf, billTermsOf } from '../../shared/purchases/bill'
import { earnsNothingFen, leftOutOf, linesTotal, mergedLines, undiscountedFen } from '../../shared/purchases/lines'
import { programmeOf } from '../support/builders'

const storeId = 'S1'
const lines = [
  { kind: 'prescription', amountFen: 200 },
  { kind: 'otc', amountFen: 300 },
  { kind: 'prescription', amountFen: 50 },
]

it('P3.2 only the kinds that the programme names are left out, and never more than the order', () => {
  expect(earnsNothingFen(pharmacy, { storeId, amountFen: 1_000, lines })).toBe(250)
  expect(undiscountedFen(pharmacy, { amountFen: 1_000, lines })).toBe(250)
  expect(earnsNothingFen(pharmacy, { storeId, amountFen: 100, leftOutFen: 250 })).toBe(100)
  expect(earnsNothingFen({ ...pharmacy, earning: {} }, { storeId, amountFen: 1_000, lines })).toBe(0)
})

describe('where points are earned only in some stores or on some kinds', () => {
  const nothing = (earning: NonNullable<Programme['earning']>, order: object) =>
    earnsNothingFen(programmeOf({ earning }), { storeId, amountFen: 1_000, ...order })

  it('an order of another store earns nothing, whatever it is of', () => {
    expect(nothing({ only: { stores: ['S1', 'S2'] } }, { lines })).toBe(0)
    expect(nothing({ only: { stores: ['S2'] } }, {})).toBe(1_000)
    expect(nothing({ only: { stores: ['S2'], kinds: ['otc'] } }, { lines })).toBe(1_000)
  })

  it('of lines that are told the named kinds earn and nothing else', () => {
    expect(nothing({ only: { kinds: ['otc'] } }, { lines })).toBe(700)
    expect(nothing({ only: { kinds: ['otc', 'prescription'] } }, { lines })).toBe(450)
    expect(nothing({ only: { kinds: ['otc', 'prescription'] }, nothingFor: ['prescription'] }, { lines })).toBe(700)
  })

  it('an order without lines earns but for what its till leaves out', () => {
    expect([{}, { lines: [] }].map((told) => nothing({ only: { kinds: ['otc'] } }, told))).toEqual([0, 0])
    expect(nothing({ only: { kinds: ['otc'] } }, { leftOutFen: 300 })).toBe(300)
    expect(leftOutOf(programmeOf({ earning: { only: { kinds: ['otc'] } } }))).toEqual({ points: true, discount: false })
    expect(leftOutOf(programmeOf({ earning: { only: { stores: ['S1'] } } }))).toBeNull()
  })

  it('a bill tells of no points in another store', () => {
    const programme = programmeOf({ earning: { only: { stores: ['S1'] } } })
    const earns = (at?: string) =>
      billOf(
        { amountFen: 1_000, burnPoints: 0 },
        billTermsOf(programme, programme.tiers[0]!, at ? { storeId: at } : {}),
      ).earns
    expect([earns(), earns('S1'), earns('S2')]).toEqual([10, 10, 0])
  })

  it('an order and its refunds come to what they would of an order of the rest, tried on history as well', () => {
    const kinds = fc.array(fc.record({ kind: fc.constantFrom('otc', 'food'), amountFen: fc.nat(30_000) }))
    const some = [kinds, fc.nat(10_000), fc.nat(100), fc.constantFrom('S1', 'S2')] as const
    fc.assert(
      fc.property(...some, (told, more, percent, at) => {
        const programme = programmeOf({ earning: { only: { stores: ['S1'], kinds: ['otc'] } } })
        const amountFen = linesTotal(told) + more
        const ofOtc = linesTotal(told.filter(({ kind }) => kind === 'otc'))
        const earning = at === 'S2' ? 0 : told.length > 0 ? ofOtc : amountFen
        const replay = new Replay(programme, { keepOrders: true })
        const act = { orderId: 'o', storeId: at, at: '2026-03-01T04:00:00.000Z' }
        const order = replay.order({ ...act, customerId: 'c', amountFen, lines: told })
        expect(order).toMatchObject({
          ok: true,
          value: { account: { totals: { pointsEarned: pointsOf(earning, 100) } } },
        })
        const backFen = Math.floor((amountFen * percent) / 100)
        const left = Math.max(0, earning - backFen)
        const refund = replay.refund({ ...act, refundId: 'r', amountFen: backFen })
        expect(refund).toMatchObject({
          ok: true,
          value: { account: { totals: { pointsEarned: pointsOf(left, 100) } } },
        })
      }),
    )
  })
})

it('lines of one kind are made one, in the order of their kinds, and come to as much as before', () => {
  const merged = mergedLines([...lines, { kind: 'empty', amountFen: 0 }])
  expect(merged.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
    ['otc', 300],
    ['prescription', 250],
  ])
  expect(linesTotal(merged)).toBe(linesTotal(lines))
})
