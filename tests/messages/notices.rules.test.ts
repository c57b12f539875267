import fc from 'fast-check'
import type { Account } from '../../shared/books/account'
import { dayOf, startOfDay, addDays, type Instant } from '../../shared/kit/time'
import { noticesAt } from '../../shared/messages/notices'
import { tiersToldOtherwise } from '../../shared/messages/told-more'
import { arrivedAt, nextNoticeAt, nothingTold, remindAt, withEntries } from '../../shared/messages/telling'
import { chineseCalendar as calendar } from '../../cloudfunctions/_runtime/chinese-calendar'
import { redeem } from '../../shared/rewards/redeem'
import { openJournal, record } from '../../shared/books/journal'
import { eventOf } from '../events/builders'
import { tin, type Rewards } from '../support/mall'
import { buyBy, cardId, familyOf, familyShop, join, onMain } from '../support/family'
import {
  allowed,
  balanceIn,
  buy,
  correct,
  firstDay,
  giveBack,
  newMember,
  passTo,
  programmeOf,
  stampAt,
  type Book,
} from '../support/builders'

const programme = programmeOf()
const today = '2026-05-21T04:00:00.000Z'
/** Somebody who has agreed to the terms and may be told things. */
function member(at = today): Book {
  const book = newMember(programme, 'account-1', at)
  const consent = { termsVersion: '1', privacyVersion: '1', at }
  return { ...book, account: { ...book.account, consent } }
}
/** What is told after these entries, at an instant. */
function toldBy(before: Book, after: Book, now = today) {
  const telling = withEntries(nothingTold, after.account, after.entries.slice(before.entries.length))
  return noticesAt(telling, after.account, { programme, calendar, now }).notices
}
const order = (fen: number, at = today, now = at, id = 'a') => ({ id, fen, at, now })

describe('a seat that waits', () => {
  const event = eventOf()
  const shop = programmeOf({ events: [event] })
  const until = '2026-05-21T06:00:00.000Z'
  const offered = (() => {
    const before = member()
    const fact = { kind: 'event-offer' as const, eventId: event.id, until }
    const journal = record(openJournal(before.account, stampAt(today)), fact as never, { at: today })
    return withEntries(nothingTold, journal.account, journal.entries)
  })()
  const toldAt = (now: Instant, under = shop) =>
    noticesAt(offered, member().account, { programme: under, calendar, now }).notices

  it('is told as it was offered, whatever a later version says of who may sign up and when', () => {
    const other = (more: object) => toldAt(today, programmeOf({ events: [{ ...event, ...more }] }))
    expect(other({ signUpFrom: until })).toMatchObject([{ topic: 'event-place', facts: { until } }])
    expect(other({ fromTier: 'gold' })).toMatchObject([{ topic: 'event-place', facts: { until } }])
  })

  it('is told at once with the time until which it waits, and not once that is over', () => {
    expect(toldAt(today)).toMatchObject([{ topic: 'event-place', facts: { eventId: event.id, until } }])
    expect(toldAt(until)).toEqual([])
  })
})

describe('a sign-up that opens', () => {
  const closesAt = '2026-05-21T06:00:00.000Z'
  const event = { ...eventOf(), signUpUntil: closesAt }
  const shop = programmeOf({ events: [event] })
  const asked = { ...nothingTold, events: [{ eventId: event.id, at: today, seq: 1, until: null }] }
  const toldAt = (now: Instant) => noticesAt(asked, member().account, { programme: shop, calendar, now }).notices

  it('is told until it closes, and not to whom the clock comes later', () => {
    expect(toldAt(today)).toMatchObject([{ topic: 'event-opens', until: closesAt }])
    expect(toldAt(closesAt)).toEqual([])
  })

  const opensAt = '2026-05-22T02:00:00.000Z'
  const later = '2026-05-24T02:00:00.000Z'
  const over = { startsAt: '2026-06-20T06:00:00.000Z', endsAt: '2026-06-20T09:00:00.000Z' }
  const opening = (signUpFrom: string, more: object = {}) =>
    programmeOf({ events: [eventOf({ ...over, signUpFrom, ...more })] })
  const waits = { ...nothingTold, events: [{ eventId: event.id, at: opensAt, seq: 1, until: null }] }
  const lookAt = (now: Instant, under: ReturnType<typeof opening>, telling = waits, tierId = 'member') => {
    const { account } = member()
    const { notices, telling: left } = noticesAt(telling, { ...account, tierId }, { programme: under, calendar, now })
    return { told: notices.map(({ facts }) => (facts as { on?: string }).on), left: left.events?.map(({ at }) => at) }
  }

  it('goes by the programme in force: put off it is told at the new time, and once', () => {
    expect(lookAt(opensAt, opening(later))).toEqual({ told: [], left: [later] })
    const moved = { ...waits, events: [{ ...waits.events[0]!, at: later }] }
    expect(lookAt(later, opening(later), moved)).toEqual({ told: ['2026-05-24'], left: undefined })
  })

  it('is told earlier where it opens earlier, also to whose tier has become one that may sign up before the others', () => {
    const early = '2026-05-21T02:00:00.000Z'
    expect(lookAt('2026-05-21T01:59:00.000Z', opening(early))).toEqual({ told: [], left: [early] })
    expect(lookAt(early, opening(early))).toEqual({ told: ['2026-05-21'], left: undefined })
    const first = opening(opensAt, { tierFirst: [{ fromTier: 'gold', hoursBefore: 24 }] })
    expect(lookAt(early, first)).toEqual({ told: [], left: [opensAt] })
    expect(lookAt(early, first, waits, 'gold')).toEqual({ told: ['2026-05-21'], left: undefined })
    expect(lookAt(early, opening('2000-01-01T00:00:00.000Z', { signUpFrom: undefined }))).toEqual({
      told: ['2026-05-21'],
      left: undefined,
    })
  })

  it('is dropped where the event is gone, has become a vote, or is no longer for the member', () => {
    const dropped = { told: [], left: undefined }
    expect(lookAt(opensAt, programmeOf({ events: [] }))).toEqual(dropped)
    expect(lookAt(opensAt, opening(opensAt, { kind: 'vote' }))).toEqual(dropped)
    expect(lookAt(opensAt, opening(opensAt, { fromTier: 'gold' }))).toEqual(dropped)
    expect(lookAt(opensAt, opening(opensAt, { ...over, endsAt: opensAt }))).toEqual(dropped)
  })

  it('makes the clock look anew only where it opens earlier than it did, for the tiers for which it does', () => {
    const [before, sooner] = [opening(later), opening(opensAt)]
    const all = before.tiers.map(({ id }) => id)
    expect(tiersToldOtherwise(before, sooner)).toEqual(all)
    expect(tiersToldOtherwise(sooner, before)).toEqual([])
    expect(tiersToldOtherwise(before, programmeOf({ events: [] }))).toEqual([])
    expect(tiersToldOtherwise(programmeOf({ events: [] }), before)).toEqual([])
    const first = opening(later, { tierFirst: [{ fromTier: 'gold', hoursBefore: 24 }] })
    expect(tiersToldOtherwise(before, first)).toEqual(all.slice(all.indexOf('gold')))
  })
})

describe('who comes to a store', () => {
  it('is looked at at once where the shop greets, and else nothing is remembered', () => {
    expect(arrivedAt({ ...nothingTold, greets: true }, today)).toMatchObject({ arrived: today, tellAt: today })
    expect(arrivedAt(nothingTold, today)).toBe(nothingTold)
  })
})

describe('an upgrade', () => {
  it('is told with the new tier and the day, and is due at once', () => {
    const before = member()
    const after = buy(before, programme, order(60_000))
    const telling = withEntries(nothingTold, after.account, after.entries)
    expect(nextNoticeAt(telling, after.account)).toBe(today)
    expect(toldBy(before, after)).toEqual([
      {
        topic: 'tier-upgraded',
        key: `tier-${after.account.seq}`,
        facts: { tier: { zh: 'silver', en: 'silver' }, on: '2026-05-21' },
      },
    ])
  })

  it('is told once however many tiers it skips', () => {
    const before = member()
    expect(toldBy(before, buy(before, programme, order(100_000)))).toMatchObject([{ facts: { tier: { en: 'gold' } } }])
  })

  it('is told once, with the last tier, when two orders of one write climb two tiers', () => {
    const before = member()
    const twice = buy(buy(before, programme, order(60_000)), programme, order(60_000, today, today, 'b'))
    expect(toldBy(before, twice)).toMatchObject([{ facts: { tier: { en: 'gold' } } }])
  })

  it('joins one that still waits to be told', () => {
    const before = member()
    const silver = buy(before, programme, order(60_000))
    const gold = buy(silver, programme, order(60_000, today, today, 'b'))
    const waiting = withEntries(nothingTold, silver.account, silver.entries)
    const joined = withEntries(waiting, gold.account, gold.entries.slice(silver.entries.length))
    expect(noticesAt(joined, gold.account, { programme, calendar, now: today }).notices).toMatchObject([
      { key: `tier-${gold.account.seq}`, facts: { tier: { en: 'gold' } } },
    ])
  })

  it('is not told when the order is dated on an earlier day, whether a day or a minute before midnight', () => {
    const before = member('2026-01-01T04:00:00.000Z')
    const yesterday = '2026-05-20T15:59:00.000Z'
    expect(toldBy(before, buy(before, programme, order(60_000, yesterday, '2026-05-20T16:01:00.000Z')))).toEqual([])
    expect(toldBy(before, buy(before, programme, order(60_000, yesterday, yesterday)), yesterday)).toHaveLength(1)
  })

  it('is not told when it was undone before the clock came, nor is the way down', () => {
    const before = member()
    const bought = buy(before, programme, order(60_000))
    const undone = giveBack(bought, programme, { fen: 60_000, at: today })
    expect(toldBy(before, undone)).toEqual([])
    expect(toldBy(bought, undone)).toEqual([])
  })

  it('is not told of a tier that the member no longer holds, or that the programme no longer has', () => {
    const before = member()
    const bought = buy(before, programme, order(60_000))
    const telling = withEntries(nothingTold, bought.account, bought.entries)
    const fallen: Account = { ...bought.account, tierId: 'regular' }
    expect(noticesAt(telling, fallen, { programme, calendar, now: today }).notices).toEqual([])
    const without = programmeOf({ tiers: programme.tiers.slice(0, 1) })
    expect(noticesAt(telling, bought.account, { programme: without, calendar, now: today }).notices).toEqual([])
  })

  it('is not told to somebody whom only a till knows', () => {
    const before = newMember(programme, 'account-1', today)
    const after = buy(before, programme, order(60_000))
    expect(toldBy(before, after)).toEqual([])
    expect(nextNoticeAt(withEntries(nothingTold, after.account, after.entries), after.account)).toBeNull()
  })
})

describe('points about to expire', () => {
  it.each([
    ['2026-06-01', '2026-05-24'],
    ['2026-03-01', '2026-02-21'],
    ['2028-03-01', '2028-02-22'],
    ['2027-01-01', '2026-12-24'],
    ['2026-05-07', '2026-04-29'],
  ])('that end as %s begins are due at ten in the morning of %s', (end, day) => {
    expect(remindAt(startOfDay(end))).toBe(`${day}T02:00:00.000Z`)
  })

  it('are due seven days before their last good day, at ten in Shanghai, whatever the day', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n))
    fc.assert(
      fc.property(days, (end) => {
        const due = remindAt(startOfDay(end))
        expect([addDays(dayOf(due), 8), due.slice(10)]).toEqual([end, 'T02:00:00.000Z'])
      }),
    )
  })

  const earned = buy(member('2025-05-10T04:00:00.000Z'), programme, order(10_000, '2025-05-10T04:00:00.000Z'))
  const due = '2026-05-24T02:00:00.000Z'
  const told = (book: Book, now: Instant, telling = nothingTold) =>
    noticesAt(telling, book.account, { programme, calendar, now })

  it('wake the clock at that instant and not before, and name points and last day', () => {
    expect(nextNoticeAt(nothingTold, earned.account)).toBe(due)
    expect(told(earned, '2026-05-24T01:59:59.999Z').notices).toEqual([])
    expect(told(earned, due).notices).toEqual([
      { topic: 'points-expiring', key: 'expiry-2026-05-31', facts: { points: 100, on: '2026-05-31' } },
    ])
  })

  it('are told once for each expiry: the next thing to wait for is the next lot', () => {
    const { telling } = told(earned, due)
    expect(told(earned, due, telling).notices).toEqual([])
    expect(nextNoticeAt(telling, earned.account)).toBeNull()
    const more = buy(earned, programme, order(20_000, '2025-06-20T04:00:00.000Z', undefined, 'b'))
    expect(nextNoticeAt(telling, more.account)).toBe('2026-06-23T02:00:00.000Z')
  })

  it('are added up for the day on which they go', () => {
    const more = buy(earned, programme, order(20_000, '2025-05-30T04:00:00.000Z', undefined, 'b'))
    expect(told(more, due).notices).toMatchObject([{ facts: { points: 300 } }])
  })

  it('that were spent meanwhile are not told, and what is left of them is', () => {
    const spend = (points: number) => correct(earned, programme, -points, '2026-05-20T04:00:00.000Z')
    expect(told(spend(100), due).notices).toEqual([])
    expect(nextNoticeAt(nothingTold, spend(100).account)).toBeNull()
    expect(told(spend(40), due).notices).toMatchObject([{ facts: { points: 60 } }])
  })

  it('that the clock missed are told late on their last day, and not once they are gone', () => {
    expect(told(earned, '2026-05-31T15:59:59.000Z').notices).toHaveLength(1)
    expect(told(earned, '2026-05-31T16:00:00.000Z').notices).toEqual([])
    const over = passTo(earned, '2026-06-30T04:00:00.000Z')
    expect([balanceIn(over), told(over, '2026-06-30T04:00:00.000Z').notices]).toEqual([0, []])
  })

  it('that never expire are never told', () => {
    const forever = programmeOf({ expiry: { kind: 'never' } })
    const book = buy(member(), forever, order(10_000))
    expect(nextNoticeAt(nothingTold, book.account)).toBeNull()
  })
})

describe('a use of a shared card by somebody else', () => {
  const shop = familyShop()
  const family = (() => {
    const { main, subs } = familyOf(shop)
    const consent = { termsVersion: '1', privacyVersion: '1', at: firstDay }
    return join({ main: { ...main, account: { ...main.account, consent } }, subs }, shop, 0)
  })()
  const told = (order: Parameters<typeof buyBy>[2]) => {
    const after = onMain(family, buyBy(family, shop, order)).main
    const telling = withEntries(nothingTold, after.account, after.entries.slice(family.main.entries.length))
    return {
      due: nextNoticeAt(telling, after.account),
      ...noticesAt(telling, after.account, { programme: shop, calendar, now: firstDay }),
    }
  }

  it('is told to whoever opened the card, at once and once, and their own use is not', () => {
    const { due, notices, telling } = told({ n: 0, id: 'a', fen: 10_000 })
    expect(due).toBe(firstDay)
    expect(notices).toMatchObject([{ topic: 'card-used', facts: { holderId: 'account-2', earned: 100, burned: 0 } }])
    expect(telling.uses).toBeUndefined()
    expect(told({ id: 'a', fen: 10_000 }).notices).toEqual([])
  })

  it('is told where they swapped the pool’s points for a reward as well', () => {
    const rewards: Rewards = [{ ...tin, price: { points: 30 } }]
    const by = { cardId, holderId: family.subs[0]!.account.accountId }
    const { main } = onMain(family, buyBy(family, shop, { n: 0, id: 'a', fen: 10_000 }))
    const asked = { rewardId: 'tin', count: 1, way: 'store' as const, storeId: 'S1', shown: { points: 30, addFen: 0 } }
    const swapped = allowed(
      main,
      redeem(openJournal(main.account, stampAt(firstDay)), { ...shop, rewards }, { ...asked, at: firstDay, by }),
    )
    const telling = withEntries(nothingTold, swapped.account, swapped.entries.slice(main.entries.length))
    expect(telling.uses).toMatchObject([{ holderId: by.holderId, earned: 0, burned: 30 }])
  })
})
