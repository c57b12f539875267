import { enrolPhone, order, phone, record, refundOf, useShop, valueOf } from '../support/shop'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const history = async (openid: string, cursor?: string) =>
  valueOf(await phone(cloud, openid, 'tiers.history', cursor ? { cursor } : {}))

let count = 0
async function someone() {
  count += 1
  const openid = `o-history-${count}`
  const { member } = await enrolPhone(cloud, openid)
  const buy = async (orderId: string, amountFen: number) =>
    record(cloud, shop.till, [{ ...order({ orderId, amountFen }), customer: { memberNo: member.memberNo } }])
  return { openid, buy }
}

describe('a member’s way to their tier', () => {
  it('has every change with its figures, what counted with its store, and nobody else’s', async () => {
    const [one, two] = [await someone(), await someone()]
    await one.buy('h-1', 12_800)
    await two.buy('h-other', 99_900)
    await one.buy('h-2', 40_000)
    await record(cloud, shop.till, [refundOf('h-2', 4_200)])
    await cloud.drain()
    const { events, current, progress, counts, nextCursor } = await history(one.openid)
    const counted = (spendFen: number, orders: number) => ({ counted: expect.objectContaining({ spendFen, orders }) })
    const face = (id: string) => expect.objectContaining({ id })
    expect(events.map(({ event }: any) => event)).toEqual([
      {
        code: 'tier',
        from: face('silver'),
        to: face('regular'),
        up: false,
        cause: 'refund',
        because: [],
        ...counted(48_600, 2),
      },
      { code: 'refund', amountFen: 4_200, storeName: '一店', ...counted(48_600, 2) },
      {
        code: 'tier',
        from: face('regular'),
        to: face('silver'),
        up: true,
        cause: 'qualified',
        because: [expect.objectContaining({ kind: 'spend', have: 52_800, need: 50_000 })],
        ...counted(52_800, 2),
      },
      { code: 'order', amountFen: 40_000, storeName: '一店', ...counted(52_800, 2) },
      { code: 'order', amountFen: 12_800, storeName: '一店', ...counted(12_800, 1) },
      { code: 'enrol', tier: face('regular'), via: 'wechat', storeName: null },
    ])
    expect([current.id, counts, nextCursor]).toEqual(['regular', ['spend'], null])
    expect(progress).toMatchObject({ next: { id: 'silver' }, requirements: [{ have: 48_600, need: 50_000 }] })
  })

  it('goes by pages without a gap or a double, and counts on from page to page', async () => {
    const { openid, buy } = await someone()
    for (let n = 1; n <= 25; n += 1) await buy(`p-${n}`, 100)
    const first = await history(openid)
    await buy('p-later', 100)
    const second = await history(openid, first.nextCursor)
    const spent = [...first.events, ...second.events].map(({ event }: any) => event.counted?.spendFen)
    expect(spent).toEqual([...Array.from({ length: 25 }, (_, n) => 2_500 - n * 100), undefined])
    expect([first.events.length, second.nextCursor]).toEqual([20, null])
  })
})
