import { createHash } from 'node:crypto'
import { hashing } from '../../cloudfunctions/_areas/draws/hashing'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { verifyDraw } from '../../shared/draws/verify'
import {
  bendProgramme,
  enrolPhone,
  manage,
  order,
  phone,
  record,
  useShop,
  valueOf,
  wakeClock,
  requestId,
  today,
  auditAll,
} from '../support/shop'
import { wheel } from '../support/draws'
import { atTill, hire } from '../support/till'

const shop = useShop('demo-tea')
const { cloud } = shop
const when = { kind: 'dates' as const, from: '2026-06-01', to: '2026-06-02' }
const one = 'o-member-1'
const salted = (n: number | string) => {
  const salt = createHash('sha256').update(String(n)).digest('hex')
  return { salt, saltHash: hashing.sha256(salt) }
}
const setUp = (change: object = {}) => bendProgramme(cloud, { draws: [{ ...wheel, when, ...change }] } as never)
const take = (openid: string, n: number | string, more: object = {}) =>
  phone(cloud, openid, 'draws.take-chance', { drawId: 'wheel', saltHash: salted(n).saltHash }, more)
const draw = (openid: string, { roundId, number }: any, n: number | string, more: object = {}) =>
  phone(cloud, openid, 'draws.draw', { roundId, number, salt: salted(n).salt }, more)
const play = async (openid: string, n: number | string) => {
  const taken = valueOf(await take(openid, n))
  return { ...taken, ...valueOf(await draw(openid, taken, n)) }
}
const buy = (points = 100, drawId = 'wheel') => phone(cloud, one, 'draws.buy-chance', { drawId, points })
const read = async (openid: string) => valueOf(await phone(cloud, openid, 'draws.read', { drawId: 'wheel' }))
const sure = [
  { ...wheel.prizes[0]!, weight: 10 },
  { ...wheel.prizes[2]!, weight: 0 },
]
/** The whole published file of a round, its pages put together. */
async function fileOf(roundId: string) {
  const { part } = valueOf(await phone(cloud, one, 'draws.proof', { roundId }))
  return part
}
const afterClose = 3 * 24 * 60 * 60_000

describe('a draw in two steps', () => {
  it('takes a chance, gives number 1, and draws it: the prize waits for its winner in the store', async () => {
    await setUp({ prizes: sure })
    await enrolPhone(cloud, one)
    expect(await read(one)).toMatchObject({ state: 'open', chances: 1, left: [{ prizeId: 'tin', left: 1 }] })
    const drawn = await play(one, 1)
    expect(drawn).toMatchObject({ number: 1, place: 1, chances: 0, prize: { prizeId: 'tin', insteadOf: null } })
    const { exchanges } = valueOf(await phone(cloud, one, 'rewards.mine'))
    expect(exchanges).toMatchObject([{ name: { zh: '罐装茶' }, points: 0, state: { code: 'to-pick-up' } }])
    expect(await phone(cloud, one, 'rewards.cancel', { exchangeNo: exchanges[0].exchangeNo })).toMatchObject({
      refusal: { code: 'exchange_final' },
    })
    const { results } = valueOf(await phone(cloud, one, 'draws.mine'))
    expect(results).toMatchObject([{ number: 1, place: 1, chain: drawn.chain, isPrize: true }])
    expect(await read(one)).toMatchObject({
      chances: 0,
      left: [{ left: 0 }],
      winners: [{ prize: { zh: '罐装茶' }, place: 1 }],
    })
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })

  it('sends a prize home where the shop sends it, and only while it waits', async () => {
    await setUp({ prizes: [{ ...sure[0]!, ways: ['store', 'post'] }, sure[1]!] })
    await enrolPhone(cloud, one)
    await play(one, 1)
    const [prize] = valueOf(await phone(cloud, one, 'rewards.mine')).exchanges
    expect(prize).toMatchObject({ prize: true, maySend: true, state: { code: 'to-pick-up' } })
    const address = { name: '林', phone: '13800138000', region: '上海市 徐汇区', street: '建国西路 1 号' }
    const send = (exchangeNo: number) => phone(cloud, one, 'rewards.have-sent', { exchangeNo, address })
    expect(await send(9_999)).toMatchObject({ refusal: { code: 'exchange_over' } })
    valueOf(await send(prize.exchangeNo))
    expect(valueOf(await phone(cloud, one, 'rewards.mine')).exchanges).toMatchObject([{ state: { code: 'to-send' } }])
    expect(await send(prize.exchangeNo)).toMatchObject({ refusal: { code: 'reward_way_not_offered' } })
    await hire(cloud, 'o-clerk-1')
    const { parcels } = valueOf(await atTill(cloud, 'o-clerk-1', 'rewards.to-send', {}))
    expect(parcels).toMatchObject([{ exchangeNo: prize.exchangeNo, address, name: { zh: '罐装茶' } }])
    expect(JSON.stringify(await cloud.dump('accounts'))).not.toContain('建国西路')
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })

  it('gives the same number and the same prize, and no more, when the phone asks again', async () => {
    await setUp({ chances: [{ kind: 'everybody', chances: 5, limit: { times: 1, per: 'day' } }] })
    await enrolPhone(cloud, one)
    const [first, second] = [requestId(), requestId()]
    const taken = await take(one, 1, { requestId: first })
    expect(await take(one, 1, { requestId: first })).toEqual(taken)
    const drawn = await draw(one, valueOf(taken), 1, { requestId: second })
    expect(await draw(one, valueOf(taken), 1, { requestId: second })).toEqual(drawn)
    const again = valueOf(await draw(one, valueOf(taken), 1))
    expect(again).toEqual(valueOf(drawn))
    expect(await read(one)).toMatchObject({ chances: 4, waiting: [] })
    expect(await cloud.dump('drawResults')).toHaveLength(1)
    expect(valueOf(await phone(cloud, one, 'draws.mine')).results).toHaveLength(1)
  })

  it('goes on with the number that was given out when the network was lost in between', async () => {
    await setUp()
    await enrolPhone(cloud, one)
    const taken = valueOf(await take(one, 1))
    const { waiting } = await read(one)
    expect(waiting).toEqual([{ roundId: taken.roundId, number: 1, saltHash: salted(1).saltHash }])
    valueOf(await draw(one, waiting[0], 1))
    expect(await read(one)).toMatchObject({ waiting: [], chances: 0 })
  })

  it('goes on with a chance that was taken and given no number, by its salt or by another where the phone forgot both', async () => {
    await setUp()
    for (const [n, later] of [
      [1, 1],
      [2, 3],
    ] as const) {
      const openid = `o-cut-off-${n}`
      await enrolPhone(cloud, openid)
      // What a function leaves behind that is killed between the account and the number; the phone forgets the request.
      const { roundId, number } = valueOf(await take(openid, n))
      await cloud.drain()
      await cloud.run(async () => void (await wxEffects().store.remove('drawNumbers', { _id: `${roundId}:${number}` })))
      expect(await read(openid)).toMatchObject({ chances: 1, waiting: [] })
      await cloud.advance(2 * 60_000)
      const taken = valueOf(await take(openid, later))
      expect(taken).toMatchObject({ chances: 0, number: n })
      valueOf(await draw(openid, taken, later))
      expect(await read(openid)).toMatchObject({ chances: 0, waiting: [] })
      expect((await take(openid, 9)).ok).toBe(false)
    }
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })

  it('gives points and coupons at once, and counts a day’s limit of the member', async () => {
    const prizes = [
      { ...wheel.prizes[1]!, weight: 5 },
      { id: 'ten', name: { zh: '10 元券', en: '¥10 off' }, weight: 5, gives: { kind: 'money-off', offFen: 1_000 } },
    ]
    await setUp({
      prizes,
      fallback: 'points',
      chances: [{ kind: 'everybody', chances: 9, limit: { times: 1, per: 'day' } }],
      perMember: { times: 6, per: 'day' },
    })
    await enrolPhone(cloud, one)
    const before = valueOf(await phone(cloud, one, 'points.statement')).balance
    const won: string[] = []
    for (let n = 1; n <= 6; n += 1) won.push((await play(one, n)).prize.prizeId)
    expect(await take(one, 7)).toMatchObject({ refusal: { code: 'draw_limit', details: { times: 6 } } })
    const pointsWon = won.filter((id) => id === 'points').length
    expect(valueOf(await phone(cloud, one, 'points.statement')).balance).toBe(before + 10 * pointsWon)
    const { coupons } = valueOf(await phone(cloud, one, 'coupons.list', { tab: 'usable' }))
    expect(coupons.filter(({ name }: any) => name.zh === '减 10 元券')).toHaveLength(6 - pointsWon)
  })
})

describe('chances', () => {
  it('come from an order at the till and go with its refund, as far as they are unused', async () => {
    await setUp({ chances: [{ kind: 'purchase', fromFen: 5_000, chances: 2 }], prizes: wheel.prizes })
    const { member } = await enrolPhone(cloud, one)
    const bought = { ...order({ orderId: 'a', amountFen: 5_000, at: today }), customer: { memberNo: member.memberNo } }
    await record(cloud, shop.till, [
      bought,
      { ...order({ orderId: 'b', amountFen: 4_999, at: today }), customer: { memberNo: member.memberNo } },
    ])
    expect(await read(one)).toMatchObject({ chances: 2, ways: [{ kind: 'purchase', left: 2 }] })
    await play(one, 1)
    await record(cloud, shop.till, [{ kind: 'refund', orderId: 'a', refundId: 'r', amountFen: 1, at: bought.at }])
    expect(await read(one)).toMatchObject({ chances: 0 })
    expect(await take(one, 2)).toMatchObject({ refusal: { code: 'chances_none' } })
    const entries = (await cloud.dump('entries')).map(({ document }: any) => document)
    await cloud.drain()
    expect(entries.filter(({ kind }: any) => kind === 'chance-withdraw')).toMatchObject([{ withdrawn: 1, used: 1 }])
  })

  it('come with so many people who came by the member’s own link, where the merchant has switched that on', async () => {
    const chances = [{ kind: 'sharing' as const, friends: 2, chances: 1, isOn: true }]
    await setUp({ chances })
    await enrolPhone(cloud, one)
    const { scene } = valueOf(await phone(cloud, one, 'referrals.link', {}))
    const opens = async (openid: string) => {
      valueOf(await phone(cloud, openid, 'shop.welcome', { scene }))
      await cloud.drain()
    }
    for (const openid of ['o-new-1', 'o-new-1']) await opens(openid)
    expect(await read(one)).toMatchObject({ chances: 0 })
    expect(await take(one, 1)).toMatchObject({ refusal: { code: 'chances_none' } })
    await opens('o-new-2')
    expect(await read(one)).toMatchObject({ chances: 1, ways: [{ kind: 'given', left: 1 }] })
    expect(valueOf(await take(one, 1))).toMatchObject({ chances: 0 })
    await setUp({ chances: [{ ...chances[0]!, friends: 1, isOn: false }] })
    expect(await read(one)).toMatchObject({ chances: 0, ways: [] })
  })

  it('are bought with points, as often as the draw allows', async () => {
    await setUp({ chances: [{ kind: 'points', points: 100, limit: { times: 1, per: 'day' } }] })
    const { member } = await enrolPhone(cloud, one)
    expect(await buy(100, 'other')).toMatchObject({
      refusal: { code: 'draw_unknown' },
    })
    await manage(cloud, 'points.adjust', { accountId: member.accountId, change: 90, reason: '补记' })
    const { balance } = valueOf(await phone(cloud, one, 'points.statement'))
    await manage(cloud, 'points.adjust', { accountId: member.accountId, change: 99 - balance, reason: '补记' })
    expect(await buy()).toMatchObject({
      refusal: { code: 'points_short', details: { short: 1 } },
    })
    await manage(cloud, 'points.adjust', { accountId: member.accountId, change: 101, reason: '补记' })
    expect(valueOf(await buy())).toEqual({
      chances: 1,
      balance: 100,
    })
    expect(await buy()).toMatchObject({
      refusal: { code: 'chance_limit' },
    })
    const { entries } = valueOf(await phone(cloud, one, 'points.statement'))
    expect(entries[0]).toMatchObject({ points: -100, reason: { code: 'chance-bought', name: { zh: '转盘' } } })
  })

  it('cost no points once they are enough for all that the member may draw', async () => {
    const sold = { kind: 'points' as const, points: 100, limit: { times: 5, per: 'lifetime' as const } }
    await setUp({ chances: [sold], perMember: { times: 1, per: 'lifetime' } })
    const { member } = await enrolPhone(cloud, one)
    await manage(cloud, 'points.adjust', { accountId: member.accountId, change: 500, reason: '补记' })
    const { balance } = valueOf(await buy())
    const message = '到结束前你还能抽 1 次，手上的机会已经够了，没有扣积分'
    expect(await buy()).toMatchObject({ refusal: { code: 'chances_enough', message } })
    expect(valueOf(await phone(cloud, one, 'points.statement'))).toMatchObject({ balance })
  })

  it('are not taken at another price than the member was shown: the new one is told, and nothing is taken', async () => {
    const sold = (points: number) => setUp({ chances: [{ kind: 'points', points, limit: { times: 1, per: 'day' } }] })
    await sold(100)
    const { member } = await enrolPhone(cloud, one)
    await manage(cloud, 'points.adjust', { accountId: member.accountId, change: 500, reason: '补记' })
    const before = valueOf(await phone(cloud, one, 'points.statement'))
    await sold(200)
    for (const shown of [100, 199, 201])
      expect(await buy(shown)).toMatchObject({
        refusal: { code: 'chance_price_changed', message: '现在要 200 积分换 1 次，没有扣你的积分。请看过后再换' },
      })
    expect(valueOf(await phone(cloud, one, 'points.statement'))).toMatchObject({
      balance: before.balance,
      entries: before.entries,
    })
    expect(await read(one)).toMatchObject({ chances: 0, ways: [{ kind: 'points', points: 200, left: 1 }] })
    expect(valueOf(await buy(200))).toEqual({ chances: 1, balance: before.balance - 200 })
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })

  it('are refused with chance_not_for_points where none is sold, and with draw_not_open before the draw opens', async () => {
    await setUp({ when: { kind: 'dates', from: '2026-06-05', to: '2026-06-06' } })
    await enrolPhone(cloud, one)
    expect(await buy()).toMatchObject({
      refusal: { code: 'chance_not_for_points' },
    })
    expect(await take(one, 1)).toMatchObject({ refusal: { code: 'draw_not_open' } })
    expect(await read(one)).toMatchObject({ state: 'soon', commitment: null })
  })

  it('wait in no more than twenty numbers at once', async () => {
    await setUp({ chances: [{ kind: 'everybody', chances: 30, limit: { times: 1, per: 'day' } }] })
    await enrolPhone(cloud, one)
    for (let n = 0; n < 20; n += 1) valueOf(await take(one, n))
    expect(await take(one, 20)).toMatchObject({ refusal: { code: 'chances_open_too_many', details: { max: 20 } } })
  })
})

describe('between taking a chance and drawing it', () => {
  it('a refund of its order and a rise to another tier change nothing: the number draws by the odds it was given under', async () => {
    const prizes = [sure[0]!, { ...sure[1]! }]
    const odds = [{ fromTier: 'silver', weights: { tin: 0, nothing: 10 } }]
    await setUp({ prizes, odds, chances: [{ kind: 'purchase', fromFen: 5_000, chances: 1 }] })
    const { member } = await enrolPhone(cloud, one)
    const customer = { memberNo: member.memberNo }
    await record(cloud, shop.till, [{ ...order({ orderId: 'a', amountFen: 5_000, at: today }), customer }])
    const taken = valueOf(await take(one, 1))
    await record(cloud, shop.till, [
      { kind: 'refund', orderId: 'a', refundId: 'r', amountFen: 5_000, at: today },
      { ...order({ orderId: 'b', amountFen: 900_000, at: today }), customer },
    ])
    expect((await read(one)).weights).toEqual([0, 10])
    expect(valueOf(await draw(one, taken, 1))).toMatchObject({ prize: { prizeId: 'tin' } })
    await cloud.advance(afterClose)
    expect(verifyDraw(hashing, await fileOf(taken.roundId))).toMatchObject({ ok: true })
  })

  it('the round’s last instant is in time and the next one is not, and nobody has the seed in between', async () => {
    await setUp({ prizes: sure, chances: [{ kind: 'everybody', chances: 3, limit: { times: 1, per: 'day' } }] })
    await enrolPhone(cloud, one)
    await cloud.setClock('2026-06-02T15:59:59.999Z')
    const [first, second] = [valueOf(await take(one, 1)), valueOf(await take(one, 2))]
    expect(valueOf(await draw(one, first, 1))).toMatchObject({ prize: { prizeId: 'tin' } })
    await cloud.setClock('2026-06-02T16:00:00.000Z')
    expect(await draw(one, second, 2)).toMatchObject({ refusal: { code: 'draw_closed' } })
    expect(valueOf(await draw(one, first, 1))).toMatchObject({ prize: { prizeId: 'tin' } })
    expect(await phone(cloud, one, 'draws.proof', { roundId: first.roundId })).toMatchObject({
      refusal: { code: 'draw_not_closed' },
    })
    await cloud.setClock('2026-06-02T16:02:00.000Z')
    expect(verifyDraw(hashing, await fileOf(first.roundId))).toEqual({ ok: true, numbers: 2, results: 1 })
  })
})

describe('what a draw refuses', () => {
  it('is another member’s number, a number that nobody has, and a salt that was not the one before', async () => {
    await setUp()
    await enrolPhone(cloud, one)
    await enrolPhone(cloud, 'o-member-2')
    const taken = valueOf(await take(one, 1))
    expect(await draw('o-member-2', taken, 1)).toMatchObject({ refusal: { code: 'number_unknown' } })
    expect(await draw(one, { ...taken, number: 2 }, 1)).toMatchObject({ refusal: { code: 'number_unknown' } })
    expect(await draw(one, { ...taken, roundId: 'wheel.2026-07-01' }, 1)).toMatchObject({
      refusal: { code: 'draw_unknown' },
    })
    expect(await draw(one, taken, 2)).toMatchObject({ refusal: { code: 'salt_wrong' } })
    for (const salt of ['5a'.repeat(15), `${'5a'.repeat(32)}5`, 'no hex'])
      expect(
        await phone(cloud, one, 'draws.draw', { ...taken, salt, chances: undefined, link: undefined }),
      ).toMatchObject({
        refusal: { code: 'input_invalid' },
      })
    expect(await cloud.dump('drawResults')).toEqual([])
  })

  it('is anything after the round is closed, and what a visitor wants of a draw for members', async () => {
    await setUp()
    await enrolPhone(cloud, one)
    expect(await take('o-visitor', 1)).toMatchObject({ refusal: { code: 'draw_members_only' } })
    const taken = valueOf(await take(one, 1))
    await cloud.advance(2 * 24 * 60 * 60_000)
    expect(await draw(one, taken, 1)).toMatchObject({ refusal: { code: 'draw_closed' } })
    expect(await take(one, 2)).toMatchObject({ refusal: { code: 'draw_not_open' } })
  })

  it.each([
    ['zh-CN', '没有抽奖机会了'],
    ['en', 'You have no chance left'],
  ])('is said in the reader’s language: %s', async (language, message) => {
    await setUp({ chances: [{ kind: 'referral', chances: 1 }] })
    await enrolPhone(cloud, one)
    expect(await take(one, 1, { language })).toMatchObject({ refusal: { message } })
  })
})

describe('the proof', () => {
  it('is published before: the commitment stands, the seed is told to nobody until the round is closed', async () => {
    await setUp({ prizes: sure })
    await enrolPhone(cloud, one)
    const { commitment } = await read(one)
    const drawn = await play(one, 1)
    expect(await phone(cloud, one, 'draws.proof', { roundId: drawn.roundId })).toMatchObject({
      refusal: { code: 'draw_not_closed' },
    })
    const { roundId, number } = drawn
    expect(valueOf(await phone(cloud, one, 'draws.result', { roundId, number }))).toMatchObject({
      commitment,
      seed: null,
    })
    expect(await phone(cloud, 'o-other', 'draws.result', { roundId: drawn.roundId, number: 1 })).toMatchObject({
      refusal: { code: 'number_unknown' },
    })
    await cloud.advance(afterClose)
    const { seed, rules } = valueOf(
      await phone(cloud, 'o-other', 'draws.result', { roundId: drawn.roundId, number: 1 }),
    )
    expect(createHash('sha256').update(`changlai-draw-1\n${seed}\n${rules}`).digest('hex')).toBe(commitment)
  })

  it('holds for every result of a closed round, and the clock tells its seed', async () => {
    await setUp({ chances: [{ kind: 'everybody', chances: 8, limit: { times: 1, per: 'day' } }] })
    await enrolPhone(cloud, one)
    await enrolPhone(cloud, 'o-member-2')
    let roundId = ''
    for (let n = 0; n < 8; n += 1) roundId = (await play(n % 2 ? one : 'o-member-2', n)).roundId
    valueOf(await take(one, 'never drawn'))
    await cloud.advance(afterClose)
    const file = await fileOf(roundId)
    expect(verifyDraw(hashing, file)).toEqual({ ok: true, numbers: 9, results: 8 })
    expect(verifyDraw(hashing, { ...file, commitment: 'f'.repeat(64) })).toMatchObject({ ok: false })
    expect(JSON.stringify(file)).not.toMatch(/account-|visitor-|memberNo/)
    for (let minute = 0; minute < 6; minute += 1) {
      await cloud.advance(60_000)
      await wakeClock(cloud)
    }
    expect((await cloud.dump('draws')).map(({ document }: any) => document)).toMatchObject([
      { seed: file.seed, revealAt: null },
    ])
  })

  it('is published by a manager ahead of time, and a version may not change or drop it then', async () => {
    await setUp({ when: { kind: 'dates', from: '2026-07-20', to: '2026-07-22' } })
    const { roundId, commitment } = await manage(cloud, 'draws.prepare', { drawId: 'wheel' })
    expect(await manage(cloud, 'draws.prepare', { drawId: 'wheel' })).toMatchObject({ commitment })
    expect(await read('o-visitor')).toMatchObject({ state: 'soon', commitment, rules: { roundId } })
    await expect(manage(cloud, 'draws.prepare', { drawId: 'other' })).rejects.toThrow('draw_unknown')
    const { live, newest } = await manage(cloud, 'programmes.read')
    const publish = (draws: unknown, effectiveAt: string) =>
      manage(cloud, 'programmes.publish', {
        draft: JSON.stringify({ ...live.programme, draws }),
        effectiveAt,
        basedOn: newest,
      })
    const [published] = live.programme.draws
    await expect(publish([], '2026-07-09T00:00:00.000Z')).rejects.toThrow('draw_running')
    await expect(publish([{ ...published, fallback: 'points' }], '2026-07-21T00:00:00.000Z')).rejects.toThrow(
      'draw_running',
    )
    const past = { ...published, id: 'past', when: { kind: 'dates', from: '2026-05-01', to: '2026-05-02' } }
    await expect(publish([published, past], '2026-07-21T00:00:00.000Z')).rejects.toThrow('draw_past')
  })

  it('keeps the version under which it was published: that one cannot be withdrawn, another one without it can', async () => {
    await setUp({ when: { kind: 'dates', from: '2026-07-20', to: '2026-07-22' } })
    const publish = async (change: object) => {
      const { live, newest } = await manage(cloud, 'programmes.read')
      const draws = [{ ...live.programme.draws[0], ...change }]
      const draft = JSON.stringify({ ...live.programme, draws })
      return manage(cloud, 'programmes.publish', { draft, effectiveAt: '2026-07-19T00:00:00.000Z', basedOn: newest })
    }
    const first = await publish({ rules: { zh: '一', en: 'One' } })
    await manage(cloud, 'programmes.withdraw', { version: first.version })
    const second = await publish({ rules: { zh: '二', en: 'Two' } })
    const { commitment } = await manage(cloud, 'draws.prepare', { drawId: 'wheel' })
    await expect(manage(cloud, 'programmes.withdraw', { version: second.version })).rejects.toThrow('draw_published')
    expect(await read('o-visitor')).toMatchObject({ commitment, rules: { rules: { zh: '二' } } })
  })

  it('is published by the clock a day before the draw opens', async () => {
    await setUp({ when: { kind: 'dates', from: '2026-06-02', to: '2026-06-03' } })
    await cloud.advance(60_000 * 5)
    await cloud.setClock('2026-06-01T05:00:00.000Z')
    await wakeClock(cloud)
    expect(await read('o-visitor')).toMatchObject({
      state: 'soon',
      commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it('refuses with draw_over to publish what is over', async () => {
    await setUp()
    await cloud.advance(afterClose)
    await expect(manage(cloud, 'draws.prepare', { drawId: 'wheel' })).rejects.toThrow('draw_over')
    expect(await read('o-visitor')).toMatchObject({ state: 'closed', chances: 0 })
  })
})

describe('sixty-four who draw in the same instant', () => {
  it('win the last tin once, stand in one list without a gap, and every result holds', async () => {
    await setUp({ prizes: sure })
    const openids = Array.from({ length: 64 }, (_, n) => `o-crowd-${n}`)
    for (const openid of openids) await enrolPhone(cloud, openid)
    const taken = await Promise.all(openids.map(async (openid, n) => valueOf(await take(openid, n))))
    expect(taken.map(({ number }) => number).sort((a, b) => a - b)).toEqual(openids.map((_, n) => n + 1))
    const drawn = await Promise.all(taken.map(async (one, n) => valueOf(await draw(openids[n]!, one, n))))
    expect(drawn.filter(({ prize }) => prize.prizeId === 'tin')).toHaveLength(1)
    expect(drawn.filter(({ prize }) => prize.insteadOf !== null)).toHaveLength(63)
    expect(drawn.map(({ place }) => place).sort((a, b) => a - b)).toEqual(openids.map((_, n) => n + 1))
    await cloud.advance(afterClose)
    expect(verifyDraw(hashing, await fileOf(taken[0].roundId))).toEqual({ ok: true, numbers: 64, results: 64 })
  }, 240_000)
})

describe('a visitor', () => {
  const forVisitors = {
    forVisitors: true,
    prizes: sure.map((prize) => ({ ...prize, ...(prize.stock ? { stock: 5 } : {}) })),
  }

  it('P8.3 draws once a day without an account, and the prize comes once they are a member', async () => {
    await setUp(forVisitors)
    expect(await read(one)).toMatchObject({ isMember: false, chances: 1 })
    const taken = await take(one, 1)
    expect(valueOf(await take(one, 1))).toEqual(valueOf(taken))
    expect(await take(one, 2)).toMatchObject({ refusal: { code: 'chances_none' } })
    expect(await read(one)).toMatchObject({ waiting: [{ number: 1 }] })
    const drawn = valueOf(await draw(one, valueOf(taken), 1))
    expect(drawn).toMatchObject({ prize: { prizeId: 'tin', claimable: true }, chances: 0 })
    expect(valueOf(await draw(one, valueOf(taken), 1))).toEqual(drawn)
    await enrolPhone(cloud, one)
    expect(await read(one)).toMatchObject({ unclaimed: 1 })
    expect(valueOf(await phone(cloud, one, 'draws.claim'))).toEqual({ prizes: [{ zh: '罐装茶', en: 'A tin' }] })
    expect(await phone(cloud, one, 'draws.claim')).toMatchObject({ refusal: { code: 'prizes_none' } })
    expect(valueOf(await phone(cloud, one, 'rewards.mine')).exchanges).toHaveLength(1)
    expect(valueOf(await phone(cloud, one, 'draws.mine')).results).toMatchObject([{ number: 1, isPrize: true }])
  })

  it('has no second chance of the day by becoming a member', async () => {
    await setUp(forVisitors)
    valueOf(await take(one, 1))
    await enrolPhone(cloud, one)
    expect(await read(one)).toMatchObject({ isMember: true, chances: 0 })
    expect(await take(one, 2)).toMatchObject({ refusal: { code: 'chances_none' } })
    await cloud.setClock('2026-06-02T04:00:00.000Z')
    expect(await read(one)).toMatchObject({ chances: 1 })
  })

  it('goes on as a member with the number that was taken before, and its prize is theirs', async () => {
    await setUp(forVisitors)
    const taken = valueOf(await take(one, 1))
    await enrolPhone(cloud, one)
    const { number, roundId } = taken
    expect(await read(one)).toMatchObject({ chances: 0, waiting: [{ roundId, number, saltHash: salted(1).saltHash }] })
    expect(valueOf(await draw(one, taken, 1))).toMatchObject({ prize: { prizeId: 'tin', claimable: true } })
    expect(await read(one)).toMatchObject({ waiting: [], unclaimed: 1 })
    expect(valueOf(await phone(cloud, one, 'draws.claim')).prizes).toHaveLength(1)
  })

  it('has every prize once, though a claiming was cut off before it said that ten of them were given', async () => {
    const chances = [{ kind: 'everybody', chances: 11, limit: { times: 1, per: 'day' } }]
    const prizes = sure.map((prize) => ({ ...prize, ...(prize.stock ? { stock: 20 } : {}) }))
    await setUp({ ...forVisitors, prizes, chances })
    for (let n = 1; n <= 11; n += 1) await play(one, n)
    await enrolPhone(cloud, one)
    const waiting = async () =>
      (await cloud.dump('drawResults')).map(({ document }: any) => document).filter((row: any) => row.unclaimedBy)
    const before = await waiting()
    expect(valueOf(await phone(cloud, one, 'draws.claim')).prizes).toHaveLength(10)
    await cloud.drain()
    const left = await waiting()
    await cloud.run(async () => {
      const { store } = wxEffects()
      for (const { _id, unclaimedBy } of before) await store.change('drawResults', { _id }, { set: { unclaimedBy } })
    })
    expect([before.length, left.length]).toEqual([11, 1])
    expect(valueOf(await phone(cloud, one, 'draws.claim')).prizes).toHaveLength(1)
    await cloud.drain()
    expect([await waiting(), (await read(one)).unclaimed]).toEqual([[], 0])
    expect(valueOf(await phone(cloud, one, 'rewards.mine')).exchanges).toHaveLength(11)
  })

  it('has a prize as often as one member may, and not once more by becoming one', async () => {
    const prizes = sure.map((prize) => ({ ...prize, ...(prize.stock ? { stock: 5, perMember: 1 } : {}) }))
    const chances = [{ kind: 'everybody', chances: 3, limit: { times: 1, per: 'day' } }]
    await setUp({ ...forVisitors, prizes, chances })
    const asVisitor = await play(one, 1)
    await enrolPhone(cloud, one)
    const asMember = await play(one, 2)
    expect([asVisitor.prize.prizeId, asMember.prize.prizeId]).toEqual(['tin', 'nothing'])
    await cloud.advance(afterClose)
    const file = await fileOf(asVisitor.roundId)
    expect(verifyDraw(hashing, file)).toEqual({ ok: true, numbers: 2, results: 2 })
    expect(new Set(file.numbers.map(({ member }: any) => member)).size).toBe(1)
  })

  it('has one chance though two phones ask at once', async () => {
    await setUp(forVisitors)
    const both = await Promise.all([take(one, 1), take(one, 2)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.filter((reply) => !reply.ok)).toMatchObject([{ refusal: { code: 'chances_none' } }])
  })
})

describe('the lists', () => {
  it('name the draws there are, and winners by the end of their number', async () => {
    await setUp({ prizes: sure })
    const { member } = await enrolPhone(cloud, one)
    const { roundId } = await play(one, 1)
    expect(valueOf(await phone(cloud, one, 'draws.all')).draws).toMatchObject([
      { drawId: 'wheel', state: 'open', chances: 0 },
    ])
    const { winners } = valueOf(await phone(cloud, 'o-visitor', 'draws.winners', { roundId }))
    expect(winners).toMatchObject([{ tail: member.memberNo.slice(-4), prize: { zh: '罐装茶' } }])
    expect(await phone(cloud, one, 'draws.winners', { roundId: 'wheel.2030-01' })).toMatchObject({
      refusal: { code: 'draw_unknown' },
    })
  })
})
