import { budgetId } from '../../shared/campaigns/budgets'
import type { Stock } from '../../cloudfunctions/_runtime/stock'
import { crashesAreHarmless } from '../books/crashes'
import { campaignOf } from '../support/campaigns'
import { bendProgramme, memberOf, order, record, type Shop } from '../support/shop'

const costFen = 500

/** An order that a campaign with a budget gives points to; it has happened when the points are there. */
const commands = (shop: Shop) => ({
  'an order that a budget pays for': {
    function: 'pos',
    operation: 'purchases.record',
    callsAtLeast: 6,
    prepare: async () => undefined,
    send: (who: string) =>
      record(shop.cloud, shop.till, [order({ customer: who, orderId: `o-${who}`, amountFen: 0 })]).catch(
        () => undefined,
      ),
    effect: async (who: string) => ((await memberOf(shop.cloud, who))?.points ?? 0) / costFen,
  },
})

const prepare = ({ cloud }: Shop) =>
  bendProgramme(cloud, {
    redemption: { pointsPerYuan: 100 },
    campaigns: [campaignOf('grant', { effects: [{ kind: 'points', points: costFen }], budgetFen: 10_000_000 })],
  })

/** What the budget counts as spent is what the ledger says was given, and nothing is held. */
async function after({ cloud }: Shop): Promise<void> {
  const stocks: { document: any }[] = await cloud.dump('stocks')
  const stock = stocks.find(({ document }) => document._id === budgetId('grant'))?.document as Stock
  const entries: { document: any }[] = await cloud.dump('entries')
  const given = entries.flatMap(({ document }) => document.campaigns ?? [])
  expect(stock).toMatchObject({ taken: given.length * costFen, held: {} })
}

// The clock ends what was left held each fifth minute.
describe('an order of a campaign that is killed or not heard', () =>
  crashesAreHarmless(['killed before', 'killed after', 'answer lost'], undefined, {
    commands,
    prepare,
    after,
    minutes: 12,
  }))
