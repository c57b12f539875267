import type { Programme } from '../../shared/programme/schema'
import {
  auditAll,
  bendProgramme,
  enrolPhone,
  everything,
  manage,
  phone,
  requestId,
  useShop,
  valueOf,
  wakeClock,
} from '../support/shop'
import { atTill, codeShownBy, hire } from '../support/till'
import { demoTea } from '../../shared/programme/presets/demo-tea'

const shop = useShop('demo-tea', 'each')
const { cloud } = shop
const [clerk, other] = ['o-clerk-1', 'o-clerk-2']
const name = { zh: '茶', en: 'Tea' }
const test = { kind: 'entitlement', code: 'test', name: { zh: '检测', en: 'Test' }, count: 1, per: 'month' } as const
const address = { name: '林小满', phone: '13800138000', region: '上海市 徐汇区', street: '建国西路 1 号' }
const changes: Partial<Programme> = {
  rewards: [{ id: 'tea', name, gives: { kind: 'gift', name }, price: { points: 10 }, ways: ['store', 'post'] }],
  tiers: demoTea.tiers.map((tier, rank) => (rank === 0 ? { ...tier, benefits: [test] } : tier)),
  service: { channels: ['store'], butler: { personal: true, birthdayDaysAhead: 14 } },
}

beforeEach(async () => {
  await bendProgramme(cloud, changes)
  await hire(cloud, clerk)
  await hire(cloud, other, ['S2'])
})

async function join() {
  const openid = `o-${requestId()}`
  const { accountId, memberNo } = (await enrolPhone(cloud, openid)).member
  return { openid, accountId: accountId as string, memberNo: memberNo as string }
}

async function scanned({ openid }: { openid: string }, by = clerk) {
  await cloud.advance(30_000)
  const code = await codeShownBy(cloud, openid)
  return valueOf(await atTill(cloud, by, 'staff.scan', { code, storeId: by === clerk ? 'S1' : 'S2' }))
}

const swap = async (openid: string, handing: object = { way: 'store', storeId: 'S1' }) =>
  valueOf(await phone(cloud, openid, 'rewards.redeem', { rewardId: 'tea', count: 1, handing, points: 10, addFen: 0 }))

/** Lets the clock come after what was written has had time to be posted. */
async function settle() {
  await cloud.advance(2 * 60_000)
  await wakeClock(cloud)
}

const owedTo = async (accountId: string): Promise<any[]> =>
  (await cloud.dump('obligations'))
    .map(({ document }: any) => document)
    .filter((one) => one.accountId === accountId)
    .sort((one, two) => (one.what < two.what ? -1 : 1))

const overview = async (input: object = {}, as?: string) =>
  as
    ? atTill(cloud, as, 'obligations.overview', input)
    : valueOf(await atTill(cloud, 'o-manager', 'obligations.overview', input))
const countOf = async (kind: string, input: object = {}) =>
  (await overview(input)).counts.find((one: any) => one.kind === kind)

describe('a promised benefit', () => {
  it('is written down by the clock with owner, time and proof, for each member their own', async () => {
    const [ann, bo] = [await join(), await join()]
    await swap(ann.openid)
    await swap(bo.openid, { way: 'post', address })
    await settle()
    expect(await owedTo(ann.accountId)).toMatchObject([
      { what: 'entitlement-test@2026-06', kind: 'entitlement', state: 'open', dueAt: '2026-06-30T16:00:00.000Z' },
      { kind: 'hand-out', state: 'open', owner: 'till', storeId: 'S1', memberNo: ann.memberNo, proofs: [] },
    ])
    expect(await owedTo(bo.accountId)).toMatchObject([{ kind: 'entitlement' }, { kind: 'send', owner: 'parcels' }])
    const sheet = await scanned(ann)
    const { exchangeNo } = sheet.waiting[0]
    const act = { scanId: sheet.scanId, accountId: ann.accountId }
    valueOf(await atTill(cloud, clerk, 'rewards.hand-out', { ...act, exchangeNo, paidFen: 0 }))
    valueOf(await atTill(cloud, clerk, 'benefits.tick', { ...act, code: 'test' }))
    await settle()
    const kept = await owedTo(ann.accountId)
    expect(kept).toMatchObject([{ state: 'kept' }, { state: 'kept' }])
    for (const { proofs, staffId } of kept) {
      const [entry] = (await cloud.dump('entries')).filter(({ document }: any) => document._id === proofs[0].id)
      expect(entry?.document).toMatchObject({ accountId: ann.accountId, actor: staffId })
    }
    expect(await owedTo(bo.accountId)).toMatchObject([{ state: 'open' }, { state: 'open' }])
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })

  it('costs the command that makes it no trip more, and the clock no tick more', async () => {
    const { openid } = await join()
    await settle()
    await cloud.control('statistics', undefined, 'DELETE')
    await swap(openid)
    await cloud.drain()
    const { databaseCalls } = await cloud.operation('member', 'rewards.redeem')
    expect(databaseCalls.max).toBe(4)
    await settle()
    const before = await everything(cloud)
    await settle()
    expect(await everything(cloud)).toEqual(before)
  })

  it('is promised and kept once, wherever a tick was cut off', async () => {
    const ann = await join()
    await settle()
    for (let call = 1; call <= 8; call += 1) {
      await swap(ann.openid)
      await cloud.advance(2 * 60_000)
      await cloud.plant({ function: 'clock', kind: 'kill', after: call % 2 === 0, atCall: call })
      await wakeClock(cloud)
      await cloud.plant()
      await settle()
    }
    const owed = (await owedTo(ann.accountId)).filter(({ kind }) => kind === 'hand-out')
    expect(owed.map(({ state, seq }) => [state, typeof seq])).toEqual(Array(8).fill(['open', 'number']))
    expect(new Set(owed.map(({ what }) => what)).size).toBe(8)
  })

  it('that nobody asked for ends as not used with the month, and the next month promises anew', async () => {
    const ann = await join()
    await settle()
    await cloud.setClock('2026-06-30T16:00:00.000Z')
    await wakeClock(cloud)
    await cloud.advance(5 * 60_000)
    await wakeClock(cloud)
    expect(await owedTo(ann.accountId)).toMatchObject([
      { what: 'entitlement-test@2026-06', state: 'dropped', reason: 'not-used', late: false },
      { what: 'entitlement-test@2026-07', state: 'open' },
    ])
  })

  it('that is to be sent is late after three days, and says so for good', async () => {
    const ann = await join()
    const { exchange } = await swap(ann.openid, { way: 'post', address })
    await settle()
    await cloud.setClock('2026-06-04T05:00:00.000Z')
    await wakeClock(cloud)
    expect(await countOf('send')).toMatchObject({ promised: 1, late: 1, open: 0, kept: 0 })
    const parcel = { accountId: ann.accountId, exchangeNo: exchange.exchangeNo, carrier: '顺丰', trackingNo: 'SF12345' }
    valueOf(await atTill(cloud, clerk, 'rewards.send', parcel))
    await settle()
    expect(await countOf('send')).toMatchObject({ promised: 1, late: 0, keptLate: 1, kept: 0 })
  })
})

describe('what we owe a customer', () => {
  it('stands on their sheet at once, before the clock has come, and is gone when it was given', async () => {
    const [ann, bo] = [await join(), await join()]
    await swap(ann.openid)
    const sheet = await scanned(ann)
    const ask = async () =>
      valueOf(await atTill(cloud, clerk, 'obligations.of-member', { scanId: sheet.scanId, accountId: ann.accountId }))
        .obligations
    expect(await ask()).toMatchObject([{ kind: 'hand-out', state: 'open', name, byNote: false, proof: null }])
    const { exchangeNo } = sheet.waiting[0]
    const act = { scanId: sheet.scanId, accountId: ann.accountId }
    valueOf(await atTill(cloud, clerk, 'rewards.hand-out', { ...act, exchangeNo, paidFen: 0 }))
    expect(await ask()).toEqual([])
    const foreign = { scanId: sheet.scanId, accountId: bo.accountId }
    expect(await atTill(cloud, clerk, 'obligations.of-member', foreign)).toMatchObject({
      refusal: { code: 'scan_over' },
    })
  })

  it('is kept by a note where no entry proves it, once, and by nothing else', async () => {
    const ann = await join()
    valueOf(await phone(cloud, ann.openid, 'acts.complete-profile', { name: '小满', birthday: '06-10', details: [] }))
    await swap(ann.openid)
    await settle()
    const sheet = await scanned(ann)
    const { obligations } = valueOf(
      await atTill(cloud, clerk, 'obligations.of-member', { scanId: sheet.scanId, accountId: ann.accountId }),
    )
    const one = (kind: string) => obligations.find((each: any) => each.kind === kind).obligationId
    const note = '订了小蛋糕和花'
    const id = requestId()
    const keep = (obligationId: string, as = clerk, request = requestId()) =>
      atTill(cloud, as, 'obligations.keep', { obligationId, note }, request)
    const kept = await keep(one('birthday'), clerk, id)
    expect(valueOf(kept)).toMatchObject({ state: 'kept', proof: { note } })
    expect(await keep(one('birthday'), clerk, id)).toEqual(kept)
    const before = await everything(cloud)
    expect(await keep(one('birthday'))).toMatchObject({ refusal: { code: 'obligation_over' } })
    expect(await keep(one('hand-out'))).toMatchObject({ refusal: { code: 'obligation_proved_by_entry' } })
    expect(await keep(one('hand-out'), other)).toMatchObject({ refusal: { code: 'store_not_yours' } })
    expect(await keep('obligation:nobody:x')).toMatchObject({ refusal: { code: 'obligation_unknown' } })
    expect(await everything(cloud)).toEqual(before)
  })
})

describe('the overview', () => {
  it('counts a month by kind and state, lists by index, and shows staff a store of theirs', async () => {
    const people = await Promise.all([join(), join(), join()])
    for (const { openid } of people) await swap(openid)
    await swap(people[0]!.openid, { way: 'store', storeId: 'S2' })
    const sheet = await scanned(people[0]!)
    const { exchangeNo } = sheet.waiting[0]
    const act = { scanId: sheet.scanId, accountId: people[0]!.accountId }
    valueOf(await atTill(cloud, clerk, 'rewards.hand-out', { ...act, exchangeNo, paidFen: 0 }))
    await settle()
    expect(await countOf('hand-out')).toEqual({
      kind: 'hand-out',
      ...{ promised: 4, kept: 1, keptLate: 0, late: 0, open: 3, dropped: 0 },
    })
    expect(await countOf('hand-out', { storeId: 'S2' })).toMatchObject({ promised: 1, open: 1 })
    expect(await countOf('hand-out', { month: '2026-05' })).toMatchObject({ promised: 0 })
    const list = { kind: 'hand-out', state: 'open' }
    const { rows } = await overview({ list })
    expect(rows.map(({ memberNo }: any) => memberNo).sort()).toEqual(people.map(({ memberNo }) => memberNo).sort())
    const later = await overview({ list: { ...list, after: rows[0].obligationId } })
    expect(later.rows).toEqual(rows.slice(1))
    const own = valueOf((await overview({ storeId: 'S1' }, clerk)) as never)
    const { staffId } = (await overview({ list: { kind: 'hand-out', state: 'kept' } })).rows[0].proof
    expect(own.counts).toEqual((await overview({ storeId: 'S1' })).counts)
    expect(await countOf('hand-out', { staffId })).toMatchObject({ promised: 1, kept: 1 })
    expect(await overview({}, clerk)).toMatchObject({ refusal: { code: 'store_not_yours' } })
    expect(await overview({ storeId: 'S2' }, clerk)).toMatchObject({ refusal: { code: 'store_not_yours' } })
    expect(valueOf((await overview({ staffId }, clerk)) as never).counts).toHaveLength(5)
  })
})

it('a month of a manager is the one that runs', async () => {
  expect(await overview()).toMatchObject({ month: '2026-06', rows: [], nextAfter: null })
  expect(await manage(cloud, 'members.totals')).toMatchObject({ members: 0 })
})
