import type { Reply } from '../support/cloud'
import {
  auditAll,
  bendProgramme,
  enrolPhone,
  everything,
  order,
  phone,
  record,
  refundOf,
  requestId,
  useShop,
  valueOf,
} from '../support/shop'

/** A shop that asks for the taste besides name and birthday. */
const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const taste = { code: 'taste', name: { zh: '口味', en: 'Taste' }, kind: 'text' as const, sensitive: true }
const vegan = { code: 'vegan', name: { zh: '素食', en: 'Vegan' }, kind: 'yes-no' as const }
beforeAll(() => bendProgramme(cloud, { profile: { fields: [taste, vegan] } }))
let count = 0

async function someone() {
  count += 1
  const openid = `o-act-${count}`
  const { member } = await enrolPhone(cloud, openid)
  const ask = (operation: string, input: object = {}, id = requestId()) =>
    phone(cloud, openid, operation, input, { requestId: id, hint: member.accountId })
  const balance = async () => valueOf(await ask('home.read')).points.balance
  const buys = async (orderId = `o-${requestId()}`, amountFen = 1_000) => {
    await record(cloud, shop.till, [{ ...order({ orderId, amountFen }), customer: { memberNo: member.memberNo } }])
    return { orderId, entryId: `order:S1:${orderId}` }
  }
  return { ...member, ask, balance, buys }
}
const refusedWith = async (code: string, ask: () => Promise<unknown>) => {
  const before = await everything(cloud)
  expect(await ask()).toMatchObject({ ok: false, refusal: { code } })
  expect(await everything(cloud)).toEqual(before)
}
const atOnce = (times: number, ask: () => Promise<Reply>) => Promise.all(Array.from({ length: times }, ask))
const kept = async (collection: string, id: string) =>
  (await cloud.dump(collection)).map(({ document }: any) => document).find(({ _id }) => _id === id)

describe('a profile', () => {
  it('that is completed brings its points once, and is told to its member alone', async () => {
    const [one, two] = [await someone(), await someone()]
    const half = valueOf(
      await one.ask('acts.complete-profile', { birthday: '05-21', details: [{ code: 'taste', value: '少糖' }] }),
    )
    expect(half).toEqual({ earned: 0, filled: 2, of: 4 })
    expect(valueOf(await one.ask('acts.profile'))).toMatchObject({ birthday: '05-21', filled: 2, points: 50 })
    const whole = valueOf(
      await one.ask('acts.complete-profile', { name: '小满', details: [{ code: 'vegan', value: 'no' }] }),
    )
    expect(whole).toEqual({ earned: 50, filled: 4, of: 4 })
    expect(valueOf(await one.ask('acts.profile')).points).toBe(null)
    expect(
      valueOf(await one.ask('acts.complete-profile', { details: [{ code: 'taste', value: '无糖' }] })).earned,
    ).toBe(0)
    expect([await one.balance(), await two.balance()]).toEqual([150, 100])
    const { fields } = valueOf(await one.ask('acts.profile'))
    expect(fields.map(({ value }: { value: string }) => value)).toEqual(['无糖', 'no'])
    expect(valueOf(await two.ask('acts.profile'))).toMatchObject({ birthday: null, filled: 0 })
  })

  it('keeps what was told sealed and out of the ledger, and notes what changed and when', async () => {
    const one = await someone()
    await one.ask('acts.complete-profile', { details: [{ code: 'taste', value: '特别的口味' }] })
    await cloud.drain()
    expect(JSON.stringify(await cloud.dump())).not.toContain('特别的口味')
    expect(await kept('details', one.accountId)).toMatchObject({ changes: [{ codes: ['taste'] }] })
  })

  it('is completed once by eight taps at once', async () => {
    const one = await someone()
    const all = {
      name: '小满',
      birthday: '05-21',
      details: [
        { code: 'taste', value: '少糖' },
        { code: 'vegan', value: 'yes' },
      ],
    }
    await atOnce(8, () => one.ask('acts.complete-profile', all))
    expect(await one.balance()).toBe(150)
  })

  it('takes only what the shop asks for', async () => {
    const one = await someone()
    await refusedWith('profile_field_unknown', () =>
      one.ask('acts.complete-profile', { details: [{ code: 'iban', value: 'x' }] }),
    )
    await refusedWith('profile_field_wrong', () =>
      one.ask('acts.complete-profile', { details: [{ code: 'vegan', value: 'perhaps' }] }),
    )
    await refusedWith('input_invalid', () => one.ask('acts.complete-profile', { birthday: '02-30' }))
  })
})

describe('a review', () => {
  const say = (entryId: string, text = '好喝') => ({ entryId, stars: 5, text })

  it('of an order of one’s own brings its points once, of eight taps at once as well', async () => {
    const [one, two] = [await someone(), await someone()]
    const { entryId } = await one.buys()
    expect(valueOf(await one.ask('acts.order', { entryId }))).toMatchObject({ review: null, points: 20, open: true })
    const replies = await atOnce(8, () => one.ask('acts.review', say(entryId)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect([await one.balance(), await two.balance()]).toEqual([130, 100])
    await refusedWith('order_reviewed', () => one.ask('acts.review', say(entryId)))
    await refusedWith('order_unknown', () => two.ask('acts.review', say(entryId)))
    await refusedWith('order_unknown', () => two.ask('acts.order', { entryId }))
    expect(valueOf(await one.ask('acts.order', { entryId })).review).toEqual({ stars: 5, text: '好喝', hidden: false })
  })

  it('answers the same request the same', async () => {
    const [one, id] = [await someone(), requestId()]
    const { entryId } = await one.buys()
    const first = await one.ask('acts.review', say(entryId), id)
    expect(await one.ask('acts.review', say(entryId), id)).toEqual(first)
    expect(first).toMatchObject({ value: { earned: 20, balance: 130, hidden: false } })
  })

  it('is not taken with a text that the platform refuses, and hidden with one that it doubts', async () => {
    const one = await someone()
    const { entryId } = await one.buys()
    await refusedWith('text_not_allowed', () => one.ask('acts.review', say(entryId, '违规内容')))
    expect(valueOf(await one.ask('acts.review', say(entryId, '疑似内容')))).toMatchObject({ earned: 20, hidden: true })
  })

  it('loses its points with the order, and a refunded order takes none', async () => {
    const one = await someone()
    const { orderId, entryId } = await one.buys()
    await one.ask('acts.review', say(entryId))
    await record(cloud, shop.till, [refundOf(orderId, 1_000)])
    expect(await one.balance()).toBe(100)
    const other = await one.buys()
    await record(cloud, shop.till, [refundOf(other.orderId, 1_000)])
    await refusedWith('order_refunded', () => one.ask('acts.review', say(other.entryId)))
    await cloud.drain()
    await refusedWith('order_refunded', () => one.ask('acts.order', { entryId: other.entryId }))
  })
})

it('the ways to earn say what is done of each, and the books add up', async () => {
  const one = await someone()
  const { entryId } = await one.buys()
  const ways = async () => valueOf(await one.ask('acts.ways'))
  expect(await ways()).toMatchObject({
    earned: 0,
    rate: { pointsPerYuan: 1 },
    checkIn: { checkedIn: false, streak: 0, points: 5 },
    profile: { points: 50, open: true, filled: 0, of: 4 },
    review: { points: 20, open: true, order: { entryId, storeName: '一店', amountFen: 1_000 } },
  })
  await one.ask('acts.review', { entryId, stars: 4 })
  await one.ask('checkins.check-in')
  expect(await ways()).toMatchObject({ earned: 25, checkIn: { checkedIn: true }, review: { order: null } })
  expect(await auditAll(cloud)).toMatchObject({ faults: [] })
})
