import { auditAll, enrolPhone, memberOf, order, phone, record, refundOf, useShop, valueOf } from '../support/shop'

const shop = useShop('demo-tea', 'once')
const byCard = (memberNo: string, more: object = {}) => ({ ...order(more), customer: { memberNo } })
const home = async (openid: string) => valueOf(await phone(shop.cloud, openid, 'home.read'))

describe('an order with the member’s card', () => {
  it('reaches the member who holds the number, and no other', async () => {
    const [one, two] = [await enrolPhone(shop.cloud, 'o-card-1'), await enrolPhone(shop.cloud, 'o-card-2')]
    const item = byCard(one.member.memberNo, { orderId: 'card-a' })
    expect(await record(shop.cloud, shop.till, [item])).toMatchObject([{ ok: true, memberNo: one.member.memberNo }])
    await shop.cloud.drain()
    expect(await record(shop.cloud, shop.till, [item])).toMatchObject([{ ok: true, duplicate: true }])
    expect((await home('o-card-1')).points.balance).toBe(200)
    expect((await home('o-card-2')).points.balance).toBe(100)
    const refund = { ...refundOf('card-a', 10_000), customer: { memberNo: two.member.memberNo } }
    expect(await record(shop.cloud, shop.till, [refund])).toMatchObject([{ ok: true, balance: 100 }])
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })

  it('is refused with member_unknown for a number that nobody holds, and enrols nobody', async () => {
    expect(await record(shop.cloud, shop.till, [byCard('00000000')])).toMatchObject([
      { refusal: { code: 'member_unknown' } },
    ])
  })

  it('and one with the till’s number for the same member are worked in the order of the batch', async () => {
    await record(shop.cloud, shop.till, [order({ customer: 'regular-guest', amountFen: 49_900 })])
    const { memberNo } = await memberOf(shop.cloud, 'regular-guest')
    const results = await record(shop.cloud, shop.till, [
      byCard(memberNo, { amountFen: 100 }),
      order({ customer: 'regular-guest', amountFen: 10_000 }),
    ])
    expect(results).toMatchObject([
      { points: 1, tierId: 'silver' },
      { points: 150, balance: 650 },
    ])
  })
})
