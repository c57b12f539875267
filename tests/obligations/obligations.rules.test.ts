import * as fc from 'fast-check'
import { openJournal } from '../../shared/books/journal'
import { tickEntitlement, untickEntitlement } from '../../shared/benefits/entitlements'
import { addMilliseconds, startOfDay } from '../../shared/kit/time'
import type { Duty } from '../../shared/obligations/duty'
import { dutyOf, sendWithinMs } from '../../shared/obligations/duty-of'
import { keepByNote } from '../../shared/obligations/keep'
import type { Obligation } from '../../shared/obligations/obligation'
import { dutiesByCalendar, nextPromiseAt, promisesAt } from '../../shared/obligations/promises'
import { afterReview, withDuty } from '../../shared/obligations/with-duty'
import { settleCoupons } from '../../shared/coupons/settle'
import { presets } from '../../shared/programme/presets/presets'
import type { Programme } from '../../shared/programme/schema'
import { allowed, buy, firstDay, giveBack, programmeOf, spendOf, stampAt, tierOf, type Book } from '../support/builders'
import { consenting, couponsOf, noon, tickAt } from '../support/coupons'
import { leaveUntil, mallOf, memberWith, swap, tryToGiveUp, tryToHandOut, tryToSend } from '../support/mall'

type Promises = Map<string, Obligation>

/** What became of every promise that a book's entries tell of, told from the first entry on. */
function promisesOf(book: Book, before: Promises = new Map()): Promises {
  return toldBy(
    book,
    book.entries.flatMap((entry) => dutyOf(entry) ?? []),
    before,
  )
}

function toldBy({ account }: Book, duties: readonly Duty[], before: Promises = new Map()): Promises {
  const after = new Map(before)
  for (const duty of duties) {
    const next = withDuty(after.get(duty.what) ?? null, duty, account)
    if (next) after.set(duty.what, next)
  }
  return after
}

function byCalendar(book: Book, programme: Programme, now: string, before: Promises = new Map()): Promises {
  const promises = promisesAt(book.account, programme, now)
  const known = [...before.values()].filter(({ state }) => state === 'open').map(({ what }) => what)
  return toldBy(book, dutiesByCalendar(known, promises, now), before)
}

const only = (promises: Promises) => {
  expect(promises.size).toBe(1)
  return [...promises.values()][0]!
}

describe('a reward that points were swapped for', () => {
  const programme = mallOf([{ ways: ['store', 'post'] }])
  const swapped = swap(memberWith(programme, 2_500), programme)

  it('is owed by the store until it is handed out, which its entry proves', () => {
    const { _id, ...owed } = only(promisesOf(swapped))
    expect(_id).toBe('obligation:account-1:exchange-4')
    expect(owed).toMatchObject({ kind: 'hand-out', state: 'open', storeId: 'S1', owner: 'till', promisedAt: firstDay })
    expect(owed.dueAt).toBe(swapped.account.exchanges?.[0]?.until)
    const handed = allowed(swapped, tryToHandOut(swapped))
    expect(only(promisesOf(handed))).toMatchObject({
      state: 'kept',
      late: false,
      proofs: [{ id: handed.entries.at(-1)!._id, staffId: null }],
    })
  })

  it('is dropped with the reason when the member gives it up or never comes', () => {
    const given = allowed(swapped, tryToGiveUp(swapped, programme))
    expect(only(promisesOf(given))).toMatchObject({ state: 'dropped', reason: 'cancelled', closedAt: firstDay })
    const { until } = swapped.account.exchanges![0]!
    const left = leaveUntil(swapped, until!)
    expect(only(promisesOf(left))).toMatchObject({ state: 'dropped', reason: 'not-claimed' })
  })

  it('that is to be sent is late after three days, and then kept late', () => {
    const posted = swap(memberWith(programme, 2_500), programme, { way: 'post', storeId: null })
    const owed = only(promisesOf(posted))
    const dueAt = addMilliseconds(firstDay, sendWithinMs)
    expect(owed).toMatchObject({ kind: 'send', owner: 'parcels', dueAt, reviewAt: dueAt, standing: 'send open' })
    expect(afterReview(owed, addMilliseconds(dueAt, -1))).toBe(owed)
    const late = afterReview(owed, dueAt)
    expect(late).toMatchObject({ state: 'late', late: true, reviewAt: null, closedAt: null })
    const sent = allowed(posted, tryToSend(posted, addMilliseconds(dueAt, 1_000)))
    const kept = promisesOf(sent, new Map([[late.what, { ...late }]]))
    expect(only(kept)).toMatchObject({ state: 'kept', late: true, standing: 'send kept-late' })
  })

  it('had at once is never owed', () => {
    const atOnce = mallOf([{ gives: { kind: 'points', points: 5 } }])
    expect(promisesOf(swap(memberWith(atOnce, 2_500), atOnce)).size).toBe(0)
  })
})

const gift = { kind: 'gift', name: { zh: '茶罐', en: 'A tea tin' }, when: 'on-reaching' } as const
const withGift = programmeOf({
  tiers: [
    tierOf({ id: 'regular' }),
    tierOf({ id: 'silver', qualification: spendOf(50_000), benefits: [gift] }),
    tierOf({ id: 'gold', qualification: spendOf(100_000) }),
  ],
})

describe('a gift of a tier', () => {
  const reached = tickAt(buy(consenting(withGift), withGift, { fen: 60_000 }), withGift, firstDay)

  it('is owed until its time is over, and promised once however often the clock comes', () => {
    const [coupon] = couponsOf(reached)
    expect(only(promisesOf(reached))).toMatchObject({
      kind: 'gift',
      name: gift.name,
      state: 'open',
      dueAt: coupon!.until,
    })
    expect(promisesOf(tickAt(reached, withGift, noon('2026-02-01'))).size).toBe(1)
  })

  it('is dropped as taken back when the order that led to it is refunded', () => {
    const back = tickAt(giveBack(reached, withGift, { fen: 60_000 }), withGift, firstDay)
    expect(only(promisesOf(back))).toMatchObject({ state: 'dropped', reason: 'taken-back' })
  })

  it('that nobody asked for lapses as not claimed, not as broken', () => {
    const [coupon] = couponsOf(reached)
    const lapsed = allowed(reached, {
      ok: true,
      value: settleCoupons(openJournal(reached.account, stampAt(coupon!.until)), coupon!.until),
    })
    expect(only(promisesOf(lapsed))).toMatchObject({ state: 'dropped', reason: 'not-claimed', late: false })
  })
})

const test = { kind: 'entitlement', code: 'test', name: { zh: '检测', en: 'Test' }, count: 1, per: 'month' } as const
const shopWith = (count: number) =>
  programmeOf({
    tiers: [
      tierOf({ id: 'regular', benefits: [{ ...test, count }] }),
      tierOf({
        id: 'silver',
        qualification: spendOf(50_000),
        benefits: [{ ...test, code: 'deluxe', replaces: ['test'] }],
      }),
    ],
  })
const ticks = (book: Book, programme: Programme, at: string, id: string) =>
  allowed(
    book,
    tickEntitlement(openJournal(book.account, { ...stampAt(at), actor: 'staff-1' }), programme, {
      code: 'test',
      storeId: 'S2',
      at,
      id,
    }),
  )

describe('what may be had each month (P3.6)', () => {
  const programme = shopWith(1)
  const endOfJanuary = startOfDay('2026-02-01')

  it('is promised for the month that runs, once, and the clock comes again on the first', () => {
    const book = consenting(programme)
    const promised = byCalendar(book, programme, firstDay)
    expect(only(promised)).toMatchObject({ what: 'entitlement-test@2026-01', state: 'open', dueAt: endOfJanuary })
    expect(byCalendar(book, programme, noon('2026-01-20'), promised)).toEqual(promised)
    expect(nextPromiseAt(book.account, programme, firstDay)).toBe(endOfJanuary)
    expect([...byCalendar(book, programme, endOfJanuary, promised).keys()]).toEqual([
      'entitlement-test@2026-01',
      'entitlement-test@2026-02',
    ])
  })

  it('is kept by the tick of whoever did it, there where it was done, and owed again when that is taken back', () => {
    const at = noon('2026-01-12')
    const book = ticks(consenting(programme), programme, at, 'tick:1')
    const kept = promisesOf(book, byCalendar(book, programme, firstDay))
    expect(only(kept)).toMatchObject({ state: 'kept', storeId: 'S2', staffId: 'staff-1', proofs: [{ id: 'tick:1' }] })
    const undo = { staffId: 'staff-1', undone: false, at }
    const undone = allowed(
      book,
      untickEntitlement(openJournal(book.account, { ...stampAt(at), actor: 'staff-1' }), book.entries.at(-1)!, undo),
    )
    const again = promisesOf(undone, byCalendar(undone, programme, firstDay))
    expect(only(again)).toMatchObject({ state: 'open', proofs: [], staffId: null, reviewAt: endOfJanuary })
  })

  it('ends as not used when nobody asked for it, and as kept when it was had at all', () => {
    const twice = shopWith(2)
    const book = consenting(twice)
    const unused = only(byCalendar(book, twice, firstDay))
    expect(afterReview(unused, endOfJanuary)).toMatchObject({ state: 'dropped', reason: 'not-used', late: false })
    const once = promisesOf(ticks(book, twice, noon('2026-01-12'), 'tick:1'), byCalendar(book, twice, firstDay))
    expect(only(once)).toMatchObject({ state: 'open', times: 2 })
    expect(afterReview(only(once), endOfJanuary)).toMatchObject({ state: 'kept', reason: null })
  })

  it('that a tick at the last minute proves is kept, though the month was closed before it was told', () => {
    const at = addMilliseconds(endOfJanuary, -1_000)
    const book = ticks(consenting(programme), programme, at, 'tick:1')
    const closed = afterReview(only(byCalendar(book, programme, firstDay)), endOfJanuary)
    expect(only(promisesOf(book, new Map([[closed.what, closed]])))).toMatchObject({ state: 'kept', reason: null })
  })

  it('gives way to what a higher tier lets them have, and comes back with the tier', () => {
    const book = consenting(programme)
    const up = buy(book, programme, { fen: 60_000 })
    const raised = byCalendar(up, programme, noon('2026-01-12'), byCalendar(book, programme, firstDay))
    expect([...raised.values()].map(({ what, state, reason }) => [what, state, reason])).toEqual([
      ['entitlement-test@2026-01', 'dropped', 'replaced'],
      ['entitlement-deluxe@2026-01', 'open', null],
    ])
    const down = giveBack(up, programme, { fen: 60_000 })
    const lowered = byCalendar(down, programme, noon('2026-01-13'), raised)
    expect([...lowered.values()].map(({ what, state }) => [what, state])).toEqual([
      ['entitlement-test@2026-01', 'open'],
      ['entitlement-deluxe@2026-01', 'dropped'],
    ])
  })

  it('is promised to nobody who has not agreed to the terms', () => {
    expect(promisesAt({ ...consenting(programme).account, consent: null }, programme, firstDay)).toEqual([])
  })
})

describe('a birthday that a butler prepares (P13.2)', () => {
  const programme: Programme = { ...programmeOf(), service: presets['club-butler']!.service! }
  const book = consenting(programme, { birthday: '02-29' })

  it('is owed from fourteen days before, until the day itself', () => {
    expect(nextPromiseAt(book.account, programme, firstDay)).toBe(startOfDay('2026-02-14'))
    expect(promisesAt(book.account, programme, noon('2026-02-13'))).toEqual([])
    const owed = only(byCalendar(book, programme, startOfDay('2026-02-14')))
    expect(owed).toMatchObject({ what: 'birthday@2026-02-28', owner: 'butler', dueAt: startOfDay('2026-02-28') })
    expect(promisesAt(book.account, programme, startOfDay('2026-02-28'))).toEqual([])
  })

  it('is kept by a note, once, and is late when nobody wrote one in time', () => {
    const owed = only(byCalendar(book, programme, startOfDay('2026-02-14')))
    const proof = { id: 'note:1', at: noon('2026-02-20'), staffId: 'staff-1', note: '订好了蛋糕' }
    const kept = keepByNote(owed, proof)
    if (!kept.ok) throw new Error(kept.refusal)
    expect(kept.value).toMatchObject({ state: 'kept', staffId: 'staff-1', proofs: [proof], reviewAt: null })
    expect(keepByNote(kept.value, proof)).toEqual({ ok: true, value: kept.value })
    expect(keepByNote(kept.value, { ...proof, id: 'note:2' })).toMatchObject({ refusal: 'obligation_over' })
    const late = afterReview(owed, startOfDay('2026-02-28'))
    expect(late).toMatchObject({ state: 'late' })
    expect(keepByNote(late, { ...proof, at: noon('2026-03-01') })).toMatchObject({
      value: { state: 'kept', standing: 'birthday kept-late' },
    })
  })

  it('moves with a birthday that was told anew', () => {
    const before = byCalendar(book, programme, startOfDay('2026-02-14'))
    const other = { ...book, account: { ...book.account, birthday: '02-20' } }
    const after = [...byCalendar(other, programme, noon('2026-02-15'), before).values()]
    expect(after.map(({ what, state }) => [what, state])).toEqual([
      ['birthday@2026-02-28', 'dropped'],
      ['birthday@2026-02-20', 'open'],
    ])
    // Nobody keeps a promise that holds no more.
    const proof = { id: 'note:1', at: noon('2026-02-16'), staffId: 'staff-1', note: '订好了蛋糕' }
    expect(keepByNote(after[0]!, proof)).toMatchObject({ refusal: 'obligation_over' })
  })
})

describe('what only an entry proves', () => {
  it('is not kept by a note', () => {
    const programme = mallOf()
    const owed = only(promisesOf(swap(memberWith(programme, 2_500), programme)))
    const proof = { id: 'note:1', at: firstDay, staffId: 'staff-1', note: '给了' }
    expect(keepByNote(owed, proof)).toMatchObject({ ok: false, refusal: 'obligation_proved_by_entry' })
  })
})

describe('told again, in part or whole', () => {
  it('changes nothing: what was written down stays as it was', () => {
    const programme = shopWith(3)
    const act = fc.constantFrom('tick', 'untick')
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.nat(20), fc.nat(20), (acts, from, count) => {
        let book = consenting(programme)
        acts.forEach((one, n) => {
          const at = addMilliseconds(firstDay, (n + 1) * 1_000)
          const last = book.entries.at(-1)!
          if (one === 'tick') {
            const journal = openJournal(book.account, { ...stampAt(at), actor: 'staff-1' })
            const ruling = tickEntitlement(journal, programme, { code: 'test', storeId: 'S1', at, id: `tick:${n}` })
            if (ruling.ok) book = allowed(book, ruling)
          } else if (last.kind === 'entitlement') {
            const undo = { staffId: 'staff-1', undone: false, at }
            const journal = openJournal(book.account, { ...stampAt(at), actor: 'staff-1' })
            book = allowed(book, untickEntitlement(journal, last, undo))
          }
        })
        const once = promisesOf(book, byCalendar(book, programme, firstDay))
        const part = { ...book, entries: book.entries.slice(from, from + count) }
        expect(promisesOf(part, once)).toEqual(once)
        const { proofs, state } = only(once)
        const used = Object.values(book.account.taken ?? {})
        expect(proofs).toHaveLength(used.reduce((sum, { times }) => sum + times, 0))
        expect(state).toBe(proofs.length === 3 ? 'kept' : 'open')
      }),
    )
  })
})
