import {
  auditAll,
  manage,
  managerOpenid,
  memberOf,
  order,
  record,
  requestId,
  sendItems,
  useShop,
  wakeClock,
} from '../support/shop'

const shop = useShop('demo-tea', 'once')
const customer = () => `c-${requestId().slice(0, 8)}`

/** Sends the same until it comes to a ruling, as a till does when it hears that the shop is busy. */
async function persist<T>(send: () => Promise<T>, busy: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await send()
    if (!busy(answer)) return answer
  }
}
const oneAtTill = (item: object) =>
  persist(
    async () => (await sendItems(shop.cloud, shop.till, [item])).reply as any,
    (reply) => (reply.ok ? reply.value.results[0].refusal?.code === 'busy' : reply.refusal.code === 'busy'),
  )
const times = <T>(count: number, work: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)))
const whole = async () => {
  await shop.cloud.drain()
  expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
}

describe('sixty-four at once', () => {
  it('orders of one member under numbers of their own are all taken, and the ledger is whole', async () => {
    const who = customer()
    const replies = await times(64, () => oneAtTill(order({ customer: who, amountFen: 100 })))
    expect(replies.every((reply) => reply.value?.results[0].ok === true)).toBe(true)
    expect(await memberOf(shop.cloud, who)).toMatchObject({ orders: 64, spendFen: 6_400, points: 64 })
    await whole()
  })

  it('burns at the till of a balance that allows ten come to exactly ten', async () => {
    const who = customer()
    await record(shop.cloud, shop.till, [order({ customer: who, amountFen: 10_000 })])
    const replies = await times(64, () => oneAtTill(order({ customer: who, amountFen: 0, burnPoints: 10 })))
    const codes = replies.map((reply) => reply.value.results[0].refusal?.code ?? 'taken')
    expect(codes.filter((code) => code === 'taken')).toHaveLength(10)
    expect(codes.filter((code) => code === 'points_short')).toHaveLength(54)
    expect(await memberOf(shop.cloud, who)).toMatchObject({ points: 0, orders: 11 })
    await whole()
  })

  it('corrections that take points of a balance that allows ten come to exactly ten', async () => {
    const who = customer()
    await record(shop.cloud, shop.till, [order({ customer: who, amountFen: 10_000 })])
    const { accountId } = await memberOf(shop.cloud, who)
    const input = { accountId, change: -10, reason: '扣减' }
    const replies = await times(64, () => {
      const event = { operation: 'points.adjust', input, requestId: requestId() }
      return persist(
        () => shop.cloud.call('manager', event, managerOpenid),
        (reply) => !reply.ok && reply.refusal.code === 'busy',
      )
    })
    const codes = replies.map((reply) => (reply.ok ? 'taken' : reply.refusal.code))
    expect(codes.filter((code) => code === 'taken')).toHaveLength(10)
    expect(codes.filter((code) => code === 'points_short')).toHaveLength(54)
    expect(await memberOf(shop.cloud, who)).toMatchObject({ points: 0 })
    await whole()
  })
})

describe('one order number', () => {
  it('sent thirty-two times at once is taken once', async () => {
    const item = order({ customer: customer(), amountFen: 5_000 })
    const replies = await times(32, () => oneAtTill(item))
    const results = replies.map((reply) => reply.value.results[0])
    expect(results.filter((result) => result.ok && !result.duplicate)).toHaveLength(1)
    expect(results.filter((result) => result.ok && result.duplicate)).toHaveLength(31)
    expect(await memberOf(shop.cloud, item.customer.externalId)).toMatchObject({ orders: 1, points: 50 })
    await whole()
  })

  it('sent at once for two customers gives its points to exactly one, once the clock has run', async () => {
    for (let round = 0; round < 3; round += 1) {
      const [one, two] = [customer(), customer()]
      const orderId = `o-${requestId()}`
      await Promise.all([one, two].map((who) => oneAtTill(order({ customer: who, orderId, amountFen: 5_000 }))))
      for (let minutes = 0; minutes < 5; minutes += 1) {
        await shop.cloud.advance(60_000)
        await wakeClock(shop.cloud)
      }
      const members = await Promise.all([memberOf(shop.cloud, one), memberOf(shop.cloud, two)])
      expect(members.reduce((sum, member) => sum + (member?.points ?? 0), 0)).toBe(50)
      expect(members.filter((member) => (member?.orders ?? 0) === 1)).toHaveLength(1)
      await whole()
    }
  })
})

it('nothing was taken twice in all of this', async () => {
  const { orders } = await manage(shop.cloud, 'members.totals')
  const entries = (await shop.cloud.dump('entries')).map(({ document }: any) => document)
  const bought = entries.filter((entry: any) => entry.kind === 'purchase').length
  const undone = entries.filter((entry: any) => entry.kind === 'refund' && entry.whole).length
  expect(orders).toBe(bought - undone)
})
