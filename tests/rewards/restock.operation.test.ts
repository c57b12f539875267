import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import type { Programme } from '../../shared/programme/schema'
import {
  bendProgramme,
  enrolPhone,
  manage,
  managerOpenid,
  phone,
  requestId,
  today,
  useShop,
  valueOf,
  wakeClock,
} from '../support/shop'

const { cloud } = useShop('demo-tea', 'once')
const template = { topic: 'restock', templateId: 'template-restock' }
const name = (id: string) => ({ zh: `礼品 ${id}`, en: `Reward ${id}` })
const gift = (id: string, more: object = {}) => ({
  id,
  name: name(id),
  gives: { kind: 'gift' as const, name: name(id) },
  price: { points: 10 },
  stock: 3,
  ...more,
})
const rewards: Programme['rewards'] = [
  ...['cup', 'pot', 'tin', 'bag', 'night', 'gone', 'tray', 'jar', 'lid', 'cap', 'more'].map((id) => gift(id)),
  { id: 'any', name: name('any'), gives: { kind: 'gift', name: name('any') }, price: { points: 10 } },
  gift('gold', { fromTier: 'gold' }),
  gift('later', { opensOn: '2027-01-01' }),
  gift('once', { perMember: { times: 1, per: 'lifetime' } }),
]

beforeAll(async () => {
  await bendProgramme(cloud, { rewards })
  await manage(cloud, 'messages.set-templates', { templates: [template] })
  await cloud.control('templates', [{ id: template.templateId, keys: ['thing1', 'date2', 'thing3'] }], 'PUT')
})

async function member(): Promise<string> {
  const openid = `o-${requestId()}`
  await enrolPhone(cloud, openid)
  return openid
}
const members = (count: number) => Promise.all(Array.from({ length: count }, member))
const inStore = { way: 'store', storeId: 'S1' }
async function swap(openid: string, rewardId: string, count = 1): Promise<number> {
  const wish = { rewardId, count, handing: inStore, points: 10 * count, addFen: 0 }
  return valueOf(await phone(cloud, openid, 'rewards.redeem', wish)).exchange.exchangeNo
}
/** Somebody has all three that there are, and may give them up again. */
async function soldOut(rewardId: string): Promise<() => Promise<void>> {
  const openid = await member()
  const exchangeNo = await swap(openid, rewardId, 3)
  return async () => {
    valueOf(await phone(cloud, openid, 'rewards.cancel', { exchangeNo }))
    await cloud.drain()
  }
}
const ask = (openid: string, rewardId: string, id = requestId()) =>
  phone(cloud, openid, 'rewards.remind', { rewardId }, { requestId: id })
const offered = async (openid: string, rewardId: string) =>
  valueOf(await phone(cloud, openid, 'rewards.list')).rewards.find((one: any) => one.rewardId === rewardId)
const inbox = async (openid: string) =>
  valueOf(await phone(cloud, openid, 'messages.inbox')).notices.filter(({ topic }: any) => topic === 'restock')
const told = async (people: string[]) => (await Promise.all(people.map(inbox))).map(({ length }) => length)
const sent = async () =>
  (await cloud.control('outbox')).openapi.filter((each: any) => each.api === 'subscribeMessage.send')
const waiting = async (rewardId: string) =>
  (await cloud.dump('waiting')).map(({ document }: any) => document).filter((one: any) => one.rewardId === rewardId)
/** The clock's next sweeps, of which there is one each fifth minute. */
async function sweeps(count = 1): Promise<void> {
  for (let minute = 0; minute < count * 5; minute += 1) {
    await cloud.advance(60_000)
    await wakeClock(cloud)
  }
}
const refused = (code: string) => ({ ok: false, refusal: { code } })

it('tells all ten who wait that three are there again, once each, and that the first to come are served', async () => {
  const giveUp = await soldOut('cup')
  const people = await members(10)
  const [lin = ''] = people
  await cloud.control('subscribe', { openid: lin, templateIds: [template.templateId] })
  valueOf(await phone(cloud, lin, 'messages.accept', { accepted: [template], refused: [] }))
  expect(await offered(lin, 'cup')).toMatchObject({ obstacle: { code: 'sold-out' }, awaited: false })
  for (const one of people) valueOf(await ask(one, 'cup'))
  expect(await offered(lin, 'cup')).toMatchObject({ awaited: true })
  await sweeps()
  expect(await told(people)).toEqual(people.map(() => 0))

  await giveUp()
  await sweeps(3)
  expect(await told(people)).toEqual(people.map(() => 1))
  const page = 'pages/mall/index?reward=cup'
  expect((await inbox(lin))[0]).toMatchObject({
    page,
    state: 'sent',
    title: { zh: '「礼品 cup」到货了' },
    text: { zh: '数量有限，先到先得' },
  })
  expect((await inbox(people[1] ?? ''))[0]).toMatchObject({ state: 'inbox' })
  expect((await sent()).map(({ request }: any) => [request.touser, request.page, request.data.thing3.value])).toEqual([
    [lin, page, '数量有限，先到先得'],
  ])
  expect(await offered(lin, 'cup')).toMatchObject({ left: 3, awaited: false })
})

it('has nothing to do while a reward is gone, however long somebody waits, and is due with the piece that comes back', async () => {
  const giveUp = await soldOut('tray')
  const lin = await member()
  valueOf(await ask(lin, 'tray'))
  await sweeps()
  const board = async () => valueOf(await cloud.call('clock', { operation: 'clock.jobs', input: {} }, managerOpenid))
  const restock = async () => (await board()).jobs.find((one: any) => one.name === 'restock')
  const before = await restock()
  expect(before).toMatchObject({ state: 'well', backlog: 0, nextAt: null })
  await cloud.control('statistics', undefined, 'DELETE')
  await sweeps()
  const [clock] = (await cloud.statistics()).operations.filter((one) => one.function === 'clock')
  expect(clock).toMatchObject({ calls: 5, databaseCalls: { max: 1 }, documentsWritten: { max: 0 } })
  await giveUp()
  await cloud.advance(1)
  expect(await restock()).toMatchObject({ backlog: 1, last: before.last })
  await cloud.advance(11 * 60_000)
  expect(await restock()).toMatchObject({ state: 'late', backlog: 1 })
  await sweeps()
  expect(await restock()).toMatchObject({ state: 'well', backlog: 0, last: { due: 1, done: 1, failed: 0 } })
  expect(await told([lin])).toEqual([1])
})

it('two asks, at once or after each other, are told as one; another asking after that is told again', async () => {
  const giveUp = await soldOut('pot')
  const [lin, wang] = [await member(), await member()]
  const first = requestId()
  expect((await Promise.all([ask(lin, 'pot', first), ask(lin, 'pot'), ask(lin, 'pot')])).every(({ ok }) => ok)).toBe(
    true,
  )
  valueOf(await ask(lin, 'pot'))
  valueOf(await ask(wang, 'pot'))
  expect(await waiting('pot')).toHaveLength(2)
  await giveUp()
  await sweeps(2)
  expect(await told([lin, wang])).toEqual([1, 1])
  const giveUpAgain = await soldOut('pot')
  // A phone that never heard the answer asks once more under its old id: that was told already.
  valueOf(await ask(lin, 'pot', first))
  valueOf(await ask(wang, 'pot'))
  await giveUpAgain()
  await sweeps(2)
  expect(await told([lin, wang])).toEqual([1, 2])
})

it.each([
  ['reward_there', 'any'],
  ['reward_there', 'bag'],
  ['reward_not_offered', 'nothing'],
  ['reward_not_your_tier', 'gold'],
  ['reward_not_open', 'later'],
])('is refused with %s for %s', async (code, rewardId) => {
  expect(await ask(await member(), rewardId)).toMatchObject(refused(code))
  expect(await waiting(rewardId)).toEqual([])
})

it('is refused to whoever has had as many as they may', async () => {
  const [lin, wang] = [await member(), await member()]
  await swap(lin, 'once')
  for (const openid of [wang, await member()]) await swap(openid, 'once')
  expect(await ask(lin, 'once')).toMatchObject(refused('reward_limit'))
})

it('tells nobody twice when several sweeps run at once, nor after one that was cut off before it had written that down', async () => {
  const giveUp = await soldOut('tin')
  const people = await members(4)
  for (const one of people) valueOf(await ask(one, 'tin'))
  await giveUp()
  await cloud.advance(300_000)
  await Promise.all([1, 2, 3].map(() => wakeClock(cloud)))
  expect(await told(people)).toEqual([1, 1, 1, 1])
  // As a sweep leaves it that ended between the notice and what it writes after it.
  const stock = { backAt: '2026-06-01T00:00:00.000Z left by a run that was cut off' }
  await cloud.run(async () => {
    const { store } = wxEffects()
    await store.change('waiting', { rewardId: 'tin' }, { set: { toldAt: null, tellAt: today } })
    await store.change('stocks', { _id: 'reward:tin' }, { set: stock })
  })
  await sweeps(2)
  expect(await told(people)).toEqual([1, 1, 1, 1])
  expect((await waiting('tin')).every(({ toldAt }: any) => toldAt !== null)).toBe(true)
})

it('tells nobody at night, and nobody of what is gone again by the morning', async () => {
  const giveUp = await soldOut('night')
  const [lin, wang] = [await member(), await member()]
  valueOf(await ask(lin, 'night'))
  await cloud.setClock('2026-06-02T13:04:00.000Z')
  await giveUp()
  await sweeps(2)
  expect(await told([lin])).toEqual([0])
  await swap(wang, 'night', 3)
  await cloud.setClock('2026-06-03T00:59:00.000Z')
  await sweeps(2)
  expect(await told([lin])).toEqual([0])
})

it('tells of what came back in the night once it is morning, if it is there still, and wakes for it no more than once', async () => {
  const giveUp = await soldOut('jar')
  const lin = await member()
  valueOf(await ask(lin, 'jar'))
  await cloud.setClock('2026-06-03T14:00:00.000Z')
  await giveUp()
  await sweeps()
  const marks = async () =>
    (await cloud.dump('stocks')).flatMap(({ document }: any) =>
      document._id === 'reward:jar' ? [document.backAt] : [],
    )
  expect(await marks()).toEqual([expect.stringMatching(/^2026-06-04T01:00:00.000Z /)])
  await cloud.control('statistics', undefined, 'DELETE')
  await sweeps()
  const [clock] = (await cloud.statistics()).operations.filter((one) => one.function === 'clock')
  expect(clock).toMatchObject({ databaseCalls: { max: 1 }, documentsWritten: { max: 0 } })
  await cloud.setClock('2026-06-04T01:00:00.000Z')
  await sweeps()
  expect([await told([lin]), await marks()]).toEqual([[1], [undefined]])
})

it('asked for again while they wait changes nothing, nor does the repetition of either request once they were told', async () => {
  const giveUp = await soldOut('lid')
  const lin = await member()
  const [first, second] = [requestId(), requestId()]
  valueOf(await ask(lin, 'lid', first))
  const stands = async () => {
    await cloud.drain()
    return { waiting: await waiting('lid'), stocks: await cloud.dump('stocks') }
  }
  const before = await stands()
  for (let n = 0; n < 9; n += 1) valueOf(await ask(lin, 'lid'))
  valueOf(await ask(lin, 'lid', second))
  expect(await stands()).toEqual(before)
  await giveUp()
  await sweeps()
  await soldOut('lid')
  const after = await stands()
  for (const id of [first, second]) valueOf(await ask(lin, 'lid', id))
  expect(await stands()).toEqual(after)
  expect(await ask(lin, 'cap', second)).toMatchObject(refused('request_reused'))
})

it('tells of what a new version has more of, and of what is offered again, to those who asked before', async () => {
  await soldOut('more')
  const giveUp = await soldOut('gone')
  const [lin, wang] = [await member(), await member()]
  valueOf(await ask(lin, 'more'))
  valueOf(await ask(wang, 'gone'))
  await bendProgramme(cloud, { rewards: rewards?.filter(({ id }) => id !== 'gone') ?? [] })
  await giveUp()
  await sweeps()
  expect(await told([lin, wang])).toEqual([0, 0])
  const withMore = rewards?.map((one) => (one.id === 'more' ? { ...one, stock: 5 } : one)) ?? []
  await bendProgramme(cloud, { rewards: withMore })
  await sweeps()
  expect(await told([lin, wang])).toEqual([1, 1])
})

it('is for a tier that the member has by now, also where no entry says so yet', async () => {
  const qualification = { match: 'any' as const, conditions: [{ kind: 'tenure' as const, atLeast: '1 month' }] }
  const [first] = demoTea.tiers
  const old = { ...first!, id: 'old', benefits: [], qualification }
  await bendProgramme(cloud, { tiers: [...demoTea.tiers, old], rewards: [gift('aged', { fromTier: 'old' })] })
  const [lin, wang] = [await member(), await member()]
  expect(await ask(lin, 'aged')).toMatchObject(refused('reward_not_your_tier'))
  await cloud.advance(31 * 86_400_000)
  await swap(wang, 'aged', 3)
  valueOf(await ask(lin, 'aged'))
  expect(await waiting('aged')).toHaveLength(1)
})
