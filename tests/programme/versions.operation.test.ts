import type { Programme } from '../../shared/programme/schema'
import {
  auditAll,
  enrolPhone,
  everything,
  manage,
  managerOpenid,
  memberOf,
  order,
  phone,
  record,
  requestId,
  useShop,
  valueOf,
} from '../support/shop'
import { atTill } from '../support/till'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const minute = 60_000
const day = 24 * 60 * minute
const other = 'o-manager-2'

const asManager = (operation: string, input: object, { openid = managerOpenid, id = requestId() } = {}) =>
  cloud.call('manager', { operation, input, requestId: id }, openid)
const read = (input: object = {}) => manage(cloud, 'programmes.read', input)
const inMs = async (ms: number) => new Date(Date.parse((await cloud.control('clock')).now) + ms).toISOString()

type Change = (programme: Programme) => Partial<Programme>

/** The last version that stands, changed. */
async function draftOf(change: Change): Promise<string> {
  const { live, toCome } = await read()
  const { programme } = toCome.at(-1) ?? live
  return JSON.stringify({ ...programme, ...change(programme) })
}

async function wish(change: Change, ms: number) {
  return { draft: await draftOf(change), effectiveAt: await inMs(ms), basedOn: (await read()).newest }
}

/** Points worth more, or less, than they are. */
const worth =
  (by: number) =>
  ({ redemption }: Programme) => ({
    redemption: { pointsPerYuan: redemption!.pointsPerYuan - by },
  })
const rate =
  (tierId: string, pointsPerYuan: number) =>
  ({ tiers }: Programme) => ({
    tiers: tiers.map((tier) => (tier.id === tierId ? { ...tier, pointsPerYuan } : tier)),
  })
const threshold =
  (tierId: string, atLeastFen: number) =>
  ({ tiers }: Programme) => ({
    tiers: tiers.map((tier) =>
      tier.id === tierId
        ? { ...tier, qualification: { match: 'any' as const, conditions: [{ kind: 'spend' as const, atLeastFen }] } }
        : tier,
    ),
  })
const refused = (code: string, details?: object) => ({ ok: false, refusal: details ? { code, details } : { code } })
const home = async () => valueOf(await phone(cloud, 'o-member-1', 'home.read'))
const points = async (customer: string) => (await memberOf(cloud, customer)).points

/** Withdraws all that is to come, so that each test begins with what is in force. */
async function clear(): Promise<void> {
  for (const { version } of (await read()).toCome.reverse()) await manage(cloud, 'programmes.withdraw', { version })
}

beforeAll(async () => {
  await enrolPhone(cloud, 'o-member-1')
  const { code } = await manage(cloud, 'staff.invite', { name: '副店长', role: 'manager', storeIds: ['S1'] })
  valueOf(await atTill(cloud, other, 'staff.join', { code }))
  await record(cloud, shop.till, [order({ customer: 'c1', amountFen: 60_000 }), order({ customer: 'c2' })])
  await record(cloud, shop.till, [order({ customer: 'c1', amountFen: 10_000, burnPoints: 100 })])
  await cloud.drain()
})
afterEach(clear)

describe('a manager', () => {
  it('reads what is in force, what is to come, and any preset whole', async () => {
    const published = await manage(cloud, 'programmes.publish', await wish(worth(1), 10 * minute))
    expect(await read({ preset: 'tea-house' })).toMatchObject({
      live: { version: 1, programme: { id: 'demo-tea' } },
      toCome: [{ version: published.version, programme: { redemption: { pointsPerYuan: 99 } } }],
      newest: published.version,
      preset: { id: 'tea-house' },
      presets: expect.arrayContaining([{ id: 'pharmacy', name: { zh: '药店会员', en: 'Pharmacy' } }]),
    })
    expect(await asManager('programmes.read', { preset: 'no-such' })).toMatchObject(refused('preset_unknown'))
  })

  it('is told every fault of a draft, or in words what it changes and when it could take effect', async () => {
    const check = (draft: string) => manage(cloud, 'programmes.check', { draft })
    expect(await check(await draftOf(() => ({ redemption: { pointsPerYuan: -1 } })))).toMatchObject({
      faults: [{ path: 'redemption.pointsPerYuan', zh: expect.any(String) }],
      differences: [],
      earliestAt: null,
    })
    expect(await check('no JSON')).toMatchObject({ faults: [{ path: '' }] })
    expect(await check(await draftOf(worth(-10)))).toMatchObject({
      faults: [],
      against: 1,
      differences: [{ path: 'redemption', zh: '抵 1 元所需积分：100 → 110', adverse: true }],
      earliestAt: await inMs(30 * day),
    })
  })

  it('tries a draft on the shop’s own history, which writes nothing', async () => {
    const before = await everything(cloud)
    const tried = await manage(cloud, 'programmes.try', { draft: await draftOf(threshold('gold', 60_000)) })
    expect(await everything(cloud)).toEqual(before)
    const { points: held, spendFen, members } = await manage(cloud, 'members.totals')
    const { accountId, memberNo } = { ...(await memberOf(cloud, 'c1')) }
    expect(tried).toMatchObject({
      entries: 6,
      members,
      whole: true,
      asOf: '2026-06-01',
      live: {
        totals: { members, orders: 3, spendFen },
        points: { burned: 100, outstanding: held },
        membersPerTier: { regular: 2, silver: 1, gold: 0 },
      },
      draft: { membersPerTier: { regular: 2, silver: 0, gold: 1 } },
      comparison: { better: 1, worse: 0, up: 1, migration: { 'silver → gold': 1 } },
    })
    expect(tried.comparison.mostAffected).toMatchObject([{ accountId, memberNo, draftTier: 'gold' }])
    expect(await asManager('programmes.try', { draft: '{}' })).toMatchObject(refused('programme_invalid'))
  })

  it('who is none is refused all of it', async () => {
    for (const operation of ['programmes.read', 'programmes.check', 'programmes.try'])
      expect(
        await asManager(operation, operation === 'programmes.read' ? {} : { draft: '{}' }, { openid: 'o-member-1' }),
      ).toMatchObject({ refusal: { code: 'not_allowed' } })
    const input = await wish(worth(1), 10 * minute)
    for (const [operation, wished] of [
      ['programmes.publish', input],
      ['programmes.withdraw', { version: 1 }],
    ] as const)
      expect(await asManager(operation, wished, { openid: 'o-member-1' })).toMatchObject({
        refusal: { code: 'not_allowed' },
      })
  })
})

describe('a publication is refused and changes nothing', () => {
  it.each<[string, Change, number]>([
    ['programme_invalid', () => ({ redemption: { pointsPerYuan: -1 } }), 10 * minute],
    ['version_too_soon', worth(1), 5 * minute - 1],
    ['programme_same', () => ({}), 10 * minute],
    ['notice_too_short', worth(-1), 30 * day - 1],
  ])('with %s', async (code, change, ms) => {
    const before = await everything(cloud)
    expect(await asManager('programmes.publish', await wish(change, ms))).toMatchObject({ refusal: { code } })
    expect(await everything(cloud)).toEqual(before)
  })

  it('with version_order when one that takes effect later stands before it, and with versions_too_many', async () => {
    for (let n = 1; n <= 5; n += 1) await manage(cloud, 'programmes.publish', await wish(worth(1), n * 20 * minute))
    const more = await wish(worth(1), 3 * day)
    expect(await asManager('programmes.publish', more)).toMatchObject(refused('versions_too_many', { max: 5 }))
    const { toCome, newest } = await read()
    expect(await asManager('programmes.withdraw', { version: toCome[0].version })).toMatchObject(
      refused('version_followed', { version: toCome[1].version }),
    )
    await manage(cloud, 'programmes.withdraw', { version: newest })
    const early = { ...(await wish(worth(1), 30 * minute)), basedOn: newest }
    expect(await asManager('programmes.publish', early)).toMatchObject(refused('version_order'))
  })
})

describe('two managers at once', () => {
  it('publish one version: the other is refused with version_taken, whether later or in the same moment', async () => {
    const input = await wish(worth(1), 10 * minute)
    const theirs = await wish(worth(2), 10 * minute)
    const replies = await Promise.all([
      asManager('programmes.publish', input),
      asManager('programmes.publish', theirs, { openid: other }),
    ])
    expect(replies.map((reply) => (reply.ok ? 'published' : reply.refusal.code)).sort()).toEqual([
      'published',
      'version_taken',
    ])
    expect((await read()).toCome).toHaveLength(1)
    expect(await asManager('programmes.publish', theirs)).toMatchObject(refused('version_taken'))
  })

  it('who publishes and withdraws in the same moment leave a version that follows one that stands', async () => {
    const { version } = await manage(cloud, 'programmes.publish', await wish(worth(1), 10 * minute))
    const next = await wish(worth(1), 20 * minute)
    await Promise.all([
      asManager('programmes.withdraw', { version }),
      asManager('programmes.publish', next, { openid: other }),
    ])
    const stands = (await cloud.dump('programmes')).map(({ document }: any) => document)
    const open = stands.filter((one: any) => one.withdrawnAt === null)
    for (const one of open) if (one.follows) expect(open.map((two: any) => two.version)).toContain(one.follows)
  })
})

describe('the same request again', () => {
  it('is answered as the first time, at once, many at once, and after the version was withdrawn', async () => {
    const [input, id] = [await wish(worth(1), 10 * minute), requestId()]
    const replies = await Promise.all([1, 2, 3, 4].map(() => asManager('programmes.publish', input, { id })))
    const first = replies.find((reply) => reply.ok)
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(first).toMatchObject({ ok: true, value: { differences: [{ path: 'redemption', adverse: false }] } })
    const { version } = valueOf(first!)
    const taken = requestId()
    const withdrawn = await asManager('programmes.withdraw', { version }, { id: taken })
    await cloud.advance(1_000)
    expect(await asManager('programmes.withdraw', { version }, { id: taken })).toEqual(withdrawn)
    expect(await asManager('programmes.publish', input, { id })).toEqual(first)
    await manage(cloud, 'programmes.publish', await wish(worth(2), 10 * minute))
    expect(await asManager('programmes.publish', input, { id })).toEqual(first)
    await clear()
    expect((await read()).toCome).toEqual([])
    expect(await asManager('programmes.publish', { ...input, basedOn: version }, { id })).toMatchObject({
      refusal: { code: 'request_reused' },
    })
  })
})

describe('a version', () => {
  it('takes effect at its instant in functions that are warm, and is named by what they write', async () => {
    await record(cloud, shop.till, [order({ customer: 'warm' })])
    const { version } = await manage(cloud, 'programmes.publish', await wish(rate('regular', 2), 5 * minute))
    await cloud.advance(minute)
    await record(cloud, shop.till, [order({ customer: 'warm' })])
    await cloud.advance(4 * minute - 1)
    await record(cloud, shop.till, [order({ customer: 'warm', orderId: 'before' })])
    expect(await points('warm')).toBe(300)
    await cloud.advance(1)
    await record(cloud, shop.till, [order({ customer: 'warm', orderId: 'after' })])
    expect(await points('warm')).toBe(500)
    await cloud.drain()
    const entries = (await cloud.dump('entries')).map(({ document }: any) => document)
    const versionOf = (orderId: string) => entries.find((one: any) => one.orderId === orderId).programmeVersion
    expect([versionOf('before') < version, versionOf('after')]).toEqual([true, version])
    expect(await asManager('programmes.withdraw', { version })).toMatchObject(refused('version_in_force'))
    expect(await asManager('programmes.withdraw', { version: version + 9 })).toMatchObject(refused('version_unknown'))
  })

  it('that is withdrawn after functions have seen it never takes effect', async () => {
    await record(cloud, shop.till, [order({ customer: 'spared' })])
    const { version } = await manage(cloud, 'programmes.publish', await wish(rate('regular', 4), 6 * minute))
    await cloud.advance(4.5 * minute)
    await record(cloud, shop.till, [order({ customer: 'spared' })])
    await manage(cloud, 'programmes.withdraw', { version })
    const before = await points('spared')
    await cloud.advance(1.5 * minute)
    await record(cloud, shop.till, [order({ customer: 'spared', amountFen: 100 })])
    expect((await points('spared')) - before).toBe(2)
  })

  it('changes nobody’s tier when it takes effect: each at their own next order, and the books stay whole', async () => {
    await record(cloud, shop.till, [order({ customer: 'high', amountFen: 60_000 }), order({ customer: 'low' })])
    await cloud.drain()
    const accounts = async () =>
      (await cloud.dump('accounts')).map(({ document }: any) => [document._id, document.held])
    const before = await accounts()
    await manage(cloud, 'programmes.publish', await wish(threshold('silver', 90_000), 30 * day))
    await cloud.advance(30 * day)
    expect((await read()).live.programme.tiers[1].qualification.conditions[0].atLeastFen).toBe(90_000)
    expect(await accounts()).toEqual(before)
    await record(cloud, shop.till, [order({ customer: 'high', amountFen: 100, at: await inMs(0) })])
    expect(await memberOf(cloud, 'high')).toMatchObject({ tier: 'regular' })
    await cloud.drain()
    const unmoved = (all: any[]) => all.filter(([id]) => id !== highId)
    const highId = (await memberOf(cloud, 'high')).accountId
    expect(unmoved(await accounts())).toEqual(unmoved(before))
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })

  it('by which somebody may get less is told on every member’s home until it is withdrawn', async () => {
    expect((await home()).announcement).toMatchObject({ words: [{ zh: expect.stringContaining('¥900') }] })
    await cloud.advance(31 * day)
    expect((await home()).announcement).toBeNull()
    const { version, effectiveAt } = await manage(cloud, 'programmes.publish', await wish(worth(-20), 31 * day))
    await cloud.advance(5 * minute)
    expect((await home()).announcement).toEqual({
      words: [{ zh: expect.stringContaining('抵 1 元所需积分'), en: expect.stringContaining('Points for ¥1') }],
      effectiveAt,
    })
    await manage(cloud, 'programmes.withdraw', { version })
    await cloud.advance(5 * minute)
    expect((await home()).announcement).toBeNull()
  })
})
