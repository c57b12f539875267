import fc from 'fast-check'
import { auditAccount } from '../../shared/books/audit'
import { openJournal } from '../../shared/books/journal'
import { addMilliseconds, startOfDay } from '../../shared/kit/time'
import { decideReferral, nextReferralAt } from '../../shared/referrals/friend'
import { friendState } from '../../shared/referrals/states'
import { purchase } from '../../shared/purchases/purchase'
import {
  allowed,
  balanceIn,
  buy,
  correct,
  entriesOf,
  giveBack,
  newMember,
  stampAt,
  tryToGiveBack,
  type Book,
} from '../support/builders'
import { clock, day, friend, friendsShop } from './model-friends'

const programme = friendsShop()
const stateOf = (book: Book) => book.account.referral?.state
const faults = (book: Book) => auditAccount(book.account, balanceIn(book), book.entries)
const joined = friend(programme)
const bought = buy(joined, programme, { fen: 3_000, at: day(1) })
const decided = (book: Book, allowed: boolean) =>
  decideReferral(openJournal(book.account, stampAt(day(3))), { allowed, reason: '同住一家', at: day(3) })

describe('the order that makes a referral count', () => {
  it('is one of at least the amount, and no smaller one', () => {
    expect(stateOf(buy(joined, programme, { fen: 2_999, at: day(1) }))).toBe('waiting')
    expect(bought.account.referral).toMatchObject({ state: 'qualified', round: 1, order: { fromFen: 3_000 } })
  })

  it('is made before the last of its days is over, and not before joining', () => {
    const last = addMilliseconds(startOfDay('2026-02-10'), -1)
    expect(joined.account.referral?.until).toBe(startOfDay('2026-02-10'))
    expect(stateOf(buy(joined, programme, { fen: 3_000, at: last }))).toBe('qualified')
    expect(stateOf(buy(joined, programme, { fen: 3_000, at: startOfDay('2026-02-10') }))).toBe('waiting')
    expect(stateOf(buy(joined, programme, { fen: 3_000, at: '2026-01-09T04:00:00.000Z', now: day(1) }))).toBe('waiting')
  })

  it('counts though the till tells it late, when the referral has lapsed meanwhile', () => {
    const over = clock(joined, programme, day(90))
    const told = buy(over, programme, { fen: 3_000, at: day(29), now: day(91) })
    expect([stateOf(told), told.account.referral?.round]).toEqual(['qualified', 1])
    const given = clock(told, programme, day(91))
    expect([stateOf(given), balanceIn(given), faults(given)]).toEqual(['rewarded', 30 + 100, []])
    expect(stateOf(buy(over, programme, { fen: 3_000, at: joined.account.referral!.until, now: day(91) }))).toBe(
      'lapsed',
    )
  })

  it('is the friend’s own: what a holder of their card buys makes nobody a buyer', () => {
    const by = { cardId: 'shared-1', holderId: 'account-9' }
    const order = { storeId: 'S1', orderId: 'a', amountFen: 9_000, burnPoints: 0, at: day(1), nonce: null, by }
    expect(stateOf(allowed(joined, purchase(openJournal(joined.account, stampAt(day(1))), order, programme)))).toBe(
      'waiting',
    )
  })

  it('counts once: a second order changes nothing', () => {
    const twice = buy(bought, programme, { id: 'b', fen: 9_000, at: day(2) })
    expect(entriesOf(twice, 'referral-qualify')).toHaveLength(1)
  })

  it('makes nothing of somebody who came by themselves', () => {
    const alone = buy(newMember(programme), programme, { fen: 9_000, at: day(1) })
    expect([alone.account.referral, entriesOf(alone, 'referral-qualify')]).toEqual([undefined, []])
    expect(clock(alone, programme, day(2))).toEqual(alone)
  })
})

describe('the friend’s reward', () => {
  it('comes with the clock, once however often it comes by', () => {
    expect(nextReferralAt(bought.account)).toBe(day(1))
    const given = clock(bought, programme, day(1))
    expect([stateOf(given), balanceIn(given)]).toEqual(['rewarded', 30 + 100])
    expect(nextReferralAt(given.account)).toBeNull()
    expect(clock(given, programme, day(2))).toEqual(given)
  })

  it('pays a debt first, and counts towards no tier', () => {
    const rich = correct(buy(joined, programme, { id: 'x', fen: 2_000, at: day(1) }), programme, -20)
    const owing = giveBack(rich, programme, { of: 'x', fen: 2_000, at: day(1) })
    expect(owing.account.debt).toBe(20)
    const given = clock(buy(owing, programme, { fen: 3_000, at: day(2) }), programme, day(2))
    expect([given.account.debt, balanceIn(given), given.account.totals.pointsEarned]).toEqual([0, 110, 30])
  })

  it('is given with its coupons and gifts, which go again unused when the order does', () => {
    const gifts = friendsShop({ friend: [{ kind: 'gift', name: { zh: '礼', en: 'a gift' } }] })
    const given = clock(buy(friend(gifts), gifts, { fen: 3_000, at: day(1) }), gifts, day(1))
    expect(given.account.coupons).toMatchObject([{ name: { en: 'a gift' }, source: { by: 'rule', why: 'referral' } }])
    const back = giveBack(given, gifts, { fen: 3_000, at: day(2) })
    expect(back.account.coupons).toEqual([])
    expect(entriesOf(back, 'coupon-withdraw')).toHaveLength(1)
  })

  it('waits for a manager where something is suspicious, and nothing is given', () => {
    const held = clock(bought, programme, day(1), ['device'])
    expect(held.account.referral).toMatchObject({ state: 'review', suspicions: ['device'], since: day(1) })
    expect([balanceIn(held), nextReferralAt(held.account)]).toEqual([30, null])
    expect(clock(held, programme, day(2), [])).toEqual(held)
  })

  it('comes once a manager has allowed it, and is not looked at again; declined it never comes', () => {
    const held = clock(bought, programme, day(1), ['device'])
    const fine = clock(allowed(held, decided(held, true)), programme, day(3), ['device'])
    expect([stateOf(fine), balanceIn(fine)]).toEqual(['rewarded', 130])
    const not = clock(allowed(held, decided(held, false)), programme, day(3))
    expect([stateOf(not), balanceIn(not)]).toEqual(['declined', 30])
    expect(stateOf(buy(not, programme, { id: 'b', fen: 9_000, at: day(4) }))).toBe('declined')
    expect(entriesOf(not, 'referral-decide')).toMatchObject([{ allowed: false, reason: '同住一家' }])
  })

  it('is decided only while it waits for that', () => {
    for (const book of [joined, bought, clock(bought, programme, day(1))])
      expect(decided(book, true)).toEqual({ ok: false, refusal: 'referral_not_in_review' })
  })

  it('lapses when its days are over, on their last', () => {
    const { until } = joined.account.referral!
    expect(nextReferralAt(joined.account)).toBe(until)
    expect(stateOf(clock(joined, programme, addMilliseconds(until, -1)))).toBe('waiting')
    const over = clock(joined, programme, day(90))
    expect([stateOf(over), entriesOf(over, 'referral-lapse')[0]?.at]).toEqual(['lapsed', until])
    expect(stateOf(buy(over, programme, { fen: 9_000, at: day(91) }))).toBe('lapsed')
  })
})

describe('joining alone', () => {
  it('is enough where the programme says so, and no order is asked for', () => {
    const eager = friendsShop({ completedBy: { act: 'joining', orderFromFen: 1, withinDays: 30 } })
    const came = friend(eager)
    expect(stateOf(came)).toBe('qualified')
    const given = clock(came, eager, day(0))
    expect([stateOf(given), balanceIn(given)]).toEqual(['rewarded', 100])
    expect(stateOf(giveBack(buy(given, eager, { fen: 5_000, at: day(1) }), eager, { fen: 5_000, at: day(2) }))).toBe(
      'rewarded',
    )
  })
})

describe('a refund of the order', () => {
  const given = clock(bought, programme, day(1))

  it('takes the reward back, whole or where too little is left of it, and leaves it where enough is', () => {
    expect(balanceIn(giveBack(given, programme, { fen: 3_000, at: day(2) }))).toBe(0)
    const part = giveBack(given, programme, { fen: 1, at: day(2) })
    expect([stateOf(part), balanceIn(part)]).toEqual(['waiting', 29])
    const large = clock(buy(joined, programme, { fen: 9_000, at: day(1) }), programme, day(1))
    const most = giveBack(large, programme, { fen: 6_000, at: day(2) })
    expect([stateOf(most), balanceIn(most)]).toEqual(['rewarded', 130])
    const more = giveBack(most, programme, { fen: 1, at: day(3) })
    expect([stateOf(more), balanceIn(more)]).toEqual(['waiting', 29])
  })

  it('of another order changes nothing about it', () => {
    const two = buy(given, programme, { id: 'b', fen: 9_000, at: day(2) })
    const back = giveBack(two, programme, { of: 'b', fen: 9_000, at: day(3) })
    expect(back.account.referral).toMatchObject({ state: 'rewarded', order: { orderId: 'a' } })
  })

  it('lets another order count while its days run, and no more after them', () => {
    const back = giveBack(given, programme, { fen: 3_000, at: day(2) })
    expect(friendState(back.account, day(2))).toEqual({ state: 'reversed', until: back.account.referral!.until })
    const again = clock(buy(back, programme, { id: 'b', fen: 3_000, at: day(3) }), programme, day(3))
    expect([stateOf(again), balanceIn(again), again.account.referral?.round]).toEqual(['rewarded', 130, 2])
    const late = clock(back, programme, day(60))
    expect(friendState(late.account, day(60))).toEqual({ state: 'reversed', until: null })
  })

  it('before any reward leaves nothing to look at', () => {
    const held = clock(bought, programme, day(1), ['burst'])
    for (const book of [bought, held]) {
      const back = giveBack(book, programme, { fen: 3_000, at: day(2) })
      expect([stateOf(back), entriesOf(back, 'referral-undone')[0]?.reverses]).toEqual(['waiting', null])
    }
  })

  it('leaves owing, forgives or refuses as the programme says where the reward was spent', () => {
    const spent = (policy: 'debt' | 'write-off' | 'block') => {
      const shop = friendsShop({}, { refundShortfall: policy })
      const rewarded = clock(buy(friend(shop), shop, { fen: 3_000, at: day(1) }), shop, day(1))
      return { shop, book: correct(rewarded, shop, -120, day(1)) }
    }
    const owing = spent('debt')
    expect(balanceIn(giveBack(owing.book, owing.shop, { fen: 3_000, at: day(2) }))).toBe(-120)
    const forgiven = spent('write-off')
    expect(balanceIn(giveBack(forgiven.book, forgiven.shop, { fen: 3_000, at: day(2) }))).toBe(0)
    const blocked = spent('block')
    expect(tryToGiveBack(blocked.book, blocked.shop, { fen: 3_000, at: day(2) })).toMatchObject({
      refusal: 'refund_points_spent',
    })
  })
})

describe('another order that stands when the first goes back', () => {
  const two = buy(clock(bought, programme, day(1)), programme, { id: 'b', fen: 4_000, at: day(2) })
  const back = giveBack(two, programme, { fen: 3_000, at: day(3) })

  it('makes the referral count on: nobody loses the reward, and nobody gets it twice', () => {
    expect(back.account.referral).toMatchObject({ state: 'rewarded', round: 1, since: day(1), order: { orderId: 'b' } })
    expect([balanceIn(back), clock(back, programme, day(4)), faults(back)]).toEqual([40 + 100, back, []])
  })

  it('makes it wait for a manager as before, for as long as it has waited', () => {
    const held = clock(bought, programme, day(1), ['ring'])
    const kept = giveBack(buy(held, programme, { id: 'b', fen: 4_000, at: day(2) }), programme, {
      fen: 3_000,
      at: day(3),
    })
    expect(kept.account.referral).toMatchObject({ state: 'review', since: day(1), suspicions: ['ring'] })
  })

  it('is taken the oldest first, and when all have gone back the reward goes', () => {
    const three = buy(two, programme, { id: 'c', fen: 3_000, at: day(2) })
    const early = buy(three, programme, { id: 'e', fen: 3_000, at: day(0), now: day(2) })
    let book = early
    const counts = ['a', 'e', 'b', 'c'].map((of) => {
      book = giveBack(book, programme, { of, fen: of === 'b' ? 4_000 : 3_000, at: day(4), id: `r-${of}` })
      return book.account.referral?.order?.orderId ?? stateOf(book)
    })
    expect([counts, balanceIn(book), faults(book)]).toEqual([['e', 'b', 'c', 'waiting'], 0, []])
  })

  it('stands for nothing once too little is left of it, nor when a holder of the card made it, or not in its days', () => {
    const part = giveBack(two, programme, { of: 'b', fen: 1_001, at: day(3), id: 'part' })
    expect(stateOf(giveBack(part, programme, { fen: 3_000, at: day(4) }))).toBe('waiting')
    const enough = giveBack(two, programme, { of: 'b', fen: 1_000, at: day(3), id: 'part' })
    expect(stateOf(giveBack(enough, programme, { fen: 3_000, at: day(4) }))).toBe('rewarded')
    const by = { cardId: 'shared-1', holderId: 'account-9' }
    const order = { storeId: 'S1', orderId: 'b', amountFen: 9_000, burnPoints: 0, at: day(2), nonce: null, by }
    const lent = allowed(bought, purchase(openJournal(bought.account, stampAt(day(2))), order, programme))
    const late = buy(bought, programme, { id: 'b', fen: 9_000, at: joined.account.referral!.until })
    const small = buy(bought, programme, { id: 'b', fen: 2_999, at: day(2) })
    const before = buy(bought, programme, { id: 'b', fen: 9_000, at: '2026-01-09T04:00:00.000Z', now: day(2) })
    for (const book of [lent, late, small, before])
      expect(stateOf(giveBack(book, programme, { fen: 3_000, at: day(40) }))).toBe('waiting')
  })

  it('is never the one that went back, also where the programme rewarded nobody for a while', () => {
    const lapsed = clock(bought, friendsShop({}, { referral: undefined }), day(1))
    expect(stateOf(lapsed)).toBe('lapsed')
    const again = clock(buy(lapsed, programme, { id: 'b', fen: 3_000, at: day(2) }), programme, day(2))
    expect([stateOf(again), again.account.referral?.order?.orderId]).toEqual(['rewarded', 'b'])
    const back = giveBack(again, programme, { of: 'b', fen: 3_000, at: day(3) })
    expect([stateOf(back), balanceIn(back), faults(back)]).toEqual(['waiting', 30, []])
  })

  it('is remembered as far as twenty of them', () => {
    const ids = Array.from({ length: 25 }, (_, n) => `m${n}`)
    const many = ids.reduce((book, id) => buy(book, programme, { id, fen: 3_000, at: day(2) }), bought)
    expect(many.account.referral?.standing).toHaveLength(20)
    expect(faults(many)).toEqual([])
  })
})

describe('whatever a friend does', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('buy' as const), fen: fc.integer({ min: 2_900, max: 3_200 }) }),
    fc.record({ do: fc.constant('return' as const), of: fc.nat(5), fen: fc.constantFrom(1, 200, 3_200) }),
    fc.record({ do: fc.constant('clock' as const), suspicious: fc.boolean() }),
    fc.record({ do: fc.constant('decide' as const), allowed: fc.boolean() }),
    fc.record({ do: fc.constant('spend' as const) }),
  )

  it('has the reward at most once at a time, exactly while an order stands, and whole books', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat(6)), { maxLength: 14 }), (steps) => {
        let [book, after] = [friend(programme), 0]
        const left = new Map<string, number>()
        for (const [one, days] of steps) {
          after += days
          const at = day(after)
          if (one.do === 'buy') {
            const id = `o${left.size}`
            book = buy(book, programme, { id, fen: one.fen, at })
            // What comes after its days counts for nothing.
            left.set(id, at < book.account.referral!.until ? one.fen : 0)
          } else if (one.do === 'return') {
            const of = `o${one.of}`
            const fen = Math.min(one.fen, left.get(of) ?? 0)
            if (fen === 0) continue
            book = giveBack(book, programme, { of, fen, at, id: `r${book.entries.length}` })
            left.set(of, (left.get(of) ?? 0) - fen)
          } else if (one.do === 'clock') book = clock(book, programme, at, one.suspicious ? ['network'] : [])
          else if (one.do === 'spend') book = correct(book, programme, balanceIn(book) > 0 ? -1 : 1, at)
          else {
            const ruling = decided(book, one.allowed)
            if (ruling.ok) book = allowed(book, ruling)
          }
          const rewards = entriesOf(book, 'referral-reward').length
          const undone = entriesOf(book, 'referral-undone').filter(({ reverses }) => reverses !== null).length
          expect(rewards - undone).toBe(stateOf(book) === 'rewarded' ? 1 : 0)
          const stands = [...left.values()].some((fen) => fen >= 3_000)
          const counts = stateOf(book) !== 'waiting' && stateOf(book) !== 'lapsed'
          if (stateOf(book) !== 'declined') expect(counts).toBe(stands)
        }
        expect(faults(book)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
