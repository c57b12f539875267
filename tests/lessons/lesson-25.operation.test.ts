import { membersDoor } from '../../cloudfunctions/member/door'
import { serve } from '../../cloudfunctions/_runtime/serve'
import { clientIdentity, modelEffects } from '../../localcloud/model/effects'
import { modelShop } from '../purchases/model-shop'
import { tierOf } from '../support/builders'
import { order } from '../support/shop'
import { modelTill } from './model-till'

// Elsewhere the phone said who it was and what it had to pay, and was believed.
describe('lesson 25: who is calling and what it comes to is decided by the cloud', () => {
  const now = '2026-06-01T04:00:00.000Z'
  async function twoMembers() {
    const shop = modelShop()
    await shop.found()
    const phones = ['o-member-1', 'o-member-2'].map((openid, seed) => {
      const { effects } = modelEffects({ store: shop.store.view(), now, seed, identity: clientIdentity(openid) })
      return serve(membersDoor, effects) as (event: object) => Promise<any>
    })
    const consent = { termsVersion: '1', privacyVersion: '1', adult: true }
    const homes = await Promise.all(
      phones.map((call, n) => call({ operation: 'members.enrol', input: { consent }, requestId: `request-${n}` })),
    )
    return { shop, phones, accounts: homes.map((home) => home.value.member.accountId as string) }
  }

  it('a phone that names another member’s account reads its own', async () => {
    const { phones, accounts } = await twoMembers()
    const reply = await phones[0]!({ operation: 'home.read', hint: accounts[1] })
    expect(reply.value.member.accountId).toBe(accounts[0])
  })

  it.each([
    [{ openid: 'o-member-2' }, 'request_malformed'],
    [{ input: { openid: 'o-member-2' } }, 'input_invalid'],
    [{ input: { accountId: 'account-2' } }, 'input_invalid'],
  ])('an identity in %j is refused', async (forged, code) => {
    const { phones } = await twoMembers()
    expect(await phones[0]!({ operation: 'home.read', ...forged })).toMatchObject({ ok: false, refusal: { code } })
  })

  it('what the platform writes into the event decides nothing either', async () => {
    const { phones, accounts } = await twoMembers()
    const reply = await phones[0]!({ operation: 'home.read', userInfo: { openId: 'o-member-2' } })
    expect(reply.value.member.accountId).toBe(accounts[0])
  })

  it('a till says what was paid, and never what it earns', async () => {
    const { shop } = await twoMembers()
    const [result] = await shop.till().send([{ ...order({ amountFen: 100 }), points: 9_999 }])
    expect(result).toMatchObject({ ok: false, refusal: { code: 'item_invalid', details: { field: 'points' } } })
  })

  it('a till that shows too little is told what is due, and nothing is booked', async () => {
    const { shop, till, code, scan } = await modelTill({
      tiers: [tierOf({ id: 'regular', benefits: [{ kind: 'discount', percent: 10 }] })],
    })
    const { scanId, accountId } = (await scan(await code())).value
    const pay = (dueFen: number) => till('staff.accrue', { scanId, accountId, amountFen: 10_000, dueFen })
    for (const dueFen of [0, 8_999, 9_001, 10_000])
      expect(await pay(dueFen)).toMatchObject({ refusal: { code: 'bill_changed', details: { dueFen: 9_000 } } })
    expect(shop.accounts()[0]?.totals.orders).toBe(0)
    expect(await pay(9_000)).toMatchObject({ ok: true, value: { amountFen: 9_000, listFen: 10_000, earned: 90 } })
  })
})
