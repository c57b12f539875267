import { auditAll, bendProgramme, enrolPhone, phone, requestId, useShop, valueOf } from '../support/shop'
import { openCard, inviteTo, pointsOf, scanShared, shareCard } from '../support/sharing'
import { atTill, codeShownBy, hire } from '../support/till'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const clerk = 'o-clerk-1'
const name = { zh: '罐装茶', en: 'A tin of tea' }
beforeAll(async () => {
  await bendProgramme(cloud, {
    cards: {
      holders: ['adult'],
      transferable: false,
      family: { subCards: 2, pooling: 'holder-chooses', relationshipCheckedBy: 'staff' },
      couple: { pooling: 'pooled' },
    },
    coupons: [],
    rewards: [
      { id: 'tin', name, gives: { kind: 'gift', name }, price: { points: 300 }, stock: 10 },
      { id: 'ever', name, gives: { kind: 'gift', name }, price: { points: 300 } },
      { id: 'bonus', name, gives: { kind: 'points', points: 10 }, price: { points: 20 } },
    ],
  })
  await hire(cloud, clerk)
})

let [li, lin, count] = ['', '', 0]
beforeEach(async () => {
  count += 1
  ;[li, lin] = [`o-li-${count}`, `o-lin-${count}`]
  for (const openid of [li, lin]) await enrolPhone(cloud, openid)
})

const till = (operation: string, { scanId, accountId }: any, more: object = {}) =>
  atTill(cloud, clerk, operation, { scanId, accountId, ...more })
const pay = async (sheet: any, fen: number) =>
  valueOf(
    await till('staff.accrue', sheet, { amountFen: fen, dueFen: (fen * (100 - sheet.tier.discountPercent)) / 100 }),
  ).earned
const swap = (who: string, cardId: string | null, more: object = {}, id = requestId()) =>
  phone(
    cloud,
    who,
    'rewards.redeem',
    {
      rewardId: 'tin',
      count: 1,
      handing: { way: 'store', storeId: 'S1' },
      points: 300,
      addFen: 0,
      ...(cardId ? { cardId } : {}),
      ...more,
    },
    { requestId: id },
  )
const code = (reply: any) => (reply.ok ? 'ok' : reply.refusal.code)
const scanOwn = async (who: string) =>
  valueOf(await atTill(cloud, clerk, 'staff.scan', { code: await codeShownBy(cloud, who), storeId: 'S1' }))
const settled = async () => {
  await cloud.drain()
  expect((await auditAll(cloud)).faults).toEqual([])
}

describe('P3.8: a pool’s points in the mall', () => {
  it('are spent by whoever holds a card of it, who fetches it and gives it up alone, each told by name', async () => {
    const cardId = await shareCard(cloud, li, [lin])
    const earned = await pay(await scanShared(cloud, clerk, lin, cardId), 100_000)
    await pay(await scanOwn(li), 50_000)
    const [pool, own] = [await pointsOf(cloud, li), await pointsOf(cloud, lin)]
    const mall = valueOf(await phone(cloud, lin, 'rewards.list', { cardId }))
    expect([mall.balance, mall.rewards.map(({ rewardId }: any) => rewardId)]).toEqual([pool, ['tin', 'ever']])
    expect(code(await swap(lin, cardId, { rewardId: 'bonus', points: 20 }))).toBe('reward_not_offered')

    const id = requestId()
    const first = valueOf(await swap(lin, cardId, {}, id))
    expect(valueOf(await swap(lin, cardId, {}, id))).toEqual(first)
    expect(first.balance).toBe(pool - 300)
    const second = valueOf(await swap(lin, cardId))
    const mains = valueOf(await swap(li, null))
    expect([await pointsOf(cloud, li), await pointsOf(cloud, lin)]).toEqual([pool - 900, own])

    // What the holder spent is theirs in the settlement, and comes back with what is given up.
    const history = () => phone(cloud, li, 'cards.history', { cardId }).then(valueOf)
    expect((await history()).holders).toMatchObject([{ earned, burned: 600, share: earned - 600 }])
    const mine = valueOf(await phone(cloud, lin, 'rewards.mine', { cardId })).exchanges
    expect(mine.map(({ exchangeNo }: any) => exchangeNo)).toEqual([
      second.exchange.exchangeNo,
      first.exchange.exchangeNo,
    ])
    const cancel = ({ exchange: { exchangeNo } }: any) => phone(cloud, lin, 'rewards.cancel', { exchangeNo, cardId })
    expect(code(await cancel(mains))).toBe('exchange_over')
    expect(valueOf(await cancel(second))).toMatchObject({ returned: 300, balance: pool - 600 })
    expect((await history()).holders).toMatchObject([{ burned: 300, share: earned - 300 }])
    expect((await history()).uses.map(({ kind, what }: any) => [kind, what?.en ?? null])).toEqual([
      ['swap-back', 'A tin of tea'],
      ['swap', 'A tin of tea'],
      ['swap', 'A tin of tea'],
      ['purchase', null],
      ['joined', null],
    ])

    await cloud.advance(30_000)
    const sheet = await scanShared(cloud, clerk, lin, cardId)
    expect(sheet.waiting.map(({ exchangeNo }: any) => exchangeNo)).toEqual([first.exchange.exchangeNo])
    const handOut = ({ exchange: { exchangeNo } }: any, at = sheet) =>
      till('rewards.hand-out', at, { exchangeNo, paidFen: 0 }).then(code)
    expect(await handOut(mains)).toBe('own_card_needed')
    expect(await handOut(first)).toBe('ok')
    expect(await handOut(mains, await scanOwn(li))).toBe('ok')
    await settled()
  })

  it('are spent neither through a card that is separate, unchecked or another’s, nor after it was left', async () => {
    const family = await openCard(cloud, li, 'family')
    valueOf(await phone(cloud, lin, 'cards.join', { code: await inviteTo(cloud, li, family) }))
    const separate = `o-separate-${count}`
    await enrolPhone(cloud, separate)
    const apart = await openCard(cloud, separate, 'family', 'separate')
    const guest = `o-guest-${count}`
    await enrolPhone(cloud, guest)
    valueOf(await phone(cloud, guest, 'cards.join', { code: await inviteTo(cloud, separate, apart) }))
    const couple = await shareCard(cloud, guest, [lin])
    const refusals = [
      await swap(lin, family),
      await swap(guest, apart),
      await swap(separate, apart),
      await swap(li, couple),
      await swap(lin, 'shared-0000000000'),
      await phone(cloud, li, 'rewards.list', { cardId: couple }),
      await phone(cloud, lin, 'rewards.mine', { cardId: family }),
      await phone(cloud, li, 'rewards.cancel', { cardId: couple, exchangeNo: 1 }),
    ].map(code)
    const [no, unchecked] = ['card_not_held', 'card_unchecked']
    expect(refusals).toEqual([unchecked, no, no, no, no, no, unchecked, no])
    valueOf(await phone(cloud, lin, 'cards.leave', { cardId: couple }))
    expect(code(await swap(lin, couple))).toBe(no)
    await settled()
  })

  it('go to sixty-four taps of two holders as far as they reach, and no further', async () => {
    const cardId = await shareCard(cloud, li, [lin])
    await pay(await scanShared(cloud, clerk, lin, cardId), 100_000)
    const pool = await pointsOf(cloud, li)
    const most = Math.floor(pool / 300)
    const persist = async (send: () => Promise<any>): Promise<string> => {
      for (;;) {
        const answer = code(await send())
        if (answer !== 'busy' && answer !== 'rate_limited') return answer
        await cloud.advance(60_000)
      }
    }
    const codes = await Promise.all(
      Array.from({ length: 64 }, (_, n) => {
        const id = requestId()
        const ever = { rewardId: 'ever' }
        return persist(() => (n % 2 ? swap(lin, cardId, ever, id) : swap(li, null, ever, id)))
      }),
    )
    expect(codes.filter((one) => one === 'ok')).toHaveLength(most)
    expect(new Set(codes)).toEqual(new Set(['ok', 'points_short']))
    expect(await pointsOf(cloud, li)).toBe(pool - most * 300)
    await settled()
  })
})
