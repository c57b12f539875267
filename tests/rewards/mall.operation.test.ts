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

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const [clerk, other] = ['o-clerk-1', 'o-clerk-2']
const gift = (id: string, more: object = {}) => {
  const name = { zh: id, en: id }
  return { id, name, gives: { kind: 'gift' as const, name }, price: { points: 100 }, ...more }
}
const closed = {
  id: 'past',
  name: { zh: '往期', en: 'Past' },
  when: { kind: 'dates' as const, from: '2020-01-01', to: '2020-01-02' },
}
const rewards: Programme['rewards'] = [
  gift('ten', { stock: 10 }),
  gift('last', { stock: 1 }),
  gift('few', { stock: 5 }),
  gift('post', { ways: ['store', 'post'] }),
  gift('paid', { price: { points: 100, addFen: 990 } }),
  gift('gold', { fromTier: 'gold' }),
  gift('closed', { windowId: 'past' }),
  gift('once', { perMember: { times: 1, per: 'month' } }),
  gift('dear', { price: { points: 5_000 } }),
  gift('open'),
]

beforeAll(async () => {
  await bendProgramme(cloud, { rewards, swapWindows: [closed] })
  await hire(cloud, clerk)
  await hire(cloud, other)
})

/** Somebody with so many points. */
async function member(points = 1_000): Promise<{ openid: string; accountId: string }> {
  const openid = `o-${requestId()}`
  const { accountId } = (await enrolPhone(cloud, openid)).member
  if (points > 100) await manage(cloud, 'points.adjust', { accountId, change: points - 100, reason: '补记' })
  return { openid, accountId }
}

const inStore = { way: 'store', storeId: 'S1' }
const address = { name: '林小满', phone: '13800138000', region: '上海市 徐汇区', street: '建国西路 1 号 302' }
const wish = (rewardId: string, more: object = {}) => ({
  rewardId,
  count: 1,
  handing: inStore,
  points: 100,
  addFen: 0,
  ...more,
})
const swap = (openid: string, rewardId: string, more: object = {}, how: object = {}) =>
  phone(cloud, openid, 'rewards.redeem', wish(rewardId, more), how)
const left = async (openid: string, rewardId: string) =>
  valueOf(await phone(cloud, openid, 'rewards.list')).rewards.find((one: any) => one.rewardId === rewardId).left
const mine = async (openid: string) => valueOf(await phone(cloud, openid, 'rewards.mine')).exchanges
const balance = async (openid: string) => valueOf(await phone(cloud, openid, 'rewards.list')).balance

async function scanned(openid: string, by = clerk) {
  await cloud.advance(30_000)
  return valueOf(await atTill(cloud, by, 'staff.scan', { code: await codeShownBy(cloud, openid), storeId: 'S1' }))
}
const handOut = (by: string, { scanId, accountId }: any, exchangeNo: number, paidFen = 0) =>
  atTill(cloud, by, 'rewards.hand-out', { scanId, accountId, exchangeNo, paidFen })

describe('a member in the mall', () => {
  it('sees the own price, what is left and what is in the way', async () => {
    const { openid } = await member(150)
    const { rewards: offered } = valueOf(await phone(cloud, openid, 'rewards.list'))
    const seen = Object.fromEntries(offered.map((one: any) => [one.rewardId, [one.most, one.left, one.obstacle?.code]]))
    expect(seen).toMatchObject({
      last: [1, 1, undefined],
      gold: [1, null, 'tier'],
      closed: [1, null, 'not-open'],
      once: [1, null, undefined],
      dear: [0, null, 'short'],
      open: [1, null, undefined],
    })
  })

  it('swaps, shows the code at the counter, is handed the reward once, and the books agree', async () => {
    const [{ openid }, stranger] = [await member(), await member()]
    const { exchange, balance: after } = valueOf(await swap(openid, 'few'))
    expect([exchange.state.code, after]).toEqual(['to-pick-up', 900])
    const sheet = await scanned(openid)
    expect(sheet.waiting).toMatchObject([{ exchangeNo: exchange.exchangeNo, count: 1, addFen: 0, storeName: '一店' }])
    expect((await scanned(stranger.openid)).waiting).toEqual([])
    expect(await handOut(clerk, sheet, exchange.exchangeNo)).toMatchObject({ ok: true, value: { count: 1 } })
    expect(await handOut(clerk, sheet, exchange.exchangeNo)).toMatchObject({ refusal: { code: 'exchange_over' } })
    expect(await mine(openid)).toMatchObject([{ state: { code: 'handed-out', storeName: '一店' } }])
    expect(await phone(cloud, openid, 'rewards.cancel', { exchangeNo: exchange.exchangeNo })).toMatchObject({
      refusal: { code: 'exchange_over' },
    })
  })

  it('gets the points and the stock back by giving it up, and the statement names the reward', async () => {
    const { openid } = await member()
    const before = await left(openid, 'few')
    const { exchange } = valueOf(await swap(openid, 'few', { count: 2, points: 200 }))
    await cloud.drain()
    expect(await left(openid, 'few')).toBe(before - 2)
    const { exchangeNo } = exchange
    expect(valueOf(await phone(cloud, openid, 'rewards.cancel', { exchangeNo }))).toMatchObject({
      returned: 200,
      balance: 1_000,
    })
    await cloud.drain()
    expect(await left(openid, 'few')).toBe(before)
    const { entries } = valueOf(await phone(cloud, openid, 'points.statement'))
    expect(entries.slice(0, 2)).toMatchObject([
      { points: 200, reason: { code: 'exchange-back', because: 'cancelled', name: { zh: 'few' } } },
      { points: -200, reason: { code: 'exchange', count: 2 } },
    ])
  })

  it('is told each thing that is in the way, and nothing is taken', async () => {
    const { openid } = await member(300)
    await swap(openid, 'once')
    const before = await everything(cloud)
    const refused = async (rewardId: string, more: object = {}) => {
      const reply = await swap(openid, rewardId, more)
      return reply.ok ? 'ok' : reply.refusal.code
    }
    expect(await refused('nothing')).toBe('reward_not_offered')
    expect(await refused('gold')).toBe('reward_not_your_tier')
    expect(await refused('closed')).toBe('reward_not_open')
    expect(await refused('once')).toBe('reward_limit')
    expect(await refused('open', { handing: { way: 'post', address } })).toBe('reward_way_not_offered')
    expect(await refused('open', { points: 99 })).toBe('reward_price_changed')
    expect(await refused('dear', { points: 5_000 })).toBe('points_short')
    expect(await refused('few', { count: 6, points: 600 })).toBe('points_short')
    expect(await refused('open', { handing: { way: 'store', storeId: 'S9' } })).toBe('store_unknown')
    expect(await everything(cloud)).toEqual(before)
  })

  it('reads that the last one was just taken where somebody else was faster, and keeps every point', async () => {
    const [anna, ben] = [await member(), await member()]
    valueOf(await swap(anna.openid, 'last'))
    const reply = await swap(ben.openid, 'last')
    expect(reply).toMatchObject({ refusal: { code: 'reward_sold_out', message: '最后一件刚被换走，没有扣你的积分' } })
    expect([await balance(ben.openid), await mine(ben.openid)]).toEqual([1_000, []])
  })

  it('has no more than thirty waiting', async () => {
    const { openid } = await member(4_000)
    for (let n = 0; n < 30; n += 1) {
      // No more than twenty swaps a minute.
      if (n === 15) await cloud.advance(60_000)
      valueOf(await swap(openid, 'open'))
    }
    await cloud.advance(60_000)
    expect(await swap(openid, 'open')).toMatchObject({ refusal: { code: 'exchanges_too_many', details: { max: 30 } } })
  })
})

describe('a shop in which a swap stands', () => {
  it('refuses to take a reward back, and the points stay with it', async () => {
    const { openid } = await member()
    const { exchangeNo } = valueOf(await swap(openid, 'open')).exchange
    await bendProgramme(cloud, { exchanges: { cancellable: false } })
    const before = await everything(cloud)
    const reply = await phone(cloud, openid, 'rewards.cancel', { exchangeNo })
    expect(reply).toMatchObject({ refusal: { code: 'exchange_final', message: '本店的兑换不能取消' } })
    expect(await everything(cloud)).toEqual(before)
    expect(valueOf(await phone(cloud, openid, 'rewards.mine')).cancellable).toBe(false)
    await bendProgramme(cloud, { exchanges: {} })
    expect(await phone(cloud, openid, 'rewards.cancel', { exchangeNo })).toMatchObject({ value: { returned: 100 } })
  })
})

describe('a limited reward', () => {
  it('is had by exactly ten of sixty-four who want it at once, and nobody pays without having it', async () => {
    const people = await Promise.all(Array.from({ length: 64 }, () => member(100)))
    const replies = await Promise.all(people.map(({ openid }) => swap(openid, 'ten')))
    await cloud.drain()
    expect(replies.filter(({ ok }) => ok)).toHaveLength(10)
    const codes = new Set(replies.flatMap((reply) => (reply.ok ? [] : [reply.refusal.code])))
    expect([...codes]).toEqual(['reward_sold_out'])
    const states = await Promise.all(
      people.map(async ({ openid }) => [await balance(openid), (await mine(openid)).length]),
    )
    expect(states.filter(([points, had]) => points === 0 && had === 1)).toHaveLength(10)
    expect(states.filter(([points, had]) => points === 100 && had === 0)).toHaveLength(54)
    expect(await left(people[0]!.openid, 'ten')).toBe(0)
  }, 120_000)

  it('is given by one of two employees who hand it out at once', async () => {
    const { openid } = await member()
    const { exchange } = valueOf(await swap(openid, 'open'))
    const sheets = [await scanned(openid, clerk), await scanned(openid, other)]
    const replies = await Promise.all([
      handOut(clerk, sheets[0], exchange.exchangeNo),
      handOut(other, sheets[1], exchange.exchangeNo),
    ])
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.refusal.code)).sort()).toEqual(['exchange_over', 'ok'])
  })

  it('answers a repeated request as the first time, and takes once', async () => {
    const { openid } = await member()
    const id = requestId()
    const [first, again] = [
      await swap(openid, 'open', {}, { requestId: id }),
      await swap(openid, 'open', {}, { requestId: id }),
    ]
    expect(again).toEqual(first)
    expect(await balance(openid)).toBe(900)
  })
})

describe('at the counter', () => {
  it('money is taken with it, a phone number is no code, and somebody else’s pass hands out nothing', async () => {
    const { openid, accountId } = await member()
    const { exchange } = valueOf(await swap(openid, 'paid', { addFen: 990 }))
    const sheet = await scanned(openid)
    const { exchangeNo } = exchange
    expect(await handOut(clerk, sheet, exchangeNo)).toMatchObject({
      refusal: { code: 'exchange_money_due', details: { due: '9.90' } },
    })
    const stranger = await scanned((await member()).openid)
    expect(await handOut(clerk, { ...stranger, accountId }, exchangeNo, 990)).toMatchObject({
      refusal: { code: 'scan_over' },
    })
    expect(await handOut(other, sheet, exchangeNo, 990)).toMatchObject({ refusal: { code: 'scan_over' } })
    expect(await handOut(clerk, sheet, exchangeNo, 990)).toMatchObject({ ok: true })
  })

  it('a guest found by phone is asked for the code', async () => {
    const { openid } = await member()
    const { exchange } = valueOf(await swap(openid, 'open'))
    const { numberOf } = await import('../support/joining')
    const found = valueOf(await atTill(cloud, clerk, 'staff.find', { storeId: 'S1', phone: numberOf(openid) }))
    expect(found.waiting).toEqual([])
    expect(await handOut(clerk, found, exchange.exchangeNo)).toMatchObject({ refusal: { code: 'hand_out_needs_code' } })
  })
})

describe('by post', () => {
  it('the address is sealed, seen by staff alone, and gone once it is sent', async () => {
    const [{ openid, accountId }, stranger] = [await member(), await member()]
    const { exchange } = valueOf(await swap(openid, 'post', { handing: { way: 'post', address } }))
    const { exchangeNo } = exchange
    const everywhere = async () => JSON.stringify(await everything(cloud))
    expect(/林小满|建国西路|13800138000/.test(await everywhere())).toBe(false)
    const { parcels } = valueOf(await atTill(cloud, clerk, 'rewards.to-send', {}))
    expect(parcels).toMatchObject([{ accountId, exchangeNo, address }])
    const sheet = await scanned(openid)
    expect(sheet.waiting).toEqual([])
    expect(await handOut(clerk, sheet, exchangeNo)).toMatchObject({ refusal: { code: 'exchange_to_send' } })
    const parcel = { accountId, exchangeNo, carrier: '顺丰', trackingNo: 'SF1234567890' }
    expect(await atTill(cloud, stranger.openid, 'rewards.send', parcel)).toMatchObject({
      refusal: { code: 'not_allowed' },
    })
    expect(await atTill(cloud, clerk, 'rewards.send', parcel)).toMatchObject({ ok: true })
    expect(await atTill(cloud, clerk, 'rewards.send', parcel)).toMatchObject({ refusal: { code: 'exchange_over' } })
    expect(await mine(openid)).toMatchObject([{ state: { code: 'sent', carrier: '顺丰', trackingNo: 'SF1234567890' } }])
    expect(valueOf(await atTill(cloud, clerk, 'rewards.to-send', {})).parcels).toEqual([])
    expect((await cloud.dump('accounts')).some(({ document }: any) => document.parcels?.length > 0)).toBe(false)
  })

  it('lists whoever waits since the same instant on one page or the next, each once', async () => {
    const people = await Promise.all(
      Array.from({ length: 54 }, async () => {
        const openid = `o-${requestId()}`
        return { openid, accountId: (await enrolPhone(cloud, openid)).member.accountId as string }
      }),
    )
    // Joining has brought the hundred points that it costs.
    const sent = people.map(({ openid }) => swap(openid, 'post', { handing: { way: 'post', address } }))
    expect((await Promise.all(sent)).every(({ ok }) => ok)).toBe(true)
    const waits = (await cloud.dump('accounts')).flatMap(({ document }: any) => document.sendAt ?? [])
    expect(new Set(waits).size).toBe(1)
    const first = valueOf(await atTill(cloud, clerk, 'rewards.to-send', {}))
    const second = valueOf(await atTill(cloud, clerk, 'rewards.to-send', { after: first.nextAfter }))
    expect([first.parcels.length, second.parcels.length, second.nextAfter]).toEqual([50, 4, null])
    const listed = [...first.parcels, ...second.parcels].map(({ accountId }: any) => accountId)
    expect(listed.sort()).toEqual(people.map(({ accountId }) => accountId).sort())
    for (const { accountId, exchangeNo } of [...first.parcels, ...second.parcels])
      await atTill(cloud, clerk, 'rewards.send', { accountId, exchangeNo, carrier: '顺丰', trackingNo: 'SF1234567890' })
    // More than fifty people, of whom each joins and swaps, on a machine that may be busy.
  }, 180_000)

  it('what is picked up is not sent, and nothing is sent to nobody', async () => {
    const { openid, accountId } = await member()
    const { exchange } = valueOf(await swap(openid, 'open'))
    const parcel = { accountId, exchangeNo: exchange.exchangeNo, carrier: '顺丰', trackingNo: 'SF1234567890' }
    expect(await atTill(cloud, clerk, 'rewards.send', parcel)).toMatchObject({
      refusal: { code: 'exchange_to_hand_out' },
    })
    expect(await atTill(cloud, clerk, 'rewards.send', { ...parcel, accountId: 'nobody' })).toMatchObject({
      refusal: { code: 'member_unknown' },
    })
  })
})

describe('what nobody picks up', () => {
  it('goes back by itself with its points and its stock, once', async () => {
    const { openid } = await member()
    const before = await left(openid, 'few')
    valueOf(await swap(openid, 'few'))
    await cloud.drain()
    await cloud.advance(31 * 86_400_000)
    for (const _ of [1, 2]) await wakeClock(cloud)
    expect([await balance(openid), await left(openid, 'few')]).toEqual([1_000, before])
    expect(await mine(openid)).toMatchObject([{ state: { code: 'given-up', because: 'not-collected', returned: 100 } }])
  })
})

it('leaves whole books', async () => {
  await cloud.drain()
  expect(await auditAll(cloud)).toMatchObject({ faults: [] })
})
