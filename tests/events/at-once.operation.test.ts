import { seatsOf, type SeatRow } from '../../shared/events/seats'
import type { SeatList } from '../../cloudfunctions/_areas/events/seat-list'
import type { StoredAccount } from '../../cloudfunctions/_runtime/stored-account'
import { auditAll, bendProgramme, enrolPhone, manage, phone, useShop, valueOf } from '../support/shop'
import { eventOf } from './builders'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const many = 200
const tiers = ['regular', 'silver', 'gold'] as const
const people = Array.from({ length: many }, (_, n) => ({ openid: `o-member-${n}`, tierId: tiers[n % 3]! }))
/** For everybody from the third of June on, for silver a day before and for gold two; it is noon of the first. */
const early = {
  signUpFrom: '2026-06-03T04:00:00.000Z',
  tierFirst: [
    { fromTier: 'silver', hoursBefore: 24 },
    { fromTier: 'gold', hoursBefore: 48 },
  ],
}
const events = [
  eventOf({ id: 'open', costPoints: 10 }),
  eventOf({ id: 'full', waitingList: false, guestsMax: 2 }),
  eventOf({ id: 'tiered', ...early }),
]

async function inParts<T, R>(all: readonly T[], size: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let at = 0; at < all.length; at += size) done.push(...(await Promise.all(all.slice(at, at + size).map(work))))
  return done
}

beforeAll(async () => {
  await bendProgramme(cloud, { events })
  await inParts(people, 20, async ({ openid, tierId }) => {
    const { accountId } = (await enrolPhone(cloud, openid)).member
    if (tierId !== 'regular') await manage(cloud, 'tiers.set', { accountId, tierId, reason: '测试' })
  })
}, 240_000)

const askAll = (eventId: string, guests: (n: number) => number = () => 0) =>
  Promise.all(people.map(({ openid }, n) => phone(cloud, openid, 'events.sign-up', { eventId, guests: guests(n) })))
const listOf = async (eventId: string) => {
  await cloud.drain()
  const lists = (await cloud.dump('eventLists')).map(({ document }) => document as unknown as SeatList)
  return lists.find(({ _id }) => _id === eventId)!
}
const accounts = async () => (await cloud.dump('accounts')).map(({ document }) => document as unknown as StoredAccount)
const codes = (replies: any[]) => replies.map((reply) => (reply.ok ? reply.value.state : reply.refusal.code))
const counted = (all: string[]) =>
  all.reduce<Record<string, number>>((sums, one) => ({ ...sums, [one]: (sums[one] ?? 0) + 1 }), {})

describe('two hundred at once on twenty seats', () => {
  it('sit by the order in the list and by nothing else; nobody is lost, nobody is in it twice', async () => {
    const replies = await askAll('open')
    expect(counted(codes(replies))).toEqual({ seat: 20, waiting: 180 })
    const { rows, held } = await listOf('open')
    expect(held).toEqual({})
    const { places, taken, free } = seatsOf(rows, '2026-06-01T05:00:00.000Z')
    expect({ taken, free }).toEqual({ taken: 20, free: 0 })
    expect(new Set(places.map(({ accountId }) => accountId)).size).toBe(many)
    expect(places.slice(0, 20).every(({ state }) => state === 'seat')).toBe(true)
    expect(places.slice(20).every(({ state }) => state === 'waiting')).toBe(true)
    // What each was told is where the list has them, and only seats have cost points.
    const known = new Map((await accounts()).map((account) => [account._id, account]))
    for (const place of places)
      expect(known.get(place.accountId)?.events).toMatchObject([
        { eventId: 'open', key: place.key, burned: place.state === 'seat' ? 10 : 0 },
      ])
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  }, 120_000)

  it('sit with their guests where there is no waiting list, as far as they fit; who does not has nothing', async () => {
    const replies = await askAll('full', (n) => n % 3)
    const told = counted(codes(replies))
    const { rows, held } = await listOf('full')
    expect(held).toEqual({})
    const { places, taken } = seatsOf(rows, '2026-06-01T05:00:00.000Z')
    expect(taken).toBeGreaterThanOrEqual(18)
    expect(taken).toBeLessThanOrEqual(20)
    expect(places.filter(({ state }) => state === 'seat')).toHaveLength(told['seat'] ?? 0)
    expect(told['event_full']).toBe(many - (told['seat'] ?? 0))
    const seated = (await accounts()).filter(({ events: had = [] }) => had.some(({ eventId }) => eventId === 'full'))
    expect(seated).toHaveLength(told['seat'] ?? 0)
  }, 120_000)

  it('sit by tier first: gold alone, then silver, then all', async () => {
    expect(counted(codes(await askAll('tiered')))).toEqual({ event_not_open: 134, seat: 20, waiting: 46 })
    await cloud.advance(24 * 3_600_000)
    const again = await askAll('tiered')
    expect(counted(codes(again))).toEqual({ event_not_open: 67, event_signed_up: 66, waiting: 67 })
    const { rows } = await listOf('tiered')
    const { places } = seatsOf(rows, '2026-06-02T06:00:00.000Z')
    expect(places.filter(({ state }) => state === 'seat').every(({ rank }) => rank === 2)).toBe(true)
    const waiting = places.filter(({ state }) => state === 'waiting').map(({ rank }) => rank)
    expect(waiting).toEqual([...waiting].sort((one, other) => other - one))
  }, 120_000)

  it('can be worked out again by anybody who has the rows', async () => {
    const { rows } = await listOf('tiered')
    const copy = JSON.parse(JSON.stringify(rows)) as SeatRow[]
    expect(seatsOf(copy, '2026-06-02T06:00:00.000Z')).toEqual(seatsOf(rows, '2026-06-02T06:00:00.000Z'))
    expect(valueOf(await phone(cloud, 'o-member-0', 'events.read', { eventId: 'tiered' })).event).toMatchObject({
      state: 'not-open',
      free: 0,
      waiting: 113,
    })
  })
})
