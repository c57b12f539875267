import { openJournal, record } from '../../shared/books/journal'
import type { EventFact } from '../../shared/books/event-facts'
import { startOfDay, timeOn, type Day, type Instant } from '../../shared/kit/time'
import { arrivedAt, nothingTold, withEntries } from '../../shared/messages/telling'
import { tiersToldOtherwise } from '../../shared/messages/told-more'
import { topUpPoints } from '../../shared/points/top-up'
import type { Message } from '../../shared/programme/parts/messages'
import type { Programme } from '../../shared/programme/schema'
import { eventOf } from '../events/builders'
import { allowed, buy, correct, programmeOf, stampAt } from '../support/builders'
import { buyBy, familyOf, familyShop, join, onMain } from '../support/family'
import { joinsInWeChat, lived, toldLines, wrote, type Life } from '../support/told'

const message = (on: Message['on'], zh: string): Message => ({
  id: 'm',
  on,
  purpose: 'service',
  channels: ['inbox'],
  text: { zh, en: 'Hello' },
})
const noon = (day: Day) => timeOn(day, '12:00')
const joinedAt = noon('2026-06-01')

describe('an event that is near', () => {
  const startsAt = timeOn('2026-06-20', '14:00')
  const event = eventOf({ startsAt, endsAt: timeOn('2026-06-20', '16:00') })
  const shop = (daysBefore: number, about: object = {}): Programme =>
    programmeOf({
      expiry: { kind: 'never' },
      events: [{ ...event, ...about }],
      messages: { list: [message({ kind: 'event', daysBefore }, '{day}见')] },
    })
  const writes = (life: Life, fact: EventFact, at: Instant) =>
    wrote(
      life,
      allowed(life.book, { ok: true, value: record(openJournal(life.book.account, stampAt(at)), fact, { at }) }),
    )
  const place = { eventId: event.id, key: 'k', guests: 0, burned: 0, draws: [] }
  const signsUp = (life: Life, to: 'seat' | 'waiting', day: Day) =>
    writes(life, { kind: 'event-sign-up', ...place, to }, noon(day))
  const toldOf = (programme: Programme, change: (life: Life) => Life, from = '2026-06-10') =>
    toldLines(
      lived(change(joinsInWeChat(programme, joinedAt)), programme, { from: noon(from), until: noon('2026-07-01') }),
    )

  it('is told of so many days before, to who has a seat', () =>
    expect(toldOf(shop(2), (life) => signsUp(life, 'seat', '2026-06-10'))).toEqual(['2026-06-18 10:00 6 月 20 日见']))

  it('is not told of to who waits for one, and is once they have taken theirs', () => {
    const waits = (life: Life) => signsUp(life, 'waiting', '2026-06-10')
    expect(toldOf(shop(2), waits)).toEqual([])
    const moves = (life: Life) => {
      const until = noon('2026-06-12')
      const offered = writes(waits(life), { kind: 'event-offer', eventId: event.id, until }, noon('2026-06-11'))
      return writes(offered, { kind: 'event-confirm', eventId: event.id, burned: 0, draws: [] }, noon('2026-06-11'))
    }
    expect(toldOf(shop(2), moves, '2026-06-13')).toContain('2026-06-18 10:00 6 月 20 日见')
  })

  it('is told of on the day after to who signs up later, as long as it has not begun', () => {
    expect(toldOf(shop(5), (life) => signsUp(life, 'seat', '2026-06-19'), '2026-06-19')).toEqual([
      '2026-06-20 10:00 6 月 20 日见',
    ])
    expect(toldOf(shop(5), (life) => signsUp(life, 'seat', '2026-06-20'), '2026-06-20')).toEqual([])
  })

  it('is told of again when it was put off, and not when the seat was given up', () => {
    const early = shop(2)
    const told = lived(signsUp(joinsInWeChat(early, joinedAt), 'seat', '2026-06-10'), early, {
      from: noon('2026-06-10'),
      until: noon('2026-06-19'),
    })
    const later = shop(2, { startsAt: timeOn('2026-06-27', '14:00'), endsAt: timeOn('2026-06-27', '16:00') })
    expect(tiersToldOtherwise(early, later)).toEqual(['regular', 'silver', 'gold'])
    const seen = lived({ ...told, telling: { ...told.telling, tellAt: noon('2026-06-19') } }, later, {
      from: noon('2026-06-19'),
      until: noon('2026-07-01'),
    })
    expect(toldLines(seen)).toEqual(['2026-06-18 10:00 6 月 20 日见', '2026-06-25 10:00 6 月 27 日见'])
    const gone = (life: Life) =>
      writes(
        signsUp(life, 'seat', '2026-06-10'),
        { kind: 'event-leave', eventId: event.id, by: 'member', returned: 0, repaid: 0, lots: [], lapsed: [] },
        noon('2026-06-11'),
      )
    expect(toldOf(early, gone)).toEqual([])
  })
})

describe('a balance that is short of a whole one', () => {
  const shop = programmeOf({
    expiry: { kind: 'never' },
    pointsTopUp: {
      when: { kind: 'monthly', days: [18] },
      per: 'month',
      bands: [{ from: 1_400, to: 1_499, becomes: 1_500 }],
      fromTier: 'silver',
    },
    messages: { list: [message({ kind: 'points-short', points: 60 }, '差 {points} 积分到 {amount}')] },
  })
  const has = (points: number, fen = 60_000) => {
    const bought = buy(joinsInWeChat(shop, joinedAt).book, shop, { fen, at: joinedAt })
    const balance = bought.account.lots.reduce((sum, lot) => sum + lot.points, 0)
    return wrote(joinsInWeChat(shop, joinedAt), correct(bought, shop, points - balance, joinedAt))
  }
  const told = (life: Life, until: Day = '2026-07-01') =>
    toldLines(lived(life, shop, { from: joinedAt, until: startOfDay(until) }))
      .filter((line) => line.includes('差'))
      .map((line) => line.replace(/ \d\d:\d\d /, ' '))

  it('is told on the day of the top-up, each month', () =>
    expect(told(has(1_460), '2026-08-01')).toEqual(['2026-06-18 差 40 积分到 1,500', '2026-07-18 差 40 积分到 1,500']))

  it('is not told to who is short by more, has enough, or is of a tier without it', () => {
    expect(told(has(1_439))).toEqual([])
    expect(told(has(1_440))).toHaveLength(1)
    expect(told(has(1_500))).toEqual([])
    expect(told(has(1_460, 10_000))).toEqual([])
  })

  it('is told to who becomes short on that day, and not to who has had it', () => {
    const day = timeOn('2026-06-18', '15:00')
    const before = lived(has(1_390), shop, { from: joinedAt, until: day })
    const bought = wrote(before, correct(before.book, shop, 60, day))
    expect(toldLines(lived(bought, shop, { from: day, until: noon('2026-06-25') })).at(-1)).toBe(
      '2026-06-18 15:02 差 50 积分到 1,500',
    )
    const topped = allowed(bought.book, topUpPoints(openJournal(bought.book.account, stampAt(day)), shop, day))
    const short = correct(topped, shop, -50, day)
    const again = lived(wrote(before, short), shop, { from: day, until: noon('2026-06-25') })
    expect(told(again, '2026-06-25')).toEqual([])
  })
})

describe('an arrival', () => {
  it('is noted only of who is greeted, and of who comes themselves rather than another holder of their card', () => {
    const greets = { ...nothingTold, greets: true as const }
    expect(arrivedAt(nothingTold, joinedAt)).toBe(nothingTold)
    expect(arrivedAt(greets, joinedAt)).toMatchObject({ arrived: joinedAt, tellAt: joinedAt })
    const shop = familyShop()
    const { main, subs } = familyOf(shop)
    const consent = { termsVersion: '1', privacyVersion: '1', at: joinedAt }
    const family = join({ main: { ...main, account: { ...main.account, consent } }, subs }, shop, 0)
    const came = (order: Parameters<typeof buyBy>[2]) => {
      const after = onMain(family, buyBy(family, shop, order)).main
      return withEntries(greets, after.account, after.entries.slice(family.main.entries.length)).arrived
    }
    expect(came({ n: 0, id: 'a', fen: 10_000 })).toBeUndefined()
    expect(came({ id: 'a', fen: 10_000 })).toBeDefined()
  })
})

describe('a new version', () => {
  const list = [message({ kind: 'birthday', daysBefore: 0 }, '生日快乐')]
  const before = programmeOf({ messages: { list } })
  it.each([
    [
      'with another message concerns all tiers',
      { messages: { list: [...list, { ...list[0]!, id: 'n' }] } },
      ['regular', 'silver', 'gold'],
    ],
    [
      'with one for a tier concerns that',
      { messages: { list: [...list, { ...list[0]!, id: 'n', tiers: ['gold'] }] } },
      ['gold'],
    ],
    [
      'with other hours concerns all',
      { messages: { list, quiet: { from: '21:00', to: '09:00' } } },
      ['regular', 'silver', 'gold'],
    ],
    ['with other words concerns none', { messages: { list: [{ ...list[0]!, text: { zh: '好', en: 'Hi' } }] } }, []],
    ['that is the same concerns none', {}, []],
  ])('%s', (_, change: Partial<Programme>, tiers) =>
    expect(tiersToldOtherwise(before, { ...before, ...change })).toEqual(tiers),
  )
})
