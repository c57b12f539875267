import { holdStock } from '../../cloudfunctions/_runtime/stock'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import type { Programme, TierBenefit } from '../../shared/programme/schema'
import { eventOf } from '../events/builders'
import type { TestCloud } from '../support/cloud'
import { templateOf } from '../support/coupons'
import { wheel } from '../support/draws'
import {
  auditAll,
  bendProgramme,
  enrolPhone,
  manage,
  order,
  phone,
  record,
  requestId,
  valueOf,
  wakeClock,
  type Shop,
} from '../support/shop'

/** The clock stops on Sunday evening and comes back on Wednesday evening; the first of July lies in between. */
export const stoppedAt = '2026-06-28T12:00:00.000Z'
export const startedAt = '2026-07-01T12:00:00.000Z'

const name = { zh: '茶', en: 'Tea' }
const monthly: TierBenefit = { kind: 'coupon-pack', couponId: 'month', name, count: 1, per: 'month' }
const birthday: TierBenefit = {
  kind: 'birthday',
  code: 'birthday',
  valid: 'day',
  choose: 'all',
  gives: [{ kind: 'coupon', couponId: 'cake', count: 1 }],
}
const opensAt = '2026-06-29T02:00:00.000Z'
const times = { startsAt: '2026-07-20T06:00:00.000Z', endsAt: '2026-07-20T09:00:00.000Z' }

/** A shop that has something of everything that happens by date. */
const programme: Partial<Programme> = {
  tiers: demoTea.tiers.map((tier) => ({ ...tier, benefits: [monthly, birthday] })),
  coupons: [
    templateOf('cup', { valid: { kind: 'from-issue', lasts: '1 day' } }),
    templateOf('month'),
    templateOf('cake'),
  ],
  expiry: { kind: 'months', months: 12, until: 'day' },
  rewards: [{ id: 'tea', name, gives: { kind: 'gift', name }, price: { points: 50 }, stock: 100 }],
  exchanges: { pickUpDays: 1 },
  events: [
    eventOf({ ...times, id: 'one-seat', seats: 1, confirmHours: 240 }),
    eventOf({ ...times, id: 'opens', signUpFrom: opensAt }),
  ],
  draws: [{ ...wheel, when: { kind: 'dates', from: '2026-06-01', to: '2026-06-29' } }],
  leaderboards: [{ id: 'month', name, by: 'points-earned', per: 'month', winners: 2, prize: { kind: 'gift', name } }],
  challenges: [],
}

/** How many members there are of each sort, and of all. */
export const each = 3
export const members = 4 * each + 2 + 2

const topics = ['points-expiring', 'event-place', 'event-opens'] as const

/** Everybody joins and has their own thing due while the clock stands still; it has just settled all until then. */
export async function mixedShop({ cloud, till }: Shop): Promise<void> {
  await manage(cloud, 'messages.set-templates', {
    templates: topics.map((topic) => ({ topic, templateId: `template-${topic}` })),
  })
  await bendProgramme(cloud, programme)
  await cloud.setClock('2026-06-28T10:00:00.000Z')
  const people = async (sort: string, count = each) => {
    const joined = []
    for (let n = 0; n < count; n += 1) joined.push(await person(cloud, `o-${sort}-${n}`))
    return joined
  }
  // A year after these orders their points are over, or the member is to be reminded that they will be.
  for (const [sort, at] of [
    ['expiring', '2025-06-29T04:00:00.000Z'],
    ['reminded', '2025-07-06T04:00:00.000Z'],
  ] as const)
    for (const { memberNo } of await people(sort)) {
      await record(cloud, till, [{ ...order({ at }), customer: { memberNo } }])
    }
  for (const { openid } of await people('cup'))
    valueOf(await phone(cloud, openid, 'coupons.claim', { templateId: 'cup' }))
  for (const { openid } of await people('both')) {
    valueOf(await phone(cloud, openid, 'acts.complete-profile', { birthday: '06-30', details: [] }))
    const handing = { way: 'store', storeId: 'S1' }
    valueOf(await phone(cloud, openid, 'rewards.redeem', { rewardId: 'tea', count: 1, handing, points: 50, addFen: 0 }))
  }
  const [first, second] = await people('seat', 2)
  for (const one of [first, second])
    valueOf(await phone(cloud, one!.openid, 'events.sign-up', { eventId: 'one-seat', guests: 0 }))
  for (const { openid } of await people('opens', 2))
    valueOf(await phone(cloud, openid, 'events.remind', { eventId: 'opens' }))
  for (let minute = 0; minute < 4; minute += 1) {
    await cloud.advance(60_000)
    await wakeClock(cloud)
  }
  await cloud.setClock(stoppedAt)
  // What happens after the clock's last minute: a seat is given up, and a function is cut off with stock in its hands.
  valueOf(await phone(cloud, first!.openid, 'events.leave', { eventId: 'one-seat' }))
  const claim = {
    stockId: 'reward:tea',
    way: 'take',
    count: 1,
    total: 100,
    accountId: first!.accountId,
    entryId: 'gone',
  }
  await cloud.run(() => holdStock({ ...wxEffects(), now: () => stoppedAt }, claim as never))
  await cloud.control('outbox', undefined, 'DELETE')
  await cloud.drain()
}

async function person(cloud: TestCloud, openid: string) {
  const { accountId, memberNo } = (await enrolPhone(cloud, openid)).member
  const accepted = topics.map((topic) => ({ topic, templateId: `template-${topic}` }))
  await cloud.control('subscribe', { openid, templateIds: accepted.map(({ templateId }) => templateId) })
  valueOf(await phone(cloud, openid, 'messages.accept', { accepted, refused: [] }, { requestId: requestId() }))
  return { openid, accountId: accountId as string, memberNo: memberNo as string }
}

export type Outcome = {
  /** Entries written since the clock stopped, by kind. */
  entries: { [kind: string]: number }
  /** What members were to be told since then, by topic and state, and how many messages left, by topic. */
  notices: { [what: string]: number }
  messages: { [topic: string]: number }
  /** What nothing may be done twice to. */
  twice: string[]
  stock: { taken: number; held: number }
  seedsTold: number
  boardsGiven: number
  faults: unknown[]
}

/** What has become of it all, counted. */
export async function outcomeOf(cloud: TestCloud): Promise<Outcome> {
  await cloud.drain()
  const all = await cloud.dump()
  const of = (collection: string) =>
    all.filter((one) => one.collection === collection).map(({ document }): any => document)
  const entries = of('entries').filter(({ recordedAt }) => recordedAt >= stoppedAt)
  const notices = of('notices').filter(({ at }) => at >= '2026-06-28T12')
  const sent = (await cloud.control('outbox')).openapi.filter(({ api }: any) => api === 'subscribeMessage.send')
  const stock = of('stocks').find(({ _id }) => _id === 'reward:tea')
  const sendings = sent.map(({ request }: any) => messageKey(request))
  return {
    entries: countBy(entries.map(({ kind }) => kind)),
    notices: countBy(notices.map(({ topic, state }) => `${topic} ${state}`)),
    messages: countBy(sendings.map((key: string) => key.split(' ')[0])),
    twice: [...repeated(sendings), ...repeated(entries.flatMap(givenOnce))],
    stock: { taken: stock.taken, held: Object.keys(stock.held).length },
    seedsTold: of('draws').filter(({ seed }) => seed !== null).length,
    boardsGiven: of('boards').filter(({ state }) => state === 'given').length,
    faults: (await auditAll(cloud)).faults,
  }
}

function messageKey({ template_id, touser }: any): string {
  return `${String(template_id).replace('template-', '')} ${touser}`
}

/** By what a thing that is given by rule is given once. */
function givenOnce(entry: any): string[] {
  const { accountId, kind, coupon } = entry
  if (kind === 'coupon-issue') return [`${accountId} ${coupon.templateId}`]
  return kind === 'expire' || kind === 'coupon-lapse' || kind === 'exchange-release' ? [`${accountId} ${kind}`] : []
}

function repeated(keys: string[]): string[] {
  return Object.entries(countBy(keys)).flatMap(([key, count]) => (count > 1 ? [`${key} ×${count}`] : []))
}

function countBy(keys: string[]): { [key: string]: number } {
  const counts = new Map<string, number>()
  for (const key of [...keys].sort()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Object.fromEntries(counts)
}
