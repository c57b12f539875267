import { isStanding, placeOf, seatsOf } from '../../shared/events/seats'
import type { SeatList } from '../../cloudfunctions/_areas/events/seat-list'
import type { StoredAccount } from '../../cloudfunctions/_runtime/stored-account'
import type { ShopEvent } from '../../shared/programme/parts/events'
import type { Command } from '../books/commands'
import type { Own } from '../books/crashes'
import { bendProgramme, enrolPhone, phone, valueOf, type Shop } from '../support/shop'
import { eventOf } from './builders'

const option = (code: string) => ({ code, name: { zh: code, en: code } })
const name: ShopEvent = {
  id: 'name',
  name: { zh: '取名', en: 'A name' },
  kind: 'vote',
  startsAt: '2026-06-01T00:00:00.000Z',
  endsAt: '2026-12-31T00:00:00.000Z',
  options: [option('cloud'), option('mist')],
}
/** Events of one seat, one for each person who takes a seat to which they have moved up. */
const oneSeats = Array.from({ length: 100 }, (_, n) => eventOf({ id: `one-${n}`, seats: 1, costPoints: 10 }))
/** How many of them have been used, in all tests of a shop. */
let used = 0
const events = [eventOf({ id: 'many', seats: 5_000, costPoints: 10 }), name, ...oneSeats]

/** What one person does at events, each command once. */
function commandsOf({ cloud }: Shop): { [name: string]: Command } {
  const openidOf = (who: string) => `o-${who}`
  const asked = new Map<string, object>()
  const call = (who: string, operation: string, input: object, more: object = {}) =>
    phone(cloud, openidOf(who), operation, input, more)
  const send = (operation: string) => (who: string) =>
    call(who, operation, asked.get(who) ?? {}, { requestId: `request-${who}` })
  const mineIn = async (who: string, eventId: string) => valueOf(await call(who, 'events.read', { eventId })).event.mine
  const mine = { function: 'member', callsAtLeast: 6 }
  return {
    'signing up': {
      ...mine,
      operation: 'events.sign-up',
      prepare: async (who) => {
        await enrolPhone(cloud, openidOf(who))
        asked.set(who, { eventId: 'many', guests: 0 })
      },
      send: send('events.sign-up'),
      effect: async (who) => ((await mineIn(who, 'many'))?.state === 'seat' ? 1 : 0),
    },
    'giving a place up': {
      ...mine,
      operation: 'events.leave',
      prepare: async (who) => {
        await enrolPhone(cloud, openidOf(who))
        valueOf(await call(who, 'events.sign-up', { eventId: 'many', guests: 0 }))
        asked.set(who, { eventId: 'many' })
      },
      send: send('events.leave'),
      effect: async (who) => ((await mineIn(who, 'many')) === null ? 1 : 0),
    },
    'taking a seat': {
      ...mine,
      operation: 'events.confirm',
      prepare: async (who) => {
        const wish = { eventId: `one-${used}`, guests: 0 }
        used += 1
        for (const one of [`first-${who}`, who]) {
          await enrolPhone(cloud, openidOf(one))
          valueOf(await call(one, 'events.sign-up', wish))
        }
        valueOf(await call(`first-${who}`, 'events.leave', { eventId: wish.eventId }))
        asked.set(who, { eventId: wish.eventId })
      },
      send: send('events.confirm'),
      effect: async (who) => {
        const { eventId } = asked.get(who) as { eventId: string }
        return (await mineIn(who, eventId))?.state === 'seat' ? 1 : 0
      },
    },
    'a vote': {
      ...mine,
      operation: 'events.vote',
      prepare: async (who) => {
        await enrolPhone(cloud, openidOf(who))
        asked.set(who, { eventId: 'name', option: 'cloud' })
      },
      send: send('events.vote'),
      effect: async (who) => (valueOf(await call(who, 'events.read', { eventId: 'name' })).event.ballot.given ? 1 : 0),
    },
  }
}

/** Who has a place on their account stands in the list and the other way round, and nothing is left held. */
async function listsAgree({ cloud }: Shop): Promise<void> {
  const documents = async <D>(of: string) => (await cloud.dump(of)).map(({ document }) => document as unknown as D)
  const { now } = await cloud.control('clock')
  const lists = await documents<SeatList>('eventLists')
  const accounts = await documents<StoredAccount>('accounts')
  for (const { _id: eventId, rows, held } of lists) {
    expect(Object.keys(held)).toEqual([])
    const seats = seatsOf(rows, now)
    const placed = accounts.filter(({ events: had = [] }) => had.some((place) => place.eventId === eventId))
    for (const { _id } of placed) expect(['seat', 'offered']).toContain(placeOf(seats, _id)?.state)
    expect(seats.places.filter(isStanding)).toHaveLength(placed.length)
  }
  const votes = await cloud.dump('votes')
  const voted = (await cloud.dump('entries')).filter(({ document }: any) => document.kind === 'event-vote')
  expect(votes).toHaveLength(voted.length)
}

/** The commands about events, with lists that have to agree with the accounts, once the clock has looked through. */
export const eventCommands: Own = {
  commands: commandsOf,
  prepare: ({ cloud }) => bendProgramme(cloud, { events }),
  after: listsAgree,
  minutes: 8,
}
