import { numberOf, wechatProof, wishOf } from '../support/joining'
import { auditAll, enrolPhone, phone, requestId, useShop, valueOf } from '../support/shop'
import { atTill, hire } from '../support/till'
import { balanceOf, buys, deviceOf, joinBy, linkOf, minutesPass, referralsOf, returns } from '../support/friends'

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

describe('a friend whose first order goes back while another one stands', () => {
  it('counts on for both, until that one goes back as well', async () => {
    const { openid, scene } = await referrer()
    const friend = await friendOf(scene)
    const before = [await balanceOf(cloud, openid), await balanceOf(cloud, friend.openid)]
    const [first, second] = [
      await buys(cloud, shop.till, friend.memberNo),
      await buys(cloud, shop.till, friend.memberNo),
    ]
    await minutesPass(cloud, 4)
    await returns(cloud, shop.till, first, 5_000)
    await minutesPass(cloud, 4)
    expect(await balanceOf(cloud, openid)).toBe(before[0]! + 200)
    expect(await balanceOf(cloud, friend.openid)).toBe(before[1]! + 200 + 50)
    expect((await referralsOf(cloud, openid)).friends).toMatchObject([{ state: 'rewarded', points: 200 }])

    await returns(cloud, shop.till, second, 5_000)
    await minutesPass(cloud, 4)
    expect([await balanceOf(cloud, openid), await balanceOf(cloud, friend.openid)]).toEqual(before)
    expect((await referralsOf(cloud, openid)).friends).toMatchObject([{ state: 'reversed', points: 0 }])
  })
})

describe('a member’s link', () => {
  const welcome = async (openid: string, scene: string) =>
    valueOf(await phone(cloud, openid, 'shop.welcome', { scene }))

  it('is always the same, of at most 32 characters, and another one for each member', async () => {
    const [one, two] = [await referrer(), await referrer()]
    expect(await linkOf(cloud, one.openid)).toBe(one.scene)
    expect(one.scene).toMatch(/^[A-Z2-7]{16}$/)
    expect(two.scene).not.toBe(one.scene)
  })

  it('has a picture that is drawn once and kept', async () => {
    const { openid } = await referrer()
    const drawn = async () =>
      (await cloud.control('outbox')).openapi.filter(({ api }: any) => api === 'wxacode.getUnlimited').length
    const before = await drawn()
    const first = valueOf(await phone(cloud, openid, 'referrals.link', { picture: true }))
    expect(Buffer.from(first.picture, 'base64').subarray(1, 4).toString()).toBe('PNG')
    await cloud.drain()
    expect(valueOf(await phone(cloud, openid, 'referrals.link', { picture: true }))).toEqual(first)
    expect(await drawn()).toBe(before + 1)
  })

  it('says who invites, masked until they wish otherwise, and what there is to get', async () => {
    const { openid, scene } = await referrer()
    valueOf(await phone(cloud, openid, 'members.rename', { name: '林小满' }))
    await linkOf(cloud, openid)
    expect((await welcome(someone(), scene)).from).toEqual({
      kind: 'friend',
      name: '林**',
      state: 'open',
      offer: { gives: [{ zh: '200 积分', en: '200 points' }], order: { fromFen: 3_000, withinDays: 30 } },
    })
    await linkOf(cloud, openid, { showName: true })
    expect((await welcome(someone(), scene)).from.name).toBe('林小满')
  })

  it('is nothing for whoever is a member already, or made it themselves', async () => {
    const { openid, scene } = await referrer()
    const member = someone()
    await enrolPhone(cloud, member)
    expect((await welcome(openid, scene)).from.state).toBe('own')
    expect((await welcome(member, scene)).from.state).toBe('member')
    const wish = await wishOf(cloud, member)
    expect(valueOf(await phone(cloud, member, 'members.enrol', { ...wish, scene })).joined).toBeNull()
    expect((await referralsOf(cloud, openid)).friendsInAll).toBe(0)
  })

  it('that is forged or of another shop is known to be none of ours, and whoever holds it may join all the same', async () => {
    const { scene } = await referrer()
    for (const forged of ['ABCDEFGH23456789', `${scene.slice(0, -1)}9`]) {
      const visitor = someone()
      expect(await welcome(visitor, forged)).toMatchObject({ sceneKnown: false, from: null })
      const wish = await wishOf(cloud, visitor)
      for (const language of ['zh-CN', 'en'])
        expect(await phone(cloud, visitor, 'members.enrol', { ...wish, scene: forged }, { language })).toMatchObject({
          refusal: { code: 'scene_unknown' },
        })
      expect((await enrolPhone(cloud, visitor)).joined).not.toBeNull()
    }
  })

  it('counts only where it was the first that brought somebody: neither a later one nor a store’s takes its place', async () => {
    const [early, late] = [await referrer(), await referrer()]
    const visitor = someone()
    await welcome(visitor, early.scene)
    await cloud.drain()
    await joinBy(cloud, visitor, { scene: late.scene })
    expect((await referralsOf(cloud, early.openid)).friendsInAll).toBe(1)
    expect((await referralsOf(cloud, late.openid)).friendsInAll).toBe(0)
  })

  it('brings whoever joined by it to one member alone: a friend’s friend is nobody’s but the friend’s', async () => {
    const first = await referrer()
    const friend = await friendOf(first.scene)
    const second = await friendOf(await linkOf(cloud, friend.openid))
    await buys(cloud, shop.till, second.memberNo)
    await minutesPass(cloud, 3)
    expect(await referralsOf(cloud, first.openid)).toMatchObject({ counted: 0, friendsInAll: 1, points: 0 })
    expect(await referralsOf(cloud, friend.openid)).toMatchObject({ counted: 1, points: 200 })
  })
})

describe('a guest who had opened a friend’s link and is enrolled at the counter', () => {
  const clerk = 'o-clerk-link'
  const guest = () => {
    const openid = someone()
    return { openid, number: numberOf(openid) }
  }
  const opens = async ({ openid }: { openid: string }, scene: string) => {
    valueOf(await phone(cloud, openid, 'shop.welcome', { scene }))
    await cloud.drain()
  }
  const enrolled = async ({ openid, number }: { openid: string; number: string }) => {
    await hire(cloud, clerk)
    const { consent } = await wishOf(cloud, openid)
    const asked = { storeId: 'S1', consent, phone: number }
    return valueOf(await atTill(cloud, clerk, 'staff.enrol', asked, requestId())).customer
  }
  const proves = async ({ openid, number }: { openid: string; number: string }, more: object = {}) => {
    const { consent } = await wishOf(cloud, openid)
    const wish = { consent, phone: await wechatProof(cloud, number), ...more }
    return valueOf(await phone(cloud, openid, 'members.enrol', wish))
  }

  it('is that member’s friend once their own WeChat opens the account, and what they bought meanwhile rewards both', async () => {
    const { openid, scene } = await referrer()
    const friend = guest()
    await opens(friend, scene)
    const customer = await enrolled(friend)
    const before = await balanceOf(cloud, openid)
    const orderId = await buys(cloud, shop.till, customer.member.memberNo)
    const own = await proves(friend, { device: deviceOf() })
    const asked = { storeId: 'S1', phone: friend.number }
    const { memberNo } = valueOf(await phone(cloud, openid, 'home.read')).member
    expect(valueOf(await atTill(cloud, clerk, 'staff.find', asked)).origin).toEqual({
      from: 'referral',
      storeName: '一店',
      referrer: { name: null, memberNo },
    })
    await minutesPass(cloud, 4)
    expect(await referralsOf(cloud, openid)).toMatchObject({
      friendsInAll: 1,
      counted: 1,
      friends: [{ state: 'rewarded' }],
    })
    expect(await balanceOf(cloud, openid)).toBe(before + 200)
    expect(await balanceOf(cloud, friend.openid)).toBe(own.points.balance + 200)

    await returns(cloud, shop.till, orderId, 5_000)
    await minutesPass(cloud, 4)
    expect(await referralsOf(cloud, openid)).toMatchObject({ counted: 0, friends: [{ state: 'reversed' }] })
    expect(await balanceOf(cloud, openid)).toBe(before)
  })

  it('is looked at where their phone is the referrer’s, as if they had joined by it', async () => {
    const device = deviceOf()
    const { openid } = await referrer()
    const friend = guest()
    await opens(friend, await linkOf(cloud, openid, { device }))
    const customer = await enrolled(friend)
    await buys(cloud, shop.till, customer.member.memberNo)
    await proves(friend, { device })
    await minutesPass(cloud, 3)
    expect((await referralsOf(cloud, openid)).friends).toMatchObject([{ state: 'review', points: 0 }])
  })

  it('is nobody’s friend where the link was opened after they were enrolled', async () => {
    const { openid, scene } = await referrer()
    const late = guest()
    await enrolled(late)
    await cloud.advance(1000)
    await opens(late, scene)
    await proves(late)
    expect((await referralsOf(cloud, openid)).friendsInAll).toBe(0)
  })
})

it('leaves whole books behind', async () => {
  expect(await auditAll(cloud)).toMatchObject({ faults: [] })
})
