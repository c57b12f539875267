import { phoneMarks } from '../../cloudfunctions/_areas/referrals/phone-marks'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import {
  auditAll,
  bendProgramme,
  manage,
  managerOpenid,
  phone,
  record,
  order,
  requestId,
  useShop,
  valueOf,
} from '../support/shop'
import { balanceOf, deviceOf, linkOf, minutesPass, minutesUntil, referralsOf } from '../support/friends'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
beforeAll(() => bendProgramme(cloud, { enrolment: { points: 100, phone: 'optional' } }))

const consent = { termsVersion: '2026-05', privacyVersion: '2026-05', adult: true as const }
type Person = { openid: string; accountId: string; memberNo: string }

/** Joins at once, by somebody's link where there is one. */
async function joins(input: object = {}): Promise<Person> {
  const openid = `o-${requestId()}`
  const { member } = valueOf(await phone(cloud, openid, 'members.enrol', { consent, ...input }))
  return { openid, ...member }
}

async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let from = 0; from < items.length; from += 8)
    results.push(...(await Promise.all(items.slice(from, from + 8).map(work))))
  return results
}

/** An order of each of them, told by the till. */
async function allBuy(people: readonly Pick<Person, 'memberNo'>[]): Promise<void> {
  const { now: at } = await cloud.control('clock')
  const orders = people.map(({ memberNo }) => ({ ...order({ at, amountFen: 5_000 }), customer: { memberNo } }))
  for (let from = 0; from < orders.length; from += 100)
    expect((await record(cloud, shop.till, orders.slice(from, from + 100))).every(({ ok }) => ok)).toBe(true)
  await cloud.drain()
}

async function reviewsAll(): Promise<any[]> {
  const all: any[] = []
  for (let after: string | undefined; ;) {
    const { reviews, nextAfter } = await manage(cloud, 'referrals.reviews', after ? { after } : {})
    all.push(...reviews)
    if (!nextAfter) return all
    after = nextAfter
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)
const decide = (accountId: string, allowed: boolean, id = requestId()) =>
  cloud.call(
    'manager',
    { operation: 'referrals.decide', input: { accountId, allowed, reason: '一家人共用一部手机' }, requestId: id },
    managerOpenid,
  )

describe('fifty accounts on one phone', () => {
  const device = deviceOf()
  const ring: Person[] = []
  beforeAll(async () => {
    const first = await joins({ device })
    const scene = await linkOf(cloud, first.openid, { device })
    ring.push(first, ...(await inTurns(numbers(24), () => joins({ scene, device }))))
    // The other half brings one another, each the next.
    for (let n = 0; n < 25; n += 1) {
      const last = ring.at(-1)!
      ring.push(await joins({ scene: await linkOf(cloud, last.openid, { device }), device }))
    }
    await allBuy(ring)
    await minutesUntil(cloud, async () => (await reviewsAll()).length === ring.length - 1)
    await minutesPass(cloud, 4)
  }, 240_000)

  it('earn nothing by one another', async () => {
    expect(ring).toHaveLength(50)
    const balances = await inTurns(ring, ({ openid }) => balanceOf(cloud, openid))
    expect(balances).toEqual(ring.map(() => 100 + 50))
  })

  it('stand in the list of reviews, every one of them with the reason, and tell their referrer so', async () => {
    const reviews = await reviewsAll()
    expect(reviews.map(({ friend }) => friend.accountId).sort()).toEqual(
      ring
        .slice(1)
        .map(({ accountId }) => accountId)
        .sort(),
    )
    for (const { suspicions } of reviews) expect(suspicions).toContain('device')
    const shown = await referralsOf(cloud, ring[0]!.openid)
    expect(shown.friends.map(({ state }: any) => state)).toEqual(numbers(20).map(() => 'review'))
    expect(shown).toMatchObject({ friendsInAll: 24, counted: 0, points: 0 })
  })

  it('are rewarded where a manager allows it, with who did and why in the ledger, and never where one declines', async () => {
    const [one, two] = [ring[1]!, ring[2]!]
    const id = requestId()
    const first = await decide(one.accountId, true, id)
    expect(valueOf(first)).toEqual({ accountId: one.accountId, allowed: true })
    expect(await decide(one.accountId, true, id)).toEqual(first)
    expect(await decide(one.accountId, false)).toMatchObject({ refusal: { code: 'referral_not_in_review' } })
    valueOf(await decide(two.accountId, false))
    await minutesPass(cloud, 4)
    expect(await balanceOf(cloud, one.openid)).toBe(350)
    expect(await balanceOf(cloud, two.openid)).toBe(150)
    expect(await referralsOf(cloud, ring[0]!.openid)).toMatchObject({ counted: 1, points: 200 })
    const decisions = (await cloud.dump('entries')).map(({ document }: any) => document)
    const said = decisions.filter(({ kind }) => kind === 'referral-decide')
    expect(said.map(({ allowed }) => allowed).sort()).toEqual([false, true])
    for (const entry of said)
      expect(entry).toMatchObject({ actor: expect.stringMatching(/^staff-/), reason: '一家人共用一部手机' })
    expect(await reviewsAll()).toHaveLength(47)
  })

  it('is refused for somebody who is nobody', async () => {
    expect(await decide('account-0', true)).toMatchObject({ refusal: { code: 'member_unknown' } })
  })
})

describe('many friends in a short time', () => {
  it('are looked at from the bound on, and those before it are rewarded', async () => {
    const { openid } = await joins()
    const scene = await linkOf(cloud, openid)
    const friends: Person[] = []
    for (const n of numbers(22)) {
      friends.push(await joins({ scene, device: deviceOf(undefined, `make ${n}`) }))
      await cloud.advance(1)
    }
    await allBuy(friends)
    await minutesPass(cloud, 4)
    expect(await referralsOf(cloud, openid)).toMatchObject({ counted: 20 })
    const burst = (await reviewsAll()).filter(({ suspicions }) => suspicions.join() === 'burst')
    expect(burst.map(({ friend }) => friend.accountId).sort()).toEqual(
      friends
        .slice(20)
        .map(({ accountId }) => accountId)
        .sort(),
    )
  }, 120_000)
})

describe('what a phone says', () => {
  it('is kept as keyed hashes alone, of which the network is the platform’s word beside the make', async () => {
    const device = deviceOf('installation-0001', 'iPhone 15')
    const marks = await cloud.run(async () => phoneMarks(wxEffects(), device), { openid: 'o-somebody' })
    expect(marks.installation).toMatch(/^[0-9A-Za-z_-]{32}$/)
    expect(JSON.stringify(marks)).not.toContain('installation-0001')
    const person = await joins({ device })
    const account = (await cloud.dump('accounts')).find(({ document }: any) => document._id === person.accountId)
    expect(JSON.stringify(account)).not.toContain('installation-0001')
    expect((account?.document as any).source.installation).toBe(marks.installation)
  })
})

it('leaves whole books behind', async () => {
  expect(await auditAll(cloud)).toMatchObject({ faults: [] })
})
