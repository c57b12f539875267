import { enrolPhone, phone, useShop, valueOf, wakeClock } from '../support/shop'
import { atTill, codeShownBy, hire } from '../support/till'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const [clerk, other] = ['o-clerk-1', 'o-clerk-2']
const beforeMidnight = '2026-05-20T15:58:00.000Z'

const today = async (openid: string) => valueOf(await atTill(cloud, openid, 'staff.me', {})).today

async function pay(openid: string, amountFen: number): Promise<any> {
  await cloud.advance(30_000)
  const code = await codeShownBy(cloud, 'o-member-1')
  const { scanId, accountId } = valueOf(await atTill(cloud, openid, 'staff.scan', { code, storeId: 'S1' }))
  const paid = valueOf(await atTill(cloud, openid, 'staff.accrue', { scanId, accountId, amountFen, dueFen: amountFen }))
  await cloud.drain()
  return { ...paid, accountId }
}

/** What is left to the clock is in the ledger after some minutes. */
async function inLedger(): Promise<void> {
  for (let minute = 0; minute < 3; minute += 1) {
    await cloud.advance(60_000)
    await wakeClock(cloud)
  }
}

beforeAll(async () => {
  await cloud.setClock(beforeMidnight)
  for (const openid of [clerk, other]) await hire(cloud, openid)
  await enrolPhone(cloud, 'o-member-1')
})

describe('an employee’s day', () => {
  it('begins at midnight in Shanghai, and counts their own payments and members and nobody else’s', async () => {
    await pay(clerk, 1_000)
    expect(await today(clerk)).toMatchObject({ served: 1, takenFen: 1_000 })
    await cloud.setClock('2026-05-20T16:00:00.000Z')
    const asOf = '2026-05-20T16:00:00.000Z'
    expect(await today(clerk)).toEqual({ served: 0, newMembers: 0, redeemed: 0, takenFen: 0, asOf })
    await pay(clerk, 2_000)
    await pay(clerk, 3_050)
    await pay(other, 700)
    const { terms } = valueOf(await phone(cloud, 'o-visitor', 'shop.welcome'))
    const guest = { storeId: 'S1', phone: '13800002222', consent: { ...terms, adult: true } }
    valueOf(await atTill(cloud, clerk, 'staff.enrol', guest))
    expect(await today(clerk)).toMatchObject({ served: 2, newMembers: 1, takenFen: 5_050 })
    expect(await today(other)).toMatchObject({ served: 1, newMembers: 0, takenFen: 700 })
  })

  it('counts coupons that they redeem, and none that they undo', async () => {
    const { couponId } = valueOf(await phone(cloud, 'o-member-1', 'coupons.claim', { templateId: 'osmanthus-oolong' }))
      .coupons[0]
    await cloud.advance(11 * 3_600_000)
    const code = await codeShownBy(cloud, 'o-member-1')
    const { scanId, accountId } = valueOf(await atTill(cloud, other, 'staff.scan', { code, storeId: 'S1' }))
    const before = await today(other)
    const { redemptionId } = valueOf(await atTill(cloud, other, 'coupons.redeem', { scanId, accountId, couponId }))
    await inLedger()
    expect(await today(other)).toMatchObject({ redeemed: before.redeemed + 1, served: before.served })
    expect(await today(clerk)).toMatchObject({ redeemed: 0 })
    valueOf(await atTill(cloud, other, 'coupons.undo', { accountId, redemptionId }))
    await inLedger()
    expect(await today(other)).toMatchObject({ redeemed: before.redeemed })
  })

  it('has a payment that was undone as little as one that was never taken', async () => {
    const before = await today(clerk)
    const { orderId, accountId } = await pay(clerk, 9_900)
    valueOf(await atTill(cloud, clerk, 'staff.undo', { orderId, storeId: 'S1', accountId }))
    await cloud.drain()
    expect(await today(clerk)).toEqual({ ...before, asOf: expect.any(String) })
  })
})
