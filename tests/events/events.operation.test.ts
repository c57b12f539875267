import type { SeatList } from '../../cloudfunctions/_areas/events/seat-list'
import { seatsOf } from '../../shared/events/seats'
import {
  auditAll,
  bendProgramme,
  enrolPhone,
  everything,
  manage,
  phone,
  requestId,
  useShop,
  valueOf,
  wakeClock,
} from '../support/shop'
import { atTill, codeShownBy, hire } from '../support/till'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import { eventOf, startsAt } from './builders'

const shop = useShop('demo-tea')
const { cloud } = shop
const clerk = 'o-clerk-1'
const [lin, wang, chen] = ['o-member-lin', 'o-member-wang', 'o-member-chen']
const option = (code: string) => ({ code, name: { zh: code, en: code } })
const events = [
  eventOf({ id: 'two', seats: 2, guestsMax: 1, costPoints: 10, leaveHours: 24, noShowDays: 30, storeId: 'S1' }),
  eventOf({ id: 'paid', priceFen: 9_800, guestsMax: 2, kind: 'trial' }),
  eventOf({ id: 'gone', startsAt: '2026-05-20T06:00:00.000Z', endsAt: '2026-05-20T09:00:00.000Z' }),
  eventOf({ id: 'gold', fromTier: 'gold' }),
  eventOf({ id: 'crowd', seats: 2, guestsMax: 4 }),
  eventOf({ id: 'closed', signUpUntil: '2026-06-01T04:00:00.000Z' }),
  eventOf({ id: 'soon', signUpFrom: '2026-06-10T02:00:00.000Z' }),
  eventOf({ id: 'autumn', startsAt: '2026-07-18T06:00:00.000Z', endsAt: '2026-07-18T09:00:00.000Z' }),
  {
    id: 'vote-later',
    name: { zh: '下一款茶', en: 'The next tea' },
    kind: 'vote' as const,
    startsAt: '2026-06-05T00:00:00.000Z',
    endsAt: '2026-06-09T00:00:00.000Z',
    options: [option('cloud'), option('mist')],
  },
  ...[true, false].map((changeable) => ({
    id: changeable ? 'vote' : 'vote-once',
    name: { zh: '新茶取名', en: 'A name for the new tea' },
    kind: 'vote' as const,
    startsAt: '2026-06-01T00:00:00.000Z',
    endsAt: '2026-06-05T00:00:00.000Z',
    options: [option('cloud'), option('mist')],
    changeable,
  })),
]

beforeEach(async () => {
  const acts = { ...demoTea.earning?.acts, event: { points: 30 } }
  await bendProgramme(cloud, { events, earning: { ...demoTea.earning, acts } })
})
const joined = async (...openids: string[]) => {
  for (const openid of openids) await enrolPhone(cloud, openid)
}
const ask = (openid: string, eventId: string, guests = 0) => phone(cloud, openid, 'events.sign-up', { eventId, guests })
const doing = (openid: string, operation: string, eventId: string, more: object = {}) =>
  phone(cloud, openid, `events.${operation}`, { eventId, ...more })
const seen = async (openid: string, eventId: string) => valueOf(await doing(openid, 'read', eventId))
const until = async (instant: string) => {
  const { now } = await cloud.control('clock')
  await cloud.advance(Date.parse(instant) - Date.parse(now))
}
/** Lets the clock look at lists, which it does each fifth minute. */
const swept = async () => {
  for (let minute = 0; minute < 7; minute += 1) {
    await cloud.advance(60_000)
    await wakeClock(cloud)
  }
}
const refused = async (reply: Promise<any>) => (await reply).refusal?.code

describe('signing up', () => {
  it('takes the points with the seat, tells what is left, and shows it to the member', async () => {
    await joined(lin)
    expect(valueOf(await ask(lin, 'two', 1))).toEqual({ state: 'seat', ahead: null, burned: 20, balance: 80 })
    const { event, balance } = await seen(lin, 'two')
    expect(balance).toBe(80)
    expect(event).toMatchObject({ seats: 2, free: 0, state: 'to-wait', storeName: '一店' })
    expect(event.mine).toEqual({ state: 'seat', guests: 1, until: null, ahead: null, back: 20 })
    const { entries } = valueOf(await phone(cloud, lin, 'points.statement', { filter: 'all' }))
    expect(entries[0]).toMatchObject({ points: -20, reason: { code: 'event', name: events[0]!.name, back: false } })
  })

  it('waits for nothing while the waiting list is long, and says how many are ahead', async () => {
    await joined(lin, wang, chen)
    valueOf(await ask(lin, 'two', 1))
    expect(valueOf(await ask(wang, 'two'))).toMatchObject({ state: 'waiting', ahead: 0, burned: 0, balance: 100 })
    expect(valueOf(await ask(chen, 'two', 1))).toMatchObject({ state: 'waiting', ahead: 1, burned: 0 })
  })

  it('is taken twenty times from one member who leaves again, and no more', async () => {
    await joined(lin)
    for (let time = 0; time < 20; time += 1) {
      if (time % 10 === 9) await cloud.advance(61_000)
      valueOf(await ask(lin, 'autumn'))
      valueOf(await phone(cloud, lin, 'events.leave', { eventId: 'autumn' }))
      await cloud.drain()
    }
    await cloud.advance(61_000)
    expect(await refused(ask(lin, 'autumn'))).toBe('event_asked_too_often')
  })

  it('is refused, and changes nothing, for what is over, closed, of another tier, twice or with too many guests', async () => {
    await joined(lin)
    valueOf(await ask(lin, 'paid'))
    const before = await everything(cloud)
    expect(await refused(ask(lin, 'gone'))).toBe('event_over')
    expect(await refused(ask(lin, 'closed'))).toBe('event_closed')
    expect(await refused(ask(lin, 'gold'))).toBe('event_not_your_tier')
    expect(await ask(lin, 'soon')).toMatchObject({
      refusal: { code: 'event_not_open', message: '2026-06-10 10:00 向你开放，到时再来' },
    })
    expect(await refused(ask(lin, 'paid'))).toBe('event_signed_up')
    expect(await refused(ask(lin, 'two', 2))).toBe('event_guests')
    expect(await ask(lin, 'crowd', 2)).toMatchObject({
      refusal: { code: 'event_party_too_large', message: '一共只有 2 个名额，坐不下 3 人，没有报名。请减少同行的人' },
    })
    expect(await refused(ask(lin, 'unheard-of'))).toBe('event_unknown')
    expect(await refused(ask(lin, 'vote'))).toBe('event_unknown')
    expect(await everything(cloud)).toEqual(before)
  })

  it('is refused to whoever lacks the points, and leaves the seat to others', async () => {
    await joined(lin, wang)
    const { accountId } = valueOf(await phone(cloud, lin, 'home.read')).member
    await manage(cloud, 'points.adjust', { accountId, change: -95, reason: '扣减' })
    expect(await ask(lin, 'two')).toMatchObject({ refusal: { code: 'points_short', details: { short: 5 } } })
    expect(valueOf(await ask(wang, 'two', 1))).toMatchObject({ state: 'seat' })
  })

  it('is answered as the first time when it is sent again, and refused with another wish under its id', async () => {
    await joined(lin)
    const again = { requestId: requestId() }
    const wish = { eventId: 'two', guests: 1 }
    const first = await phone(cloud, lin, 'events.sign-up', wish, again)
    const before = await everything(cloud)
    expect(await phone(cloud, lin, 'events.sign-up', wish, again)).toEqual(first)
    expect(await refused(phone(cloud, lin, 'events.sign-up', { ...wish, guests: 0 }, again))).toBe('request_reused')
    expect(await everything(cloud)).toEqual(before)
  })

  it('may be read by a visitor, who is asked to join only when they sign up', async () => {
    expect(await seen('o-stranger', 'two')).toMatchObject({ isMember: false, event: { state: 'open', mine: null } })
    expect(await refused(ask('o-stranger', 'two'))).toBe('not_enrolled')
  })
})

describe('being told', () => {
  const inbox = async (openid: string) => valueOf(await phone(cloud, openid, 'messages.inbox')).notices

  it('of the opening of a sign-up, once, by whoever asked for it', async () => {
    await joined(lin, wang)
    expect(valueOf(await doing(lin, 'remind', 'soon'))).toEqual({ opensAt: '2026-06-10T02:00:00.000Z' })
    valueOf(await doing(lin, 'remind', 'soon'))
    expect(await refused(doing(lin, 'remind', 'paid'))).toBe('event_open')
    expect(await refused(doing(lin, 'remind', 'gold'))).toBe('event_not_your_tier')
    expect(await refused(doing(lin, 'remind', 'vote'))).toBe('event_unknown')
    await swept()
    expect(await inbox(lin)).toEqual([])
    await until('2026-06-10T02:00:00.000Z')
    await swept()
    expect(await inbox(lin)).toMatchObject([{ topic: 'event-opens', page: 'pages/play/event?event=soon' }])
    expect(await inbox(wang)).toEqual([])
  })

  it('of the seat to which one has moved up, with the time to take it', async () => {
    await joined(lin, wang)
    valueOf(await ask(lin, 'two', 1))
    valueOf(await ask(wang, 'two'))
    valueOf(await doing(lin, 'leave', 'two'))
    await swept()
    await swept()
    expect(await inbox(wang)).toMatchObject([
      {
        topic: 'event-place',
        text: { zh: '6 月 2 日 12:05 前确认，过时给下一位' },
        page: 'pages/play/event?event=two',
      },
    ])
  })
})

describe('giving a seat up', () => {
  it('in time brings the points back; the first who waits moves up, has a time, and pays when they take it', async () => {
    await joined(lin, wang, chen)
    valueOf(await ask(lin, 'two', 1))
    valueOf(await ask(wang, 'two'))
    valueOf(await ask(chen, 'two'))
    expect(valueOf(await doing(lin, 'leave', 'two'))).toEqual({ returned: 20, balance: 100 })
    await swept()
    expect((await seen(wang, 'two')).event.mine).toMatchObject({ state: 'offered', until: '2026-06-02T04:05:00.000Z' })
    expect(await refused(doing(wang, 'confirm', 'two', { points: 5 }))).toBe('event_price_changed')
    const taken = await doing(wang, 'confirm', 'two', { points: 10 })
    expect(valueOf(taken)).toMatchObject({ state: 'seat', burned: 10, balance: 90 })
    await until('2026-06-02T04:05:00.000Z')
    await swept()
    expect((await seen(chen, 'two')).event).toMatchObject({ mine: null, free: 1, state: 'open' })
    expect(await refused(doing(chen, 'confirm', 'two'))).toBe('event_no_offer')
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })

  it('late brings none back, and after it has begun it cannot be given up', async () => {
    await joined(lin, wang)
    valueOf(await ask(lin, 'two'))
    valueOf(await ask(wang, 'two'))
    await until('2026-06-19T06:00:00.000Z')
    expect(valueOf(await doing(lin, 'leave', 'two'))).toMatchObject({ returned: 0, balance: 90 })
    await until(startsAt)
    expect(await refused(doing(wang, 'leave', 'two'))).toBe('event_begun')
  })

  it('is done by the clock for everybody when the event is cancelled, and all points come back', async () => {
    await joined(lin, wang)
    valueOf(await ask(lin, 'two', 1))
    valueOf(await ask(wang, 'two'))
    await bendProgramme(cloud, { events: events.filter(({ id }) => id !== 'two') })
    await swept()
    const accounts = (await cloud.dump('accounts')).map(({ document }: any) => [document.balance, document.events])
    expect(accounts).toEqual([
      [100, []],
      [100, []],
    ])
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })

  it('is not waited for when more seats are published: the clock moves the list up and tells who may sit', async () => {
    await joined(lin, wang, chen)
    valueOf(await ask(lin, 'two', 1))
    valueOf(await ask(wang, 'two'))
    valueOf(await ask(chen, 'two'))
    await swept()
    expect((await seen(wang, 'two')).event.mine).toMatchObject({ state: 'waiting', ahead: 0 })
    await bendProgramme(cloud, { events: events.map((one) => (one.id === 'two' ? { ...one, seats: 3 } : one)) })
    await swept()
    expect((await seen(wang, 'two')).event.mine).toMatchObject({ state: 'offered', until: expect.any(String) })
    expect((await seen(chen, 'two')).event.mine).toMatchObject({ state: 'waiting', ahead: 0 })
    expect(valueOf(await doing(wang, 'confirm', 'two'))).toMatchObject({ state: 'seat', burned: 10 })
  })

  it("is nobody's but one's own", async () => {
    await joined(lin, wang)
    valueOf(await ask(lin, 'two'))
    expect(await refused(doing(wang, 'leave', 'two'))).toBe('event_not_signed_up')
    expect(await refused(doing(wang, 'confirm', 'two'))).toBe('event_no_offer')
    expect((await seen(lin, 'two')).event.mine).toMatchObject({ state: 'seat' })
  })
})

describe('at the door', () => {
  const scanned = async (openid: string) => {
    const code = await codeShownBy(cloud, openid)
    return valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))
  }
  const comes = async (openid: string, eventId: string, paidFen = 0) => {
    const { scanId, accountId } = await scanned(openid)
    return atTill(cloud, clerk, 'events.check-in', { scanId, accountId, eventId, paidFen })
  }

  it('staff see who comes, scan and tick off; it counts as taking part and may be reviewed once', async () => {
    await hire(cloud, clerk)
    await joined(lin, wang)
    valueOf(await ask(lin, 'two', 1))
    valueOf(await ask(wang, 'two'))
    expect(await refused(comes(lin, 'two'))).toBe('event_not_now')
    await until('2026-06-20T05:00:00.000Z')
    expect((await scanned(lin)).events).toMatchObject([{ id: 'two', party: 2, dueFen: 0 }])
    await cloud.advance(60_000)
    expect(valueOf(await comes(lin, 'two'))).toMatchObject({ party: 2, earned: 30 })
    expect(await refused(comes(wang, 'two'))).toBe('event_waiting')
    const [list] = valueOf(await atTill(cloud, clerk, 'events.guests', { storeId: 'S1' })).events
    expect(list).toMatchObject({ id: 'two', taken: 2, came: 2 })
    expect(list.guests.map(({ state, party }: any) => [state, party])).toEqual([
      ['came', 2],
      ['waiting', 1],
    ])
    const said = await doing(lin, 'review', 'two', { stars: 5, text: '很好' })
    expect(valueOf(said)).toMatchObject({ earned: 20, hidden: false })
    expect(await refused(doing(lin, 'review', 'two', { stars: 1 }))).toBe('event_reviewed')
    expect(await refused(doing(wang, 'review', 'two', { stars: 1 }))).toBe('event_not_attended')
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })

  it('takes what is due in money, and no other sum', async () => {
    await hire(cloud, clerk)
    await joined(lin)
    valueOf(await ask(lin, 'paid', 1))
    await until('2026-06-20T05:00:00.000Z')
    expect(await comes(lin, 'paid', 9_800)).toMatchObject({
      refusal: { code: 'event_money_due', details: { due: '196' } },
    })
    await cloud.advance(60_000)
    expect(valueOf(await comes(lin, 'paid', 19_600))).toMatchObject({ party: 2 })
  })

  it('who had a seat and did not come may not sign up for a time; who only waited may', async () => {
    await joined(lin, wang)
    valueOf(await ask(lin, 'two', 1))
    valueOf(await ask(wang, 'two'))
    await until('2026-06-20T09:00:00.000Z')
    await swept()
    const dumped = (await cloud.dump('accounts')).map(({ document }: any) => [
      document.events,
      document.eventsBarredUntil,
    ])
    expect(dumped).toEqual(
      expect.arrayContaining([
        [[], '2026-07-20T16:00:00.000Z'],
        [[], undefined],
      ]),
    )
    expect(await refused(ask(lin, 'autumn'))).toBe('event_barred')
    expect(valueOf(await ask(wang, 'autumn'))).toMatchObject({ state: 'seat' })
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })
})

describe('a vote', () => {
  const votes = (openid: string, eventId: string, code: string) => doing(openid, 'vote', eventId, { option: code })

  it('counts once for each member, the last one where it may be changed, and is told after the close', async () => {
    await joined(lin, wang)
    valueOf(await votes(lin, 'vote', 'cloud'))
    valueOf(await votes(lin, 'vote', 'mist'))
    valueOf(await votes(wang, 'vote', 'mist'))
    expect((await seen(lin, 'vote')).event.ballot).toMatchObject({ given: 'mist', total: null })
    await until('2026-06-05T00:00:00.000Z')
    const { ballot } = (await seen('o-stranger', 'vote')).event
    expect(ballot.options.map(({ code, votes: count }: any) => [code, count])).toEqual([
      ['mist', 2],
      ['cloud', 0],
    ])
    expect(await refused(votes(wang, 'vote', 'cloud'))).toBe('event_over')
  })

  it('is taken once where it may not be changed, also of two at once', async () => {
    await joined(lin)
    const both = await Promise.all([votes(lin, 'vote-once', 'cloud'), votes(lin, 'vote-once', 'mist')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await refused(votes(lin, 'vote-once', 'cloud'))).toBe('vote_given')
    expect(await refused(votes(lin, 'vote', 'unheard-of'))).toBe('vote_option_unknown')
    expect(await refused(votes(lin, 'two', 'cloud'))).toBe('event_unknown')
    expect(await refused(votes(lin, 'vote-later', 'cloud'))).toBe('vote_not_open')
    expect(await cloud.dump('votes')).toHaveLength(1)
  })
})

describe('a function that is cut off', () => {
  const listed = async () => {
    const [list] = (await cloud.dump('eventLists')).map(({ document }) => document as unknown as SeatList)
    return list!
  }

  it('between the list and the account leaves no seat taken: the clock gives it back', async () => {
    await joined(lin, wang)
    await cloud.plant({ function: 'member', operation: 'events.sign-up', kind: 'kill', atCall: 6 })
    await ask(lin, 'two', 1)
    await cloud.control('faults', undefined, 'DELETE')
    expect(seatsOf((await listed()).rows, '2026-06-01T05:00:00.000Z').taken).toBe(2)
    expect(valueOf(await ask(wang, 'two'))).toMatchObject({ state: 'waiting' })
    await swept()
    expect(Object.keys((await listed()).held)).toEqual([])
    expect((await seen(wang, 'two')).event).toMatchObject({ free: 1, mine: { state: 'offered' } })
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })
})
