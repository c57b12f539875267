import { Replay } from '../../shared/insights/replay'
import { Simulation } from '../../shared/insights/simulation'
import { addMilliseconds } from '../../shared/kit/time'
import { budgetClaims, budgetId } from '../../shared/campaigns/budgets'
import type { Programme } from '../../shared/programme/schema'
import { entriesOf, firstDay, giveBack, newMember } from '../support/builders'
import { campaignOf, campaignShop, pays } from '../support/campaigns'

const seven = { effects: [{ kind: 'points' as const, points: 700 }], budgetFen: 100_000 }
const orderOf = (n: number, amountFen = 0) => ({
  orderId: `o${n}`,
  customerId: `c${n}`,
  storeId: 'S1',
  amountFen,
  at: addMilliseconds(firstDay, n * 1_000),
})

it('a budget stops its campaign in a replay at the same fen as in the cloud', () => {
  const replay = new Replay(campaignShop([campaignOf('grant', seven)]), { own: true })
  const earned = Array.from({ length: 300 }, (_, n) => replay.order(orderOf(n))).map((ruling) =>
    ruling.ok ? ruling.value.account.totals.pointsEarned : -1,
  )
  expect(earned.slice(0, 142).every((points) => points === 700)).toBe(true)
  expect(earned.slice(142).every((points) => points === 0)).toBe(true)
})

it('a refund lets a replay give it again', () => {
  const replay = new Replay(campaignShop([campaignOf('grant', { ...seven, budgetFen: 700 })]), { keepOrders: true })
  const points = (n: number) => {
    const ruling = replay.order(orderOf(n, 100))
    return ruling.ok ? ruling.value.account.totals.pointsEarned : -1
  }
  expect([points(1), points(2)]).toEqual([701, 1])
  replay.refund({ refundId: 'r', orderId: 'o1', storeId: 'S1', amountFen: 100, at: addMilliseconds(firstDay, 5_000) })
  expect(points(3)).toBe(701)
})

it('a refund gives nothing back to a budget that had not counted its order', () => {
  const paid = (programme: Programme) => pays(newMember(programme), programme, { fen: 100 })
  const claims = (before: Programme, after: Programme) =>
    entriesOf(giveBack(paid(before), after, { fen: 100 }), 'refund').flatMap((entry) => budgetClaims(after, entry))
  const without = campaignShop([campaignOf('grant', { effects: seven.effects })])
  const having = campaignShop([campaignOf('grant', { ...seven, storeBudgetFen: 5_000 })])
  expect(claims(without, having)).toEqual([])
  expect(claims(having, having).map(({ budgetId: id, way, fen }) => [id, way, fen])).toEqual([
    [budgetId('grant'), 'back', 700],
    [budgetId('grant', 'S1'), 'back', 700],
  ])
})

it('what campaigns cost is told of a history', () => {
  const simulation = new Simulation({ programme: campaignShop([campaignOf('grant', seven)]) })
  for (let n = 0; n < 300; n += 1) simulation.order(orderOf(n), '2026-01-10')
  expect(simulation.finish('2026-01-10').campaignCostFen).toBe(99_400)
})
