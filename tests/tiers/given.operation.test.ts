import type { Programme } from '../../shared/programme/schema'
import type { Reply } from '../support/cloud'
import {
  auditAll,
  bendProgramme,
  enrolPhone,
  everything,
  manage,
  managerOpenid,
  order,
  phone,
  record,
  requestId,
  useShop,
  valueOf,
} from '../support/shop'

/** A shop whose member day is the first, where points buy the next tier once a year. */
const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const sale = { name: { zh: '晋级', en: 'Promotion' }, points: 100, to: 'next' as const, lasts: '3 months' }
const bought = { saleId: 'promotion', points: 100, tierId: 'silver' }

const offers: Partial<Programme> = {
  pointsTopUp: {
    tiers: ['regular'],
    when: { kind: 'monthly', days: [1] },
    per: 'month',
    bands: [{ from: 140, to: 149, becomes: 150 }],
  },
  tierSales: [
    { id: 'promotion', ...sale, limit: { times: 1, per: 'year' } },
    { id: 'from-gold', ...sale, fromTier: 'gold' },
  ],
}

let count = 0
/** Somebody with a hundred points for joining and as many more. */
async function someone(more = 0) {
  count += 1
  const openid = `o-given-${count}`
  const { member } = await enrolPhone(cloud, openid)
  if (more !== 0) await manage(cloud, 'points.adjust', { accountId: member.accountId, change: more, reason: '补记' })
  const ask = (operation: string, input: object = {}, id = requestId()) =>
    phone(cloud, openid, operation, input, { requestId: id, hint: member.accountId })
  const stands = async () => {
    const { tier, points } = valueOf(await ask('home.read'))
    return [tier.id, points.balance]
  }
  const set = (tierId: string, wish: object = {}, id = requestId()) => {
    const input = { accountId: member.accountId, tierId, reason: '老客人', ...wish }
    return cloud.call('manager', { operation: 'tiers.set', input, requestId: id }, managerOpenid)
  }
  return { ...member, ask, stands, set }
}
const refusedWith = async (code: string, ask: () => Promise<unknown>) => {
  const before = await everything(cloud)
  expect(await ask()).toMatchObject({ ok: false, refusal: { code } })
  expect(await everything(cloud)).toEqual(before)
}
const sixteen = (ask: () => Promise<Reply>) => Promise.all(Array.from({ length: 16 }, ask))
const entriesOf = async (accountId: string, kind: string) => {
  await cloud.drain()
  const all = (await cloud.dump('entries')).map(({ document }: any) => document)
  return all.filter((entry) => entry.accountId === accountId && entry.kind === kind)
}

it('a shop that offers neither refuses both', async () => {
  const one = await someone()
  await refusedWith('tier_not_sold', () => one.ask('tiers.buy', bought))
  await refusedWith('top_up_not_offered', () => one.ask('points.top-up'))
  await bendProgramme(cloud, offers)
})

describe('a tier set by hand', () => {
  it('stands at once, for as long as was said, with the reason and who did it in the ledger; and for nobody else', async () => {
    const [one, two] = [await someone(), await someone()]
    expect(await one.set('gold', { lasts: '3 months' })).toMatchObject({
      value: { tierId: 'gold', until: '2026-09-01T16:00:00.000Z' },
    })
    expect([await one.stands(), await two.stands()]).toEqual([
      ['gold', 100],
      ['regular', 100],
    ])
    expect(await entriesOf(one.accountId, 'tier')).toMatchObject([
      { from: 'regular', to: 'gold', cause: 'by-hand', reason: '老客人', actor: expect.stringMatching(/^staff-/) },
    ])
  })

  it('is done once when asked for again, and sixteen times at once', async () => {
    const [one, id] = [await someone(), requestId()]
    const first = await one.set('silver', {}, id)
    expect(await one.set('silver', {}, id)).toEqual(first)
    const replies = await sixteen(() => one.set('gold'))
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    expect(await entriesOf(one.accountId, 'tier')).toHaveLength(2)
  })

  it('is refused of an unknown member or tier, and of the tier that is held', async () => {
    const one = await someone()
    await refusedWith('member_unknown', () => one.set('gold', { accountId: 'account-0' }))
    await refusedWith('tier_unknown', () => one.set('black'))
    await refusedWith('tier_held_already', () => one.set('regular'))
  })
})

describe('a tier for points', () => {
  it('costs what the sale says and lasts as long, and what the member has besides stays', async () => {
    const [one, two] = [await someone(30), await someone(30)]
    const promotion = {
      id: 'promotion',
      points: 100,
      tier: { id: 'silver' },
      until: '2026-09-01T16:00:00.000Z',
      short: 0,
    }
    expect(valueOf(await one.ask('tiers.progress', {}))).toMatchObject({ balance: 130, sales: [promotion] })
    expect(valueOf(await one.ask('tiers.buy', bought))).toMatchObject({
      tier: { id: 'silver' },
      until: '2026-09-01T16:00:00.000Z',
      balance: 30,
    })
    expect([await one.stands(), await two.stands()]).toEqual([
      ['silver', 30],
      ['regular', 130],
    ])
    expect(await entriesOf(one.accountId, 'burn')).toMatchObject([{ reason: 'tier', burned: 100, tierId: 'silver' }])
    expect(valueOf(await one.ask('points.statement')).entries.map(({ reason }: any) => reason.code)).toContain(
      'tier-bought',
    )
  })

  it('is bought once by sixteen taps at once, and a repeated request is answered as the first', async () => {
    const [one, two] = [await someone(500), await someone(500)]
    const replies = await sixteen(() => one.ask('tiers.buy', bought))
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    const id = requestId()
    const again = await sixteen(() => two.ask('tiers.buy', bought, id))
    expect(new Set(again.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect([await one.stands(), await two.stands()]).toEqual([
      ['silver', 500],
      ['silver', 500],
    ])
  })

  it('takes nothing where the price or the tier is another than the member was shown', async () => {
    const one = await someone()
    await refusedWith('tier_sale_changed', () => one.ask('tiers.buy', { ...bought, points: 50 }))
    await refusedWith('tier_sale_changed', () => one.ask('tiers.buy', { ...bought, tierId: 'gold' }))
  })

  it('is refused when it is not sold, not at this tier, taken already, or dearer than the balance', async () => {
    const [one, poor] = [await someone(200), await someone(-1)]
    await refusedWith('tier_not_sold', () => one.ask('tiers.buy', { ...bought, saleId: 'no-such' }))
    await refusedWith('tier_not_yours_to_buy', () => one.ask('tiers.buy', { ...bought, saleId: 'from-gold' }))
    await refusedWith('points_short', () => poor.ask('tiers.buy', bought))
    valueOf(await one.ask('tiers.buy', bought))
    await refusedWith('tier_sale_taken', () => one.ask('tiers.buy', bought))
  })
})

describe('the top-up of member day', () => {
  it('fills up a nearly full balance, once for sixteen taps, and only for who claims it', async () => {
    const [one, two] = [await someone(42), await someone(42)]
    const replies = await sixteen(() => one.ask('points.top-up'))
    expect(replies.filter((reply) => reply.ok).map(valueOf)).toEqual([{ added: 8, balance: 150 }])
    expect([await one.stands(), await two.stands()]).toEqual([
      ['regular', 150],
      ['regular', 142],
    ])
    const id = requestId()
    const first = await two.ask('points.top-up', {}, id)
    expect(await two.ask('points.top-up', {}, id)).toEqual(first)
    await refusedWith('top_up_taken', () => two.ask('points.top-up'))
    expect(valueOf(await one.ask('points.statement')).entries[0].reason).toEqual({ code: 'top-up' })
  })

  it('is refused at another tier, of a balance in no range, and on another day', async () => {
    const [one, none] = [await someone(42), await someone()]
    await refusedWith('top_up_none', () => none.ask('points.top-up'))
    await none.set('silver')
    await refusedWith('top_up_not_your_tier', () => none.ask('points.top-up'))
    await cloud.advance(24 * 60 * 60_000)
    await refusedWith('top_up_not_today', () => one.ask('points.top-up'))
  })
})

it('none of it counts towards a tier, and the books stay whole', async () => {
  const one = await someone()
  await one.set('gold')
  const { memberNo } = one
  await record(cloud, shop.till, [{ ...order({ amountFen: 100 }), customer: { memberNo } }])
  expect((await one.stands())[0]).toBe('gold')
  await one.set('regular')
  await record(cloud, shop.till, [{ ...order({ amountFen: 100 }), customer: { memberNo } }])
  expect((await one.stands())[0]).toBe('regular')
  expect(await auditAll(cloud)).toMatchObject({ faults: [] })
})
