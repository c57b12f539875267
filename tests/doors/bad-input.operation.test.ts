import { operations } from '../../shared/operations'
import { enrolPhone, everything, record, order, requestId, managerOpenid, sendItems, useShop } from '../support/shop'
import { knock, objectsIn, pathsIn, replaced, validInputs, withKey } from './operations'

const shop = useShop('demo-tea', 'once')
beforeAll(async () => {
  await enrolPhone(shop.cloud, 'o-member-1')
  await record(shop.cloud, shop.till, [order({ customer: 'c1' })])
})

/** The refusal of a reply; of its first item where a till's batch answers item by item. */
const codeOf = (reply: any) => (reply.ok ? reply.value.results?.[0]?.refusal?.code : reply.refusal.code)
const refusalOf = (reply: any) => (reply.ok ? reply.value.results?.[0]?.refusal : reply.refusal)
const each = operations.map((operation) => [operation.name, operation] as const)

describe.each(each)('%s', (name, { audience }) => {
  const input = validInputs[name]!()

  it('has an input here that its contract takes', () => {
    expect(operations.find((one) => one.name === name)!.input.safeParse(input).success).toBe(true)
  })

  it('refuses a database operator in any of its fields, in both languages, and changes nothing', async () => {
    const before = await everything(shop.cloud)
    for (const path of pathsIn(input)) {
      for (const language of ['zh-CN', 'en']) {
        const bent = replaced(input, path, { $gt: '' })
        const reply = await knock(shop.cloud, shop.till, { audience, operation: name, language }, bent)
        expect([path, codeOf(reply)]).toEqual([path, expect.stringMatching(/^(input|item)_invalid$/)])
        expect(/[一-龥]/.test(refusalOf(reply).message)).toBe(language === 'zh-CN')
      }
    }
    expect(await everything(shop.cloud)).toEqual(before)
  })

  it('refuses keys that nobody knows in any of its objects, also one that names the prototype', async () => {
    const before = await everything(shop.cloud)
    for (const path of objectsIn(input)) {
      for (const key of ['openid', '$where', '__proto__', 'constructor']) {
        const bent = withKey(input, path, key)
        const reply = await knock(shop.cloud, shop.till, { audience, operation: name }, bent)
        expect([path, key, codeOf(reply)]).toEqual([path, key, expect.stringMatching(/^(input|item)_invalid$/)])
      }
    }
    expect(await everything(shop.cloud)).toEqual(before)
  })

  it('refuses an input that is no object', async () => {
    for (const bent of ['text', 7, true, [], [{}]]) {
      const reply = await knock(shop.cloud, shop.till, { audience, operation: name }, bent)
      expect(codeOf(reply)).toBe('input_invalid')
    }
  })
})

describe('amounts and dates at the till', () => {
  const bad = (change: object) => ({ ...order({ customer: 'c9' }), ...change })
  it.each([
    ['a negative amount', bad({ amountFen: -1 }), 'item_invalid'],
    ['a fraction of a fen', bad({ amountFen: 0.5 }), 'item_invalid'],
    ['an amount as text', bad({ amountFen: '100' }), 'item_invalid'],
    ['no amount', bad({ amountFen: null }), 'item_invalid'],
    ['an amount over the limit', bad({ amountFen: 100_000_001 }), 'item_invalid'],
    ['an amount that no number holds', bad({ amountFen: 1e400 }), 'item_invalid'],
    ['negative points to burn', bad({ burnPoints: -1 }), 'item_invalid'],
    ['half a point to burn', bad({ burnPoints: 0.5 }), 'item_invalid'],
    ['an order number with a colon', bad({ orderId: 'a:b' }), 'item_invalid'],
    ['an order number of 65 characters', bad({ orderId: 'x'.repeat(65) }), 'item_invalid'],
    ['a customer number that begins with an operator', bad({ customer: { externalId: '$ne' } }), 'item_invalid'],
    ['a day that is none', bad({ at: '2026-02-30T00:00:00.000Z' }), 'item_invalid'],
    ['a day in words', bad({ at: 'yesterday' }), 'item_invalid'],
    ['a date six minutes ahead', bad({ at: '2026-06-01T04:06:00.000Z' }), 'date_in_future'],
    ['a date far ahead', bad({ at: '2999-01-01T00:00:00.000Z' }), 'date_in_future'],
    ['an unknown kind', bad({ kind: 'gift' }), 'item_invalid'],
    ['points where the member has none', bad({ burnPoints: 5 }), 'points_short'],
  ])('refuses %s in Chinese and English, and changes nothing', async (_, item, code) => {
    const before = await everything(shop.cloud)
    for (const language of ['zh-CN', 'en']) {
      const { status, reply } = await sendItems(shop.cloud, { ...shop.till, language }, [item])
      expect([status, codeOf(reply)]).toEqual([200, code])
      expect(/[一-龥]/.test(refusalOf(reply).message)).toBe(language === 'zh-CN')
    }
    expect(await everything(shop.cloud)).toEqual(before)
  })

  it('takes the good items of a batch beside the bad ones', async () => {
    const results = await record(shop.cloud, shop.till, [
      bad({ amountFen: -1 }),
      order({ customer: 'c8', amountFen: 500 }),
      bad({ kind: 'gift' }),
    ])
    expect(results.map((one) => one.ok)).toEqual([false, true, false])
  })

  it('takes a till whose clock runs four minutes ahead', async () => {
    const [result] = await record(shop.cloud, shop.till, [order({ customer: 'c8', at: '2026-06-01T04:04:00.000Z' })])
    expect(result).toMatchObject({ ok: true })
  })

  it.each([0, 101])('refuses a batch of %d items', async (count) => {
    const items = Array.from({ length: count }, () => order({}))
    const { reply } = await sendItems(shop.cloud, shop.till, items)
    expect(reply).toMatchObject({ refusal: { code: 'input_invalid', details: { field: 'items' } } })
  })
})

describe('corrections', () => {
  it.each([0, 0.5, 1_000_001, -1_000_001, '5', null])('refuse a change of %p', async (change) => {
    const input = { accountId: 'account-0', change, reason: '补记' }
    const event = { operation: 'points.adjust', input, requestId: requestId() }
    expect(await shop.cloud.call('manager', event, managerOpenid)).toMatchObject({
      refusal: { code: 'input_invalid', details: { field: 'change' } },
    })
  })
})
