import { challengeProgress, challengeTime } from '../../shared/benefits/challenges'
import { checkIn } from '../../shared/checkins/check-in'
import { gatheredIn, givePrize, inContention, windowBefore, windowOn } from '../../shared/events/boards'
import { giveDue } from '../../shared/coupons/due'
import { fold } from '../../shared/books/evolve'
import { openJournal, record } from '../../shared/books/journal'
import { allow } from '../../shared/kit/ruling'
import type { Challenge, Leaderboard } from '../../shared/programme/parts/events'
import type { Programme } from '../../shared/programme/schema'
import {
  allowed,
  buy,
  entriesOf,
  giveBack,
  newMember,
  programmeOf,
  stampAt,
  tierOf,
  type Book,
} from '../support/builders'
import { consenting, couponsOf, noon } from '../support/coupons'

const name = { zh: '挑战', en: 'Challenge' }
const gift = { kind: 'gift' as const, name: { zh: '礼', en: 'a gift' } }
const challenge: Challenge = {
  code: 'three',
  name,
  when: { kind: 'dates', from: '2026-02-01', to: '2026-02-28' },
  needs: { of: 'orders', atLeast: 3 },
  gives: gift,
}
const shop = (more: Partial<Challenge> = {}, rest: Partial<Programme> = {}) =>
  programmeOf({ challenges: [{ ...challenge, ...more }], ...rest })
const promoted = {
  tiers: [
    tierOf({ id: 'regular' }),
    tierOf({ id: 'silver', qualification: { match: 'any', conditions: [{ kind: 'challenge', code: 'three', name }] } }),
  ],
}
const buysOn = (book: Book, programme: Programme, ...days: string[]) =>
  days.reduce(
    (so, day, index) => buy(so, programme, { id: `${day}-${so.entries.length}-${index}`, fen: 1_000, at: noon(day) }),
    book,
  )
const given = (book: Book, programme: Programme, at: string) =>
  allowed(book, allow(giveDue(openJournal(book.account, stampAt(at)), programme, at)))

describe('P14.3 a challenge', () => {
  it('is finished by what lies in its time, once, and gives the right to a tier at once', () => {
    const programme = shop({}, promoted)
    const two = buysOn(consenting(programme), programme, '2026-01-31', '2026-02-01', '2026-02-28')
    expect([two.account.tierId, two.account.marks]).toEqual(['regular', []])
    const three = buysOn(two, programme, '2026-02-28')
    expect([three.account.tierId, three.account.marks]).toEqual(['silver', ['three']])
    const four = buysOn(three, programme, '2026-02-28', '2026-03-01')
    expect(entriesOf(four, 'challenge')).toHaveLength(1)
    const twice = given(given(four, programme, noon('2026-03-02')), programme, noon('2026-03-03'))
    expect(couponsOf(twice).map(({ source }) => source)).toEqual([
      { by: 'rule', why: 'challenge', code: 'three@2026-02-01' },
    ])
    expect(fold(twice.entries)).toEqual(twice.account)
  })

  it('is lost with an order that is refunded, and with it the tier and the gift that is unused', () => {
    const programme = shop({}, promoted)
    const done = buysOn(consenting(programme), programme, '2026-02-01', '2026-02-02')
    const last = given(
      buy(done, programme, { id: 'last', fen: 1_000, at: noon('2026-02-03') }),
      programme,
      noon('2026-02-03'),
    )
    expect([last.account.tierId, couponsOf(last)]).toMatchObject(['silver', [{ worth: { kind: 'gift' } }]])
    const back = giveBack(last, programme, { of: 'last', fen: 1_000, at: noon('2026-02-04') })
    expect([back.account.tierId, back.account.marks, couponsOf(back)]).toEqual(['regular', [], []])
    const again = given(buysOn(back, programme, '2026-02-05'), programme, noon('2026-02-05'))
    expect([again.account.tierId, couponsOf(again)]).toMatchObject(['silver', [{ worth: { kind: 'gift' } }]])
    expect(fold(again.entries)).toEqual(again.account)
  })

  it('comes again each year, and over New Year counts as one', () => {
    const winter = { ...challenge, when: { kind: 'yearly' as const, from: '12-20', to: '01-10' } }
    expect([challengeTime(winter, '2026-12-20'), challengeTime(winter, '2027-01-10')]).toEqual([
      { window: '2026', from: '2026-12-20', to: '2027-01-10' },
      { window: '2026', from: '2026-12-20', to: '2027-01-10' },
    ])
    expect(challengeTime(winter, '2027-01-11')).toBeNull()
    const programme = shop({
      when: { kind: 'yearly', from: '01-01', to: '12-31' },
      needs: { of: 'orders', atLeast: 1 },
    })
    const years = buysOn(newMember(programme), programme, '2026-05-01', '2026-05-02', '2027-05-01')
    expect(entriesOf(years, 'challenge').map(({ window }) => window)).toEqual(['2026', '2027'])
  })

  it('counts money, points, visits and events, each in its time', () => {
    const have = (needs: Challenge['needs'], book: Book, programme: Programme) =>
      challengeProgress(programme, book.account, { ...challenge, needs }, challengeTime(challenge, '2026-02-10')!).have
    const programme = shop(
      { needs: { of: 'check-ins', atLeast: 2 } },
      {
        checkIn: { points: 5 },
        events: [
          { id: 'tea', name, kind: 'gathering', startsAt: noon('2026-02-05'), endsAt: noon('2026-02-06') },
          { id: 'old', name, kind: 'gathering', startsAt: noon('2026-01-05'), endsAt: noon('2026-01-06') },
        ],
      },
    )
    const bought = buysOn(newMember(programme), programme, '2026-01-31', '2026-02-01')
    expect(have({ of: 'spend', atLeast: 1 }, bought, programme)).toBe(1_000)
    expect(have({ of: 'points', atLeast: 1 }, bought, programme)).toBe(10)
    const visited = ['2026-01-31', '2026-02-01', '2026-02-02'].reduce(
      (book, day) => allowed(book, checkIn(openJournal(book.account, stampAt(noon(day))), programme, noon(day))),
      bought,
    )
    expect(have({ of: 'check-ins', atLeast: 1 }, visited, programme)).toBe(2)
    expect(visited.account.marks).toEqual(['three'])
    const came = ['tea', 'old'].reduce((book, eventId) => {
      const fact = { kind: 'event-attend' as const, eventId, guests: 0, storeId: 'S1', paidFen: 0 }
      return allowed(
        book,
        allow(record(openJournal(book.account, stampAt(noon('2026-02-07'))), fact, { at: noon('2026-02-07') })),
      )
    }, visited)
    expect(have({ of: 'events', atLeast: 1 }, came, programme)).toBe(1)
  })
})

const board: Leaderboard = { id: 'board', name, by: 'points-earned', per: 'quarter', winners: 2, prize: gift }

describe('P3.5 a leaderboard', () => {
  it('has windows of whole months, quarters and years', () => {
    expect(windowOn(board, '2026-05-15')).toEqual({
      window: '2026-Q2',
      lastDay: '2026-06-30',
      over: '2026-06-30T16:00:00.000Z',
    })
    expect(windowBefore(board, '2026-01-01')).toMatchObject({ window: '2025-Q4', lastDay: '2025-12-31' })
    expect(windowOn({ ...board, per: 'month' }, '2028-02-01')).toMatchObject({
      window: '2028-02',
      lastDay: '2028-02-29',
    })
    expect(windowOn({ ...board, per: 'year' }, '2026-01-01').lastDay).toBe('2026-12-31')
  })

  it('gathers by the days of its window, orders only', () => {
    const programme = programmeOf({ checkIn: { points: 7 } })
    const bought = buysOn(newMember(programme), programme, '2026-03-31', '2026-04-01', '2026-06-30')
    const book = allowed(
      bought,
      checkIn(openJournal(bought.account, stampAt(noon('2026-06-30'))), programme, noon('2026-06-30')),
    )
    const by = (what: Leaderboard['by']) => gatheredIn({ ...board, by: what }, '2026-Q2', book.account)
    expect([by('points-earned'), by('spend'), by('orders')]).toEqual([20, 2_000, 2])
  })

  it('leaves in contention as many as win and all who have as much as the last of them', () => {
    const all = [5, 9, 7, 7, 0, 3].map((amount, index) => ({ accountId: `a${index}`, amount }))
    expect(inContention(board, all).map(({ amount }) => amount)).toEqual([9, 7, 7])
    expect(inContention({ ...board, winners: 10 }, all).map(({ amount }) => amount)).toEqual([9, 7, 7, 5, 3])
    const idle = ['x', 'y', 'z'].map((accountId) => ({ accountId, amount: 0 }))
    expect(inContention({ ...board, winners: 2 }, idle)).toEqual([])
  })

  it('gives a prize once for each window, however often it is given', () => {
    const programme = programmeOf({ leaderboards: [board] })
    const won = (book: Book, window: string, at = noon('2026-07-01')) =>
      allowed(book, allow(givePrize(openJournal(book.account, stampAt(at)), programme, { board, window, now: at })))
    const twice = won(won(consenting(programme), '2026-Q2'), '2026-Q2', noon('2026-07-02'))
    expect(couponsOf(twice)).toHaveLength(1)
    expect(couponsOf(won(twice, '2026-Q3'))).toHaveLength(2)
  })
})
