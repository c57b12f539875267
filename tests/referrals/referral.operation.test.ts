import { auditAll, enrolPhone, requestId, useShop } from '../support/shop'
import { balanceOf, buys, joinBy, linkOf, minutesPass, referralsOf, returns } from '../support/friends'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const someone = () => `o-${requestId()}`

/** A member with a link. */
async function referrer() {
  const openid = someone()
  const home = await enrolPhone(cloud, openid)
  return { openid, scene: await linkOf(cloud, openid), memberNo: home.member.memberNo as string }
}

async function friendOf(scene: string, name = '沈小满') {
  const openid = someone()
  const { member } = await joinBy(cloud, openid, { scene, name })
  return { openid, memberNo: member.memberNo as string, accountId: member.accountId as string }
}

describe('a friend who joins by a link and buys', () => {
  it('rewards both within the next minutes, once, and a refund takes both back', async () => {
    const { openid, scene } = await referrer()
    const friend = await friendOf(scene)
    const before = [await balanceOf(cloud, openid), await balanceOf(cloud, friend.openid)]
    expect((await referralsOf(cloud, openid)).friends).toMatchObject([{ name: '沈**', state: 'waiting', points: 0 }])

    const orderId = await buys(cloud, shop.till, friend.memberNo)
    await minutesPass(cloud, 4)
    expect(await balanceOf(cloud, openid)).toBe(before[0]! + 200)
    expect(await balanceOf(cloud, friend.openid)).toBe(before[1]! + 200 + 50)
    expect(await referralsOf(cloud, openid)).toMatchObject({
      counted: 1,
      points: 200,
      friendsInAll: 1,
      friends: [{ state: 'rewarded', points: 200, capped: false }],
    })

    await returns(cloud, shop.till, orderId, 5_000)
    await minutesPass(cloud, 4)
    expect([await balanceOf(cloud, openid), await balanceOf(cloud, friend.openid)]).toEqual(before)
    const after = await referralsOf(cloud, openid)
    expect(after).toMatchObject({ counted: 0, points: 0, friends: [{ state: 'reversed', points: 0 }] })
    expect(after.friends[0].until).not.toBeNull()
  })
})

it('leaves whole books behind', async () => {
  expect(await auditAll(cloud)).toMatchObject({ faults: [] })
})
