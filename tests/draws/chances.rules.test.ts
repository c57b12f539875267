import fc from 'fast-check'
import { openJournal } from '../../shared/books/journal'
import { fold } from '../../shared/books/evolve'
import { grantByRule, grantForReferral } from '../../shared/chances/grant'
import { roundAhead, roundOn } from '../../shared/chances/round'
import { takeChance } from '../../shared/chances/take'
import { checkIn } from '../../shared/checkins/check-in'
import { giveEffect } from '../../shared/coupons/give'
import { allow } from '../../shared/kit/ruling'
import type { Programme } from '../../shared/programme/schema'
import { allowed, buy, entriesOf, firstDay, giveBack, newMember, stampAt, type Book } from '../support/builders'
import { memberWith, swap, tin } from '../support/mall'
import { chancesOf, drawIn, drawShop, saltHash, takes, tryToBuyChance, tryToTake, wheel } from '../support/draws'

const purchase = { kind: 'purchase' as const, fromFen: 5_000, chances: 2 }
const nextDay = '2026-01-11T04:00:00.000Z'
const sum = (book: Book, kind: 'chance-grant') =>
  entriesOf(book, kind).reduce((total, { chances }) => total + chances, 0)

describe('chances for everybody', () => {
  it('come again each day and are not saved up', () => {
    const programme = drawShop()
    const book = takes(newMember(programme), programme)
    expect(tryToTake(book, programme)).toMatchObject({ refusal: 'chances_none' })
    expect(chancesOf(book, programme)).toBe(0)
    expect(chancesOf(book, programme, nextDay)).toBe(1)
  })

  it('are as many as the tier gives, and nobody else’s', () => {
    const programme = drawShop({
      chances: [{ kind: 'tier', fromTier: 'silver', chances: 2, limit: { times: 1, per: 'month' } }],
    })
    const regular = newMember(programme)
    expect(tryToTake(regular, programme)).toMatchObject({ refusal: 'chances_none' })
    const silver = buy(regular, programme, { fen: 50_000 })
    expect(chancesOf(silver, programme)).toBe(2)
    const both = takes(takes(silver, programme), programme, nextDay)
    expect(tryToTake(both, programme, nextDay)).toMatchObject({ refusal: 'chances_none' })
  })
})

describe('chances for people who came by a member’s link', () => {
  const source = { kind: 'sharing' as const, friends: 10, chances: 2, isOn: true }
  const taking = (book: Book, programme: Programme, arrived: number) => {
    const draw = drawIn(programme)
    const round = roundOn(draw, '2026-01-10')!
    return takeChance(openJournal(book.account, stampAt(firstDay)), programme, draw, {
      ...{ round, saltHash, at: firstDay, arrived },
    })
  }

  it('are none while the setting is off, and come with each full number, once in a round', () => {
    const off = drawShop({ chances: [{ ...source, isOn: false }] })
    expect(taking(newMember(off), off, 99)).toMatchObject({ refusal: 'chances_none' })
    const on = drawShop({ chances: [source] })
    let book = newMember(on)
    expect(taking(book, on, 9)).toMatchObject({ refusal: 'chances_none' })
    for (const arrived of [10, 11]) book = allowed(book, taking(book, on, arrived))
    expect(taking(book, on, 19)).toMatchObject({ refusal: 'chances_none' })
    expect(taking(book, on, 20)).toMatchObject({ ok: true })
  })
})

describe('chances of an order', () => {
  const programme = drawShop({ chances: [purchase] })

  it('are given from the amount on, inside the order’s own journal, and not a fen before', () => {
    const below = buy(newMember(programme), programme, { fen: 4_999 })
    expect(sum(below, 'chance-grant')).toBe(0)
    const book = buy(below, programme, { id: 'b', fen: 5_000 })
    expect(entriesOf(book, 'chance-grant')).toMatchObject([
      { chances: 2, source: { by: 'purchase', orderId: 'b' }, until: '2026-01-31T16:00:00.000Z' },
    ])
    expect(chancesOf(book, programme)).toBe(2)
  })

  it('are given while the draw is open only, and as often as the draw allows', () => {
    const early = buy(newMember(programme, 'a', '2025-12-01T04:00:00.000Z'), programme, {
      fen: 5_000,
      at: '2025-12-31T15:59:59.000Z',
    })
    expect(sum(early, 'chance-grant')).toBe(0)
    const limited = drawShop({ chances: [{ ...purchase, limit: { times: 1, per: 'day' } }] })
    const once = buy(buy(newMember(limited), limited, { fen: 5_000 }), limited, { id: 'b', fen: 5_000 })
    expect(sum(once, 'chance-grant')).toBe(2)
    expect(sum(buy(once, limited, { id: 'c', fen: 5_000, at: nextDay }), 'chance-grant')).toBe(4)
  })

  it('go with a refund that leaves less than the amount, and stay with one that does not', () => {
    const book = buy(newMember(programme), programme, { fen: 6_000 })
    const still = giveBack(book, programme, { fen: 1_000 })
    expect(chancesOf(still, programme)).toBe(2)
    const gone = giveBack(still, programme, { fen: 1 })
    expect(chancesOf(gone, programme)).toBe(0)
    expect(entriesOf(gone, 'chance-withdraw')).toMatchObject([{ withdrawn: 2, used: 0 }])
  })

  it('that were used stay used, and the entry says how many', () => {
    const book = takes(buy(newMember(programme), programme, { fen: 5_000 }), programme)
    const back = giveBack(book, programme, { fen: 5_000 })
    expect(entriesOf(back, 'chance-withdraw')).toMatchObject([{ withdrawn: 1, used: 1 }])
    expect(chancesOf(back, programme)).toBe(0)
  })

  it('that were used and returned are paid for by those of the next orders, however often one buys and returns', () => {
    const [order, days] = [{ fen: 5_000 }, Array.from({ length: 6 }, (_, n) => `o${n}`)]
    const draws = (book: Book) => (tryToTake(book, programme).ok ? takes(book, programme) : book)
    const last = days.reduce(
      (book, id) => giveBack(draws(draws(buy(book, programme, { id, ...order }))), programme, { of: id, ...order }),
      newMember(programme),
    )
    expect([entriesOf(last, 'chance-take').length, chancesOf(last, programme)]).toEqual([2, 0])
    const kept = buy(last, programme, { id: 'kept', ...order })
    expect(chancesOf(kept, programme)).toBe(0)
    expect(chancesOf(buy(kept, programme, { id: 'more', ...order }), programme)).toBe(2)
  })

  it('are paid for in part where more come than were used, and those of other sources pay for nothing', () => {
    const used = takes(buy(newMember(programme), programme, { fen: 5_000 }), programme)
    const owing = giveBack(used, programme, { fen: 5_000 })
    const byRule = { drawId: 'wheel', chances: 1, why: 'draw', at: firstDay }
    const given = grantByRule(openJournal(owing.account, stampAt(firstDay)), programme, byRule)
    expect(chancesOf(allowed(owing, allow(given)), programme)).toBe(1)
    const next = buy(owing, programme, { id: 'b', fen: 5_000 })
    expect([chancesOf(next, programme), next.account.owes]).toEqual([1, []])
    expect(fold(next.entries)).toEqual(next.account)
    const back = giveBack(next, programme, { of: 'b', fen: 5_000 })
    expect([chancesOf(back, programme), back.account.owes]).toEqual([0, ['chance:wheel']])
  })

  it('that none was used of may be had again, where only so many are given', () => {
    const limited = drawShop({ chances: [{ ...purchase, limit: { times: 1, per: 'day' } }] })
    const bought = buy(newMember(limited), limited, { fen: 5_000 })
    const again = buy(giveBack(bought, limited, { fen: 5_000 }), limited, { id: 'b', fen: 5_000 })
    expect(chancesOf(again, limited)).toBe(2)
    const used = giveBack(takes(again, limited), limited, { of: 'b', fen: 5_000 })
    expect(chancesOf(buy(used, limited, { id: 'c', fen: 5_000 }), limited)).toBe(0)
  })

  it('of another order stay', () => {
    const two = buy(buy(newMember(programme), programme, { fen: 5_000 }), programme, { id: 'b', fen: 5_000 })
    expect(chancesOf(giveBack(two, programme, { fen: 5_000 }), programme)).toBe(2)
  })
})

describe('chances of other sources', () => {
  it('come with a check-in, once a day', () => {
    const programme = drawShop({ chances: [{ kind: 'check-in', chances: 1, limit: { times: 1, per: 'day' } }] }, {
      checkIn: { points: 1 },
    } as never)
    const visits = (book: Book, at: string) =>
      allowed(book, checkIn(openJournal(book.account, stampAt(at)), programme, at))
    const book = visits(newMember(programme), firstDay)
    expect(chancesOf(book, programme)).toBe(1)
    expect(chancesOf(visits(book, nextDay), programme, nextDay)).toBe(2)
  })

  it('cost points, as often as the draw allows, and none while points are owed', () => {
    const programme = drawShop({ chances: [{ kind: 'points', points: 100, limit: { times: 1, per: 'day' } }] })
    expect(tryToBuyChance(memberWith(programme, 99), programme)).toMatchObject({
      refusal: 'points_short',
      details: { short: 1 },
    })
    const rich = memberWith(programme, 300)
    const book = allowed(rich, tryToBuyChance(rich, programme))
    expect(entriesOf(book, 'burn')).toMatchObject([{ reason: 'draw', burned: 100, points: -100 }])
    expect(chancesOf(book, programme)).toBe(1)
    expect(tryToBuyChance(book, programme)).toMatchObject({ refusal: 'chance_limit', details: { times: 1 } })
    const owing = giveBack({ ...book, account: book.account }, programme, { of: `points-${firstDay}`, fen: 30_000 })
    expect(owing.account.debt).toBe(100)
    expect(tryToBuyChance(owing, programme, nextDay)).toMatchObject({ refusal: 'points_short' })
  })

  it.each([
    ['lifetime', '2026-01-31', 'chances_enough'],
    ['month', '2026-01-31', 'chances_enough'],
    ['month', '2026-02-28', null],
    ['day', '2026-01-10', 'chances_enough'],
    ['day', '2026-01-11', null],
  ] as const)('cost no points that are one more than may be drawn in a %s until %s', (per, to, refusal) => {
    const sold = { kind: 'points' as const, points: 100, limit: { times: 9, per: 'lifetime' as const } }
    const when = { kind: 'dates' as const, from: '2026-01-01', to }
    const programme = drawShop({ when, chances: [sold], perMember: { times: 2, per } })
    const buys = (book: Book) => allowed(book, tryToBuyChance(book, programme))
    const two = buys(takes(buys(memberWith(programme, 1_000)), programme))
    const third = tryToBuyChance(two, programme)
    expect(third.ok ? null : [third.refusal, third.details]).toEqual(refusal && [refusal, { left: 1 }])
    const drawn = takes(two, programme)
    expect(tryToBuyChance(drawn, programme)).toMatchObject(refusal ? { refusal, details: { left: 0 } } : { ok: true })
  })

  it.each([99, 101])('are refused for %i points, where the member was shown those and it takes 100', (shown) => {
    const programme = drawShop({ chances: [{ kind: 'points', points: 100, limit: { times: 1, per: 'day' } }] })
    const changed = { ok: false, refusal: 'chance_price_changed', details: { points: 100 } }
    // Also where the balance would not do for it: first what it takes now, then what is missing.
    for (const balance of [50, 300])
      expect(tryToBuyChance(memberWith(programme, balance), programme, firstDay, shown)).toEqual(changed)
  })

  it('are not sold where the draw sells none, nor on a day on which it is closed', () => {
    expect(tryToBuyChance(memberWith(drawShop(), 500), drawShop())).toMatchObject({ refusal: 'chance_not_for_points' })
    const sold = drawShop({ chances: [{ kind: 'points', points: 100, limit: { times: 1, per: 'day' } }] })
    expect(tryToBuyChance(memberWith(sold, 500), sold, '2026-02-01T04:00:00.000Z')).toMatchObject({
      refusal: 'draw_not_open',
    })
  })

  it('are what a friend, a campaign, a gift and a reward give, and nothing once the draw is over', () => {
    const programme = drawShop(
      { chances: [{ kind: 'referral', chances: 3 }] },
      { rewards: [{ ...tin, gives: { kind: 'chance', drawId: 'wheel', chances: 2 }, price: { points: 10 } }] },
    )
    const opened = (book: Book, at = firstDay) => openJournal(book.account, stampAt(at))
    const start = memberWith(programme, 100)
    const friend = allowed(
      start,
      allow(grantForReferral(opened(start), programme, { friendId: 'friend', round: 1, at: firstDay })),
    )
    expect(chancesOf(friend, programme)).toBe(3)
    const giving = {
      source: { by: 'rule' as const, why: 'campaign' as const, code: 'c' },
      at: firstDay,
      span: { from: firstDay, until: nextDay },
      takes: [],
    }
    const given = allowed(
      friend,
      allow(giveEffect(opened(friend), programme, { kind: 'chance', drawId: 'wheel', chances: 4 }, giving)),
    )
    expect(chancesOf(given, programme)).toBe(7)
    expect(chancesOf(swap(given, programme), programme)).toBe(9)
    const late = { drawId: 'wheel', chances: 1, why: 'campaign', at: '2026-02-01T04:00:00.000Z' }
    expect(grantByRule(opened(given), programme, late).entries).toEqual([])
    expect(grantByRule(opened(given), programme, { ...late, drawId: 'other', at: firstDay }).entries).toEqual([])
  })
})

describe('taking a chance', () => {
  it('uses what comes again before what was given, and of that what ends first', () => {
    const programme = drawShop({ chances: [wheel.chances[0]!, purchase] })
    const book = takes(buy(newMember(programme), programme, { fen: 5_000 }), programme)
    expect(chancesOf(book, programme)).toBe(2)
    expect(entriesOf(takes(book, programme), 'chance-take').map(({ grantNo }) => grantNo !== null)).toEqual([
      false,
      true,
    ])
  })

  it('is refused beyond the member’s own limit, whatever chances there are', () => {
    const programme = drawShop({ chances: [purchase], perMember: { times: 1, per: 'day' } })
    const book = buy(newMember(programme), programme, { fen: 5_000 })
    expect(chancesOf(book, programme)).toBe(1)
    const drawn = takes(book, programme)
    expect(tryToTake(drawn, programme)).toMatchObject({ refusal: 'draw_limit', details: { times: 1 } })
    expect(chancesOf(drawn, programme, nextDay)).toBe(1)
  })

  it('is refused before the first day and after the last, and on days on which the draw is closed', () => {
    const weekly = drawShop({ when: { kind: 'weekly', weekdays: [6] } })
    const book = newMember(weekly, 'a', '2025-12-01T04:00:00.000Z')
    expect(tryToTake(book, weekly, firstDay).ok).toBe(true)
    expect(tryToTake(book, weekly, nextDay)).toMatchObject({ refusal: 'draw_not_open' })
    for (const at of ['2025-12-31T15:59:59.999Z', '2026-01-31T16:00:00.000Z'])
      expect(tryToTake(book, drawShop(), at)).toMatchObject({ refusal: 'draw_not_open' })
  })

  it('is refused in a round that has ended, though the draw goes on', () => {
    const programme = drawShop({ when: { kind: 'always' } })
    const { account } = newMember(programme)
    const round = roundOn(drawIn(programme), '2026-01-31')!
    const taken = (at: string) =>
      takeChance(openJournal(account, stampAt(at)), programme, drawIn(programme), { round, saltHash, at })
    expect(taken(round.until)).toMatchObject({ refusal: 'draw_not_open' })
    expect(taken('2026-01-31T15:59:59.999Z').ok).toBe(true)
  })

  it('is refused with chances that have ended with their draw', () => {
    const programme = drawShop({ chances: [purchase] })
    const book = buy(newMember(programme), programme, { fen: 5_000 })
    expect(chancesOf(book, programme, '2026-01-31T16:00:00.000Z')).toBe(0)
  })

  it('never takes more than was given, and the entries fold to the account, whatever is done in whichever order', () => {
    const programme = drawShop({ chances: [wheel.chances[0]!, purchase], perMember: { times: 4, per: 'day' } })
    const step = fc.constantFrom('buy', 'take', 'refund')
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let book = newMember(programme)
        steps.forEach((one, n) => {
          if (one === 'buy') book = buy(book, programme, { id: `o${n}`, fen: 5_000 })
          const [order] = entriesOf(book, 'purchase').filter(
            ({ orderId }) => !entriesOf(book, 'refund').some((r) => r.orderId === orderId),
          )
          if (one === 'refund' && order) book = giveBack(book, programme, { of: order.orderId, fen: 5_000 })
          const ruling = tryToTake(book, programme)
          if (one === 'take' && ruling.ok) book = allowed(book, ruling)
        })
        const taken = entriesOf(book, 'chance-take')
        const withdrawn = entriesOf(book, 'chance-withdraw').reduce((total, one) => total + one.withdrawn, 0)
        const left = book.account.chances?.granted.reduce((total, one) => total + one.left, 0) ?? 0
        expect(taken.length).toBeLessThanOrEqual(4)
        expect(sum(book, 'chance-grant')).toBe(
          left + withdrawn + taken.filter(({ grantNo }) => grantNo !== null).length,
        )
        expect(taken.filter(({ grantNo }) => grantNo === null).length).toBeLessThanOrEqual(1)
        expect(book.account.chances?.granted.every((one) => one.left >= 0) ?? true).toBe(true)
        expect(fold(book.entries)).toEqual(book.account)
      }),
      { numRuns: 80 },
    )
  })
})

describe('the rounds of a draw', () => {
  const on = (when: (typeof wheel)['when'], day: string) => roundOn({ id: 'd', when }, day)

  it('are one between two days, and one a month for a draw without end', () => {
    expect(on(wheel.when, '2026-01-31')).toEqual({
      roundId: 'd.2026-01-01',
      from: '2025-12-31T16:00:00.000Z',
      until: '2026-01-31T16:00:00.000Z',
    })
    expect(on(wheel.when, '2026-02-01')).toBeNull()
    expect(on({ kind: 'always' }, '2026-02-28')).toEqual({
      roundId: 'd.2026-02',
      from: '2026-01-31T16:00:00.000Z',
      until: '2026-02-28T16:00:00.000Z',
    })
  })

  it('are one a year where a draw comes again each year, over New Year too', () => {
    const overNewYear = { kind: 'yearly' as const, from: '12-20', to: '01-05' }
    expect(on(overNewYear, '2026-12-25')?.roundId).toBe('d.2026-12-20')
    expect(on(overNewYear, '2027-01-05')).toMatchObject({ roundId: 'd.2026-12-20', until: '2027-01-05T16:00:00.000Z' })
    expect(on(overNewYear, '2027-01-06')).toBeNull()
  })

  it('are published a day before they open', () => {
    expect(roundAhead(drawIn(drawShop()), '2025-12-30T15:59:59.999Z')).toBeNull()
    expect(roundAhead(drawIn(drawShop()), '2025-12-30T16:00:00.000Z')?.roundId).toBe('wheel.2026-01-01')
  })
})
