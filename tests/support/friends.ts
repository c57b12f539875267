import { randomUUID } from 'node:crypto'
import type { TestCloud } from './cloud'
import { wishOf } from './joining'
import { enrolPhone, order, phone, record, refundOf, valueOf, wakeClock, type Till } from './shop'

/** A phone that has never been heard of, of a make of its own; or the one of this installation. */
export function deviceOf(installation: string = randomUUID(), model = `make ${installation}`) {
  return { installation, model }
}

/** The code of a member's link, opened on a phone of theirs. */
export async function linkOf(cloud: TestCloud, openid: string, input: object = {}): Promise<string> {
  return valueOf(await phone(cloud, openid, 'referrals.link', input)).scene
}

type Coming = { scene: string; device?: object; name?: string }

/** Somebody opens a friend's link and joins by it; their home page. */
export async function joinBy(cloud: TestCloud, openid: string, { scene, device = deviceOf(), name }: Coming) {
  valueOf(await phone(cloud, openid, 'shop.welcome', { scene }))
  await cloud.drain()
  const wish = { ...(await wishOf(cloud, openid)), scene, device, ...(name ? { name } : {}) }
  return valueOf(await phone(cloud, openid, 'members.enrol', wish))
}

/** The friend's own orders, told by the till under their member number; at the shop's own time. */
export async function buys(
  cloud: TestCloud,
  till: Till,
  memberNo: string,
  about: { orderId?: string; amountFen?: number } = {},
) {
  const { now: at } = await cloud.control('clock')
  const { orderId = `o-${randomUUID()}`, amountFen = 5_000 } = about
  const [result] = await record(cloud, till, [{ ...order({ orderId, amountFen, at }), customer: { memberNo } }])
  if (!result?.ok) throw new Error(`not taken: ${JSON.stringify(result)}`)
  return orderId
}

export async function returns(cloud: TestCloud, till: Till, orderId: string, amountFen: number) {
  const { now: at } = await cloud.control('clock')
  const [result] = await record(cloud, till, [{ ...refundOf(orderId, amountFen), at }])
  if (!result?.ok) throw new Error(`not taken back: ${JSON.stringify(result)}`)
}

/** The clock comes by so many times, a minute apart. */
export async function minutesPass(cloud: TestCloud, minutes = 2): Promise<void> {
  await cloud.drain()
  for (let minute = 0; minute < minutes; minute += 1) {
    await cloud.advance(60_000)
    await wakeClock(cloud)
  }
}

/** The clock comes by each minute until something is done, however little of it one run of a busy machine does. */
export async function minutesUntil(cloud: TestCloud, isDone: () => Promise<boolean>, most = 60): Promise<void> {
  for (let minute = 0; minute < most && !(await isDone()); minute += 1) await minutesPass(cloud, 1)
}

export async function balanceOf(cloud: TestCloud, openid: string): Promise<number> {
  return valueOf(await phone(cloud, openid, 'home.read')).points.balance
}

export async function referralsOf(cloud: TestCloud, openid: string, input: object = {}): Promise<any> {
  return valueOf(await phone(cloud, openid, 'referrals.read', input))
}

/** A friend on the phone of their referrer, whose order has come: nobody is rewarded, and a manager has to look. */
export async function heldBack(cloud: TestCloud, till: Till) {
  const device = deviceOf()
  const [referrer, openid] = [`o-${randomUUID()}`, `o-${randomUUID()}`]
  await enrolPhone(cloud, referrer)
  const scene = await linkOf(cloud, referrer, { device })
  const { member } = await joinBy(cloud, openid, { scene, device })
  await buys(cloud, till, member.memberNo)
  await minutesPass(cloud, 1)
  return { referrer, openid, scene, accountId: member.accountId as string }
}

/** A member with a friend who counts. */
export async function withFriend(cloud: TestCloud, till: Till) {
  const [referrer, openid] = [`o-${randomUUID()}`, `o-${randomUUID()}`]
  await enrolPhone(cloud, referrer)
  const { member } = await joinBy(cloud, openid, { scene: await linkOf(cloud, referrer) })
  await buys(cloud, till, member.memberNo)
  await minutesPass(cloud, 2)
  return { referrer, openid }
}
