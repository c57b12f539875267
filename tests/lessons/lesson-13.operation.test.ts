import { membersDoor } from '../../cloudfunctions/member/door'
import type { Acceptance } from '../../cloudfunctions/_areas/messages/acceptance'
import { serve } from '../../cloudfunctions/_runtime/serve'
import { clientIdentity, modelEffects } from '../../localcloud/model/effects'
import { modelShop } from '../purchases/model-shop'

// Elsewhere it was looked up whether somebody had had their reward, and then it was given: two taps found nothing, and both gave.
describe('lesson 13: two taps are worth what one is', () => {
  const now = '2026-06-01T04:00:00.000Z'
  const enrolment = { points: 100, phone: 'optional' as const }
  const consent = { termsVersion: '1', privacyVersion: '1', adult: true }
  const topic = 'tier-upgraded'
  const templateId = 'template-tier'

  async function openShop() {
    const shop = modelShop({ enrolment, checkIn: { points: 5 } })
    await shop.found()
    const stores = [{ id: 'S1', name: '一店' }]
    await shop.store.put('shop', {
      _id: 'shop',
      name: '店',
      brand: null,
      stores,
      templates: { [topic]: { templateId } },
    })
    let taps = 0
    /** One tap on somebody's phone, which meets an instance of its own. */
    async function tap(openid: string, event: object): Promise<any> {
      taps += 1
      const identity = clientIdentity(openid)
      const instance = modelEffects({ store: shop.store.view(), now, seed: taps, identity })
      const reply = await serve(membersDoor, instance.effects)({ requestId: `request-${taps}`, ...event })
      await instance.settle()
      return reply
    }
    const join = (openid: string) => tap(openid, { operation: 'members.enrol', input: { consent } })
    const acceptances = () =>
      shop.store
        .dump()
        .flatMap((one) => (one.collection === 'acceptances' ? [one.document as unknown as Acceptance] : []))
    return { shop, tap, join, acceptances }
  }

  it('who joins by two taps at once has the gift once, and the next member theirs', async () => {
    const { shop, join } = await openShop()
    const replies = await Promise.all([join('o-member-1'), join('o-member-1'), join('o-member-2')])
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(new Set(replies.map(({ value }) => value.member.memberNo)).size).toBe(2)
    await shop.minutes(2)
    expect(shop.accounts().map(({ balance }) => balance)).toEqual([100, 100])
    expect(shop.entries().filter((entry) => entry.kind === 'adjust')).toHaveLength(2)
    expect(shop.faults()).toEqual([])
  })

  it('who joins once more later has no second gift', async () => {
    const { shop, join } = await openShop()
    await join('o-member-1')
    expect((await join('o-member-1')).value).toMatchObject({ joined: null, points: { balance: 100 } })
    expect(shop.entries().filter((entry) => entry.kind === 'adjust')).toHaveLength(1)
  })

  it('who checks in by two taps at once has the points of one visit, and the next member theirs', async () => {
    const { shop, tap, join } = await openShop()
    for (const openid of ['o-member-1', 'o-member-2']) await join(openid)
    const visit = (openid: string) => tap(openid, { operation: 'checkins.check-in', input: {} })
    const replies = await Promise.all([visit('o-member-1'), visit('o-member-1'), visit('o-member-2')])
    expect(replies.map(({ ok, refusal }) => (ok ? 'ok' : refusal.code)).sort()).toEqual([
      'checked_in_already',
      'ok',
      'ok',
    ])
    await shop.minutes(2)
    expect(shop.accounts().map(({ balance }) => balance)).toEqual([105, 105])
    expect(shop.entries().filter((entry) => entry.kind === 'check-in')).toHaveLength(2)
    expect(shop.faults()).toEqual([])
  })

  it('an acceptance that is sent twice at once is good for one message, and another member’s for theirs', async () => {
    const { tap, join, acceptances } = await openShop()
    for (const openid of ['o-member-1', 'o-member-2']) await join(openid)
    const input = { accepted: [{ topic, templateId }], refused: [] }
    const accept = (openid: string) => tap(openid, { operation: 'messages.accept', input, requestId: 'request-accept' })
    const replies = await Promise.all([accept('o-member-1'), accept('o-member-1'), accept('o-member-2')])
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(acceptances().map(({ accountId }) => accountId)).toHaveLength(2)
    expect(new Set(acceptances().map(({ accountId }) => accountId)).size).toBe(2)
    const { value } = await tap('o-member-1', { operation: 'messages.reminders' })
    expect(value.reminders).toMatchObject([{ topic, left: 1 }])
  })
})
