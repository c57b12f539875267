import { newMember } from '../../cloudfunctions/_areas/members/new-member'
import { currentTerms } from '../../cloudfunctions/_runtime/terms'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import type { EnrolmentSource } from '../../shared/books/account'
import { auditAll, order, record, requestId, useShop } from '../support/shop'
import { minutesPass, minutesUntil } from '../support/friends'

const wechat = { kind: 'wechat' as const, storeId: null }
const consent = { termsVersion: '2026-05', privacyVersion: '2026-05', adult: true as const }
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)

/** So many members bring ten friends each, who all buy on one day: every one of them counts, and once. */
export function honestFriendsCount(members: number): void {
  const shop = useShop('demo-tea', 'once')
  const { cloud } = shop

  /** Joined as the door would have them, but a hundred accounts in one write. */
  async function seed(sources: readonly EnrolmentSource[]): Promise<string[]> {
    const { now } = await cloud.control('clock')
    return cloud.run(async () => {
      const effects = wxEffects()
      const terms = await currentTerms(effects)
      if (!terms) throw new Error('no shop')
      const accounts = sources.map((source) => {
        const accountId = `account-${requestId()}`
        const newcomer = { accountId, name: null, holder: { kind: 'person' as const }, source, consent, phone: null }
        const about = { effects, now, terms, request: { id: requestId(), inputHash: '' } }
        return newMember(about, newcomer, () => null).next
      })
      for (let from = 0; from < accounts.length; from += 100)
        await effects.store.insert('accounts', accounts.slice(from, from + 100))
      return accounts.map(({ _id }) => _id)
    })
  }

  async function allBuy(memberNos: readonly string[]): Promise<void> {
    const { now: at } = await cloud.control('clock')
    const orders = memberNos.map((memberNo) => ({ ...order({ at, amountFen: 5_000 }), customer: { memberNo } }))
    for (let from = 0; from < orders.length; from += 100)
      expect((await record(cloud, shop.till, orders.slice(from, from + 100))).every(({ ok }) => ok)).toBe(true)
    await cloud.drain()
  }

  const accounts = async () =>
    new Map((await cloud.dump('accounts')).map(({ document }: any) => [document._id as string, document]))

  it(`of ${members} members all count, and both sides of each are rewarded once`, async () => {
    const referrers = await seed(numbers(members).map(() => wechat))
    const sourcesOf = (referrerId: string) =>
      numbers(10).map(() => ({ ...wechat, referrerId, installation: requestId(), network: requestId() }))
    const friends = await seed(referrers.flatMap(sourcesOf))
    const before = await accounts()
    await allBuy(friends.map((id) => before.get(id).memberNo))
    await minutesUntil(cloud, async () => {
      const sofar = await accounts()
      return referrers.every((id) => sofar.get(id).counters.referrals === 10)
    })
    await minutesPass(cloud, 3)
    const after = await accounts()
    const ends = friends.map((id) => after.get(id)).map(({ referral, balance }) => `${referral.state} ${balance}`)
    expect([ends.length, new Set(ends)]).toEqual([members * 10, new Set(['rewarded 350'])])
    for (const { counters, balance, coupons } of referrers.map((id) => after.get(id)))
      expect([counters.referrals, balance, coupons.length]).toEqual([10, 100 + 10 * 200, 1])
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  }, 240_000)
}
