import { testSecrets, useCloud } from '../support/cloud'
import { everything, managerOpenid, order, requestId, sendItems } from '../support/shop'

const cloud = useCloud({ functions: 'deployed' })
beforeEach(() => cloud.reset())

const input = {
  claimCode: testSecrets.CHANGLAI_CLAIM_CODE,
  name: '屿间茶舍',
  managerName: '店长',
  preset: 'demo-tea',
  stores: [{ id: 'S1', name: '一店' }],
}
const found = (change: object = {}, id = requestId(), openid = managerOpenid) =>
  cloud.call('manager', { operation: 'shop.found', input: { ...input, ...change }, requestId: id }, openid)

describe('founding a shop', () => {
  it.each([
    ['claim_code_wrong', { claimCode: 'a guess of a code' }],
    ['preset_unknown', { preset: 'no-such-programme' }],
    ['preset_unknown', { preset: 'constructor' }],
    [
      'store_ids_repeat',
      {
        stores: [
          { id: 'S1', name: '一' },
          { id: 'S1', name: '二' },
        ],
      },
    ],
  ])('is refused with %s for %j, and nothing is founded', async (code, change) => {
    expect(await found(change)).toMatchObject({ refusal: { code } })
    expect(await everything(cloud)).toEqual([])
  })

  it('happens once: the code is spent, also for somebody else who holds it', async () => {
    expect(await found()).toMatchObject({ ok: true })
    const before = await everything(cloud)
    expect(await found()).toMatchObject({ refusal: { code: 'shop_already_founded' } })
    expect(await found({}, requestId(), 'o-thief')).toMatchObject({ refusal: { code: 'shop_already_founded' } })
    expect(await everything(cloud)).toEqual(before)
  })

  it('answers the same request as the first time, and refuses its id for another founding', async () => {
    const id = requestId()
    const first = await found({}, id)
    expect(first).toMatchObject({ ok: true, value: { name: '屿间茶舍', programmeVersion: 1 } })
    const before = await everything(cloud)
    expect(await found({}, id)).toEqual(first)
    expect(await found({ name: '别的店' }, id)).toMatchObject({ refusal: { code: 'request_reused' } })
    expect(await found({}, id, 'o-thief')).toMatchObject({ refusal: { code: 'shop_already_founded' } })
    expect(await everything(cloud)).toEqual(before)
  })

  it('makes one shop of eight foundings at once', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, (_, n) => found({}, requestId(), `o-founder-${n}`)))
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    const staff = await cloud.dump('staff')
    expect([staff.length, (await cloud.dump('shop')).length]).toEqual([1, 1])
  })

  it('is limited to five tries a minute, so that nobody guesses the code', async () => {
    await cloud.setClock('2026-06-01T04:00:00.000Z')
    const codes: string[] = []
    for (let n = 0; n < 6; n += 1) {
      const reply = await found({ claimCode: `a guess ${n}` })
      codes.push(reply.ok ? 'ok' : reply.refusal.code)
    }
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'claim_code_wrong'), 'rate_limited'])
    expect(await found({}, requestId(), 'o-another')).toMatchObject({ ok: true })
  })
})

describe('before a shop is founded', () => {
  it('every door says so and does nothing', async () => {
    const till = { key: { keyId: 'pos-1', secret: 'none' } }
    expect((await sendItems(cloud, till, [order({})])).reply).toMatchObject({ refusal: { code: 'shop_not_founded' } })
    for (const operation of ['shop.welcome', 'home.read']) {
      expect(await cloud.call('member', { operation, input: {} }, 'o-member-1')).toMatchObject({
        refusal: { code: 'shop_not_founded' },
      })
    }
    const asked = { operation: 'members.totals', input: {} }
    expect(await cloud.call('manager', asked, managerOpenid)).toMatchObject({ refusal: { code: 'not_allowed' } })
    expect(await everything(cloud)).toEqual([])
  })
})
