import { historyKinds, TryOut, type HistoryEntry } from '../../shared/insights/try-out'
import type { Programme, Tier } from '../../shared/programme/schema'
import { buy, firstDay, giveBack, newMember, programmeOf, spendOf, tierOf, type Book } from '../support/builders'

const day = '2026-01-10'
const never = { expiry: { kind: 'never' as const } }
const live = programmeOf(never)

/** A member for each amount, with one order of it. */
const membersOf = (programme: Programme, ...yuan: number[]) =>
  yuan.map((one, index) =>
    buy(newMember(programme, `account-${10 + index}`), programme, { id: `o${index}`, fen: one * 100 }),
  )

function tried(books: readonly Book[], draft: Programme, programme = live) {
  const trial = new TryOut(programme, draft)
  for (const { entries } of books)
    for (const entry of entries) if (historyKinds.some((kind) => kind === entry.kind)) trial.take(entry as HistoryEntry)
  return trial.finish(day)
}

const withTiers = (...tiers: Tier[]) => programmeOf({ ...never, tiers })
const twice = withTiers(...live.tiers.map((tier) => ({ ...tier, pointsPerYuan: tier.pointsPerYuan * 2 })))

describe('two programmes over one history', () => {
  it('tell from which tier to which the members go, and who is higher or lower', () => {
    const [regular, silver, gold] = live.tiers as [Tier, Tier, Tier]
    const draft = withTiers(
      regular,
      { ...silver, qualification: spendOf(30_000) },
      { ...gold, qualification: spendOf(150_000) },
    )
    const { comparison } = tried(membersOf(live, 100, 400, 450, 600, 1_200, 1_600), draft)
    expect(comparison).toMatchObject({ up: 2, down: 1, better: 0, worse: 0, same: 6 })
    expect(comparison.migration).toEqual({
      'gold → gold': 1,
      'gold → silver': 1,
      'regular → regular': 1,
      'regular → silver': 2,
      'silver → silver': 1,
    })
  })

  it('weigh points by what they are worth as money, and name the twenty whom the change moves most', () => {
    const yuan = [7, 7, ...Array.from({ length: 23 }, (_, index) => 101 + index)]
    const { comparison } = tried(membersOf(live, ...yuan), twice)
    const { better, worse, same, mostAffected, changeFen } = comparison
    expect([better, worse, same]).toEqual([25, 0, 0])
    expect(mostAffected).toHaveLength(20)
    expect(mostAffected[0]).toMatchObject({ customerId: 'account-34', liveFen: 123, draftFen: 246, changeFen: 123 })
    expect(mostAffected.map((one) => one.changeFen)).toEqual(Array.from({ length: 20 }, (_, index) => 123 - index))
    expect(changeFen.liability).toBe(yuan.reduce((sum, one) => sum + one, 0))
    expect(tried(membersOf(live, 7, 7, 7), twice).comparison.mostAffected.map(({ customerId }) => customerId)).toEqual([
      'account-10',
      'account-11',
      'account-12',
    ])
  })

  it('set what a discount gives against what points take', () => {
    const draft = withTiers(tierOf({ id: 'regular', pointsPerYuan: 0, benefits: [{ kind: 'discount', percent: 10 }] }))
    const { comparison } = tried(membersOf(live, 100), draft)
    expect(comparison).toMatchObject({ better: 1, worse: 0, changeFen: { discounts: 1_000, liability: -100 } })
    expect(comparison.mostAffected).toMatchObject([{ liveFen: 100, draftFen: 1_000, changeFen: 900 }])
  })
})

describe('what is outstanding', () => {
  it('is no less because somebody owes points, and neither is what it is worth', () => {
    const [one, other] = membersOf(live, 100, 40) as [Book, Book]
    const spent = buy(one, live, { id: 'b', fen: 5_000, burn: 100 })
    const owing = giveBack(spent, live, { of: 'o0', fen: 10_000 })
    const { points, liabilityFen } = tried([owing, other], live).live
    expect(points).toMatchObject({ outstanding: 40, debt: 50 })
    expect(liabilityFen).toBe(40)
  })

  it('has the points that still wait, at what they will be worth', () => {
    const waiting = programmeOf({ ...never, earning: { pendingDays: 5 } })
    const book = buy(newMember(waiting), waiting, { fen: 10_000, at: firstDay })
    const { points, liabilityFen } = tried([book], waiting, waiting).live
    expect([points.outstanding, liabilityFen]).toEqual([100, 100])
  })
})
