import { auditAll, bendProgramme, enrolPhone, everything, phone, requestId, useShop, valueOf } from '../support/shop'
import { numberOf } from '../support/joining'
import { atTill, codeShownBy, hire } from '../support/till'
import { demoTea } from '../../shared/programme/presets/demo-tea'

/** A shop whose first tier has one test a month. */
const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const [ann, bo] = ['o-clerk-ann', 'o-clerk-bo']
const test = { kind: 'entitlement', code: 'test', name: { zh: '检测', en: 'Test' }, count: 1, per: 'month' } as const
beforeAll(async () => {
  const [first, ...others] = demoTea.tiers
  await bendProgramme(cloud, { tiers: [{ ...first!, benefits: [test] }, ...others] })
  for (const clerk of [ann, bo]) await hire(cloud, clerk)
})
let count = 0
async function guest(clerk = ann) {
  count += 1
  const openid = `o-guest-${count}`
  const { member } = await enrolPhone(cloud, openid)
  return { openid, ...member, sheet: await scannedBy(clerk, openid) }
}
async function scannedBy(clerk: string, openid: string): Promise<any> {
  await cloud.advance(30_000)
  const code = await codeShownBy(cloud, openid)
  return valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))
}
const tick = (clerk: string, { scanId, accountId }: any, code = 'test', id = requestId()) =>
  atTill(cloud, clerk, 'benefits.tick', { scanId, accountId, code }, id)
const untick = (clerk: string, tickId: string, accountId: string) =>
  atTill(cloud, clerk, 'benefits.untick', { tickId, accountId })
const refusedWith = async (code: string, ask: () => Promise<unknown>) => {
  const before = await everything(cloud)
  expect(await ask()).toMatchObject({ ok: false, refusal: { code } })
  expect(await everything(cloud)).toEqual(before)
}

describe('a monthly entitlement at the counter', () => {
  it('is ticked off once, which the member sees, and nobody else loses theirs', async () => {
    const [one, two] = [await guest(), await guest()]
    expect(one.sheet.entitlements).toEqual([{ code: 'test', name: test.name, count: 1, used: 0, left: 1 }])
    expect(valueOf(await tick(ann, one.sheet)).entitlements).toMatchObject([{ used: 1, left: 0 }])
    await refusedWith('entitlement_used', () => tick(ann, one.sheet))
    const { ladder } = valueOf(await phone(cloud, one.openid, 'tiers.progress'))
    expect(ladder[0].benefits).toMatchObject([{ code: 'test', monthly: { count: 1, used: 1 } }])
    expect(valueOf(await tick(ann, two.sheet)).entitlements).toMatchObject([{ left: 0 }])
  })

  it('is ticked off by one of two employees at the same instant', async () => {
    const one = await guest(ann)
    const other = await scannedBy(bo, one.openid)
    const replies = await Promise.all([tick(ann, one.sheet), tick(bo, other)])
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.refusal.code)).sort()).toEqual(['entitlement_used', 'ok'])
  })

  it('answers the same request the same', async () => {
    const [one, id] = [await guest(), requestId()]
    const first = await tick(ann, one.sheet, 'test', id)
    expect(await tick(ann, one.sheet, 'test', id)).toEqual(first)
  })

  it('is had again the next month', async () => {
    const one = await guest()
    valueOf(await tick(ann, one.sheet))
    await cloud.setClock('2026-07-01T04:00:00.000Z')
    expect(valueOf(await tick(ann, await scannedBy(ann, one.openid))).entitlements).toMatchObject([{ used: 1 }])
  })

  it('needs a code, a tier that has it, and a pass that is good', async () => {
    const one = await guest()
    const found = valueOf(await atTill(cloud, ann, 'staff.find', { storeId: 'S1', phone: numberOf(one.openid) }))
    await refusedWith('tick_needs_code', () => tick(ann, found))
    await refusedWith('entitlement_unknown', () => tick(ann, one.sheet, 'other'))
    await refusedWith('scan_over', () => tick(bo, one.sheet))
  })
})

describe('a tick made by mistake', () => {
  it('is taken back once, by whoever made it', async () => {
    const one = await guest()
    const { tickId } = valueOf(await tick(ann, one.sheet))
    await refusedWith('untick_over', () => untick(bo, tickId, one.accountId))
    const replies = await Promise.all([1, 2].map(() => untick(ann, tickId, one.accountId)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    await refusedWith('untick_over', () => untick(ann, tickId, one.accountId))
    expect(valueOf(await tick(ann, one.sheet)).entitlements).toMatchObject([{ used: 1, left: 0 }])
  })

  it('stays after five minutes, and nobody takes back another guest’s', async () => {
    const [one, two] = [await guest(), await guest()]
    const { tickId } = valueOf(await tick(ann, one.sheet))
    await refusedWith('tick_unknown', () => untick(ann, tickId, two.accountId))
    await cloud.advance(5 * 60_000)
    await refusedWith('untick_over', () => untick(ann, tickId, one.accountId))
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })
})
