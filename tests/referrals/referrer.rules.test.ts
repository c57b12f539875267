import fc from 'fast-check'
import { auditAccount } from '../../shared/books/audit'
import { dayOf } from '../../shared/kit/time'
import { limitWindow } from '../../shared/kit/window'
import { balanceIn, buy, correct, entriesOf, firstDay, giveBack, tierOf, type Book } from '../support/builders'
import { consenting, couponsOf, tickAt } from '../support/coupons'
import { wheel } from '../support/draws'
import { clock, counts, countsNoMore, day, friend, friendsShop, referrer } from './model-friends'

const programme = friendsShop()
const faults = (book: Book) => auditAccount(book.account, balanceIn(book), book.entries)
const gift = (en: string) => ({ kind: 'gift' as const, name: { zh: en, en } })
const names = (book: Book) => couponsOf(book).map(({ name }) => name.en)

describe('the member who brought a friend', () => {
  it('has the reward and one friend more, and neither once the order is refunded', () => {
    const one = counts(referrer(programme), programme, 'f1', day(1))
    expect([balanceIn(one), one.account.counters.referrals]).toEqual([200, 1])
    const none = countsNoMore(one, programme, 'f1', day(2))
    expect([balanceIn(none), none.account.counters.referrals]).toEqual([0, 0])
    expect(entriesOf(none, 'referral-undone')).toMatchObject([{ reverses: 'referral:f1:1', role: 'referrer' }])
  })

  it('gets as many rewards as the programme gives in a time; more friends count all the same', () => {
    const limited = friendsShop({ limits: [{ times: 2, per: 'month' }] })
    const three = ['f1', 'f2', 'f3'].reduce((book, id) => counts(book, limited, id, day(1)), referrer(limited))
    expect([balanceIn(three), three.account.counters.referrals]).toEqual([400, 3])
    expect(entriesOf(three, 'referral-reward').map(({ capped }) => capped)).toEqual([undefined, undefined, true])
    expect(balanceIn(counts(three, limited, 'f4', day(40)))).toBe(600)
  })

  it('has the chances of a draw that a friend brings, and unused they go with the friend', () => {
    const name = { zh: '抽奖', en: 'A draw' }
    const prize = (id: string) => ({ id, name, weight: 1, gives: null })
    const draw = {
      id: 'wheel',
      name,
      form: 'wheel' as const,
      when: { kind: 'always' as const },
      forVisitors: false,
      chances: [{ kind: 'referral' as const, chances: 2 }],
      outOf: 2,
      prizes: [prize('a'), prize('b')],
    }
    const drawing = friendsShop({}, { draws: [draw] })
    const left = (book: Book) => (book.account.chances?.granted ?? []).map((one) => one.left)
    const both = ['f1', 'f2'].reduce((book, id) => counts(book, drawing, id, day(1)), referrer(drawing))
    expect(left(both)).toEqual([2, 2])
    expect(left(countsNoMore(both, drawing, 'f1', day(2)))).toEqual([2])
    const limited = friendsShop({ limits: [{ times: 1, per: 'month' }] }, { draws: [draw] })
    expect(left(['f1', 'f2'].reduce((book, id) => counts(book, limited, id, day(1)), referrer(limited)))).toEqual([2])
  })

  it('loses unused the chances that were named among a reward or a step, and so does the friend', () => {
    const gives = [{ kind: 'chance' as const, drawId: 'wheel', chances: 3 }]
    const steps = [{ friends: 1, gives: [{ kind: 'chance' as const, drawId: 'wheel', chances: 5 }] }]
    const drawing = friendsShop({ referrer: gives, friend: gives, steps }, { draws: [wheel] })
    const left = (book: Book) => (book.account.chances?.granted ?? []).map((one) => one.left)
    const one = counts(referrer(drawing), drawing, 'f1', day(1))
    expect(left(one)).toEqual([3, 5])
    const none = countsNoMore(one, drawing, 'f1', day(2))
    expect([left(none), faults(none)]).toEqual([[], []])
    const two = counts(counts(one, drawing, 'f2', day(1)), drawing, 'f3', day(1))
    expect(left(countsNoMore(two, drawing, 'f2', day(2)))).toEqual([3, 5, 3])
    const rewarded = clock(buy(friend(drawing), drawing, { fen: 3_000, at: day(1) }), drawing, day(1))
    expect(left(rewarded)).toEqual([3])
    expect(left(giveBack(rewarded, drawing, { fen: 3_000, at: day(2) }))).toEqual([])
  })

  it('has the place back of a friend who counts no more', () => {
    const limited = friendsShop({ limits: [{ times: 1, per: 'month' }] })
    const back = countsNoMore(counts(referrer(limited), limited, 'f1', day(1)), limited, 'f1', day(2))
    expect(balanceIn(counts(back, limited, 'f2', day(3)))).toBe(200)
  })

  it('owes what of it was spent, or is forgiven it; a programme that blocks has nothing to block here', () => {
    const ends = (['debt', 'write-off', 'block'] as const).map((refundShortfall) => {
      const shop = friendsShop({}, { refundShortfall })
      const spent = correct(counts(referrer(shop), shop, 'f1', day(1)), shop, -150, day(1))
      return balanceIn(countsNoMore(spent, shop, 'f1', day(2)))
    })
    expect(ends).toEqual([-150, 0, -150])
  })

  it('reaches a tier by friends at once and leaves it when one of them counts no more', () => {
    const byFriends = friendsShop(
      {},
      {
        tiers: [
          tierOf({ id: 'regular' }),
          tierOf({
            id: 'prestige',
            qualification: { match: 'all', conditions: [{ kind: 'referrals', atLeast: 2 }] },
          }),
        ],
      },
    )
    const two = ['f1', 'f2'].reduce((book, id) => counts(book, byFriends, id, day(1)), referrer(byFriends))
    expect(two.account.tierId).toBe('prestige')
    expect(countsNoMore(two, byFriends, 'f1', day(2)).account.tierId).toBe('regular')
  })

  it('gives the gifts of that tier back with it, and owes what of their points was spent', () => {
    const holds = [gift('cup'), { kind: 'points' as const, points: 50 }]
    const welcome = { kind: 'gift' as const, name: { zh: '礼', en: 'A gift' }, when: 'on-reaching' as const, holds }
    const qualification = { match: 'all' as const, conditions: [{ kind: 'referrals' as const, atLeast: 2 }] }
    const tiers = [tierOf({ id: 'regular' }), tierOf({ id: 'prestige', qualification, benefits: [welcome] })]
    const ends = (['debt', 'write-off', 'block'] as const).map((refundShortfall) => {
      const shop = friendsShop({}, { tiers, refundShortfall })
      const two = ['f1', 'f2'].reduce((book, id) => counts(book, shop, id, day(1)), consenting(shop, { at: day(0) }))
      const welcomed = tickAt(two, shop, day(1))
      expect([names(welcomed), balanceIn(welcomed)]).toEqual([['cup'], 450])
      const left = countsNoMore(correct(welcomed, shop, -440, day(1)), shop, 'f1', day(2))
      expect([left.account.tierId, names(left), faults(left)]).toEqual(['regular', [], []])
      return balanceIn(left)
    })
    expect(ends).toEqual([-240, 0, -240])
  })
})

describe('so many friends', () => {
  const stepped = friendsShop({ steps: [{ friends: 2, gives: [gift('cup'), { kind: 'points', points: 500 }] }] })
  const two = ['f1', 'f2'].reduce((book, id) => counts(book, stepped, id, day(1)), referrer(stepped))

  it('bring something on top, once', () => {
    expect([balanceIn(two), names(two)]).toEqual([900, ['cup']])
    const three = counts(two, stepped, 'f3', day(2))
    expect([balanceIn(three), names(three)]).toEqual([1_100, ['cup']])
  })

  it('bring it no more when too few are left, and again when they are enough again', () => {
    const one = countsNoMore(two, stepped, 'f1', day(2))
    expect([balanceIn(one), names(one)]).toEqual([200, []])
    const again = counts(one, stepped, 'f3', day(3))
    expect([balanceIn(again), names(again)]).toEqual([900, ['cup']])
    expect(faults(again)).toEqual([])
  })
})

describe('in whatever order friends come and go', () => {
  const limited = friendsShop({
    limits: [
      { times: 2, per: 'month' },
      { times: 3, per: 'year' },
    ],
    steps: [{ friends: 2, gives: [{ kind: 'points', points: 50 }] }],
  })
  const act = fc.record({ friend: fc.nat(7), days: fc.nat(20) })

  it('no limit is exceeded, every friend has one reward at the most, and what goes was given', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 24 }), (acts) => {
        let [book, after] = [referrer(limited), 0]
        const rounds = new Map<string, number>()
        for (const { friend, days } of acts) {
          after += days
          const [id, at] = [`f${friend}`, day(after)]
          const round = rounds.get(id) ?? 0
          // A friend's odd turns make them count, the even ones end it.
          book =
            round % 2 === 0
              ? counts(book, limited, id, at, round / 2 + 1)
              : countsNoMore(book, limited, id, at, (round + 1) / 2)
          rounds.set(id, round + 1)
          const standing = standingRewards(book)
          for (const { times, per } of limited.referral!.limits!) {
            const inWindow = standing.filter((one) => limitWindow(per, dayOf(one.at)) === limitWindow(per, dayOf(at)))
            expect(inWindow.filter(({ capped }) => !capped).length).toBeLessThanOrEqual(times)
          }
          expect(new Set(standing.map(({ friendId }) => friendId)).size).toBe(standing.length)
          expect(book.account.counters.referrals).toBe(standing.length)
          expect(book.account.referralSteps ?? []).toHaveLength(standing.length >= 2 ? 1 : 0)
        }
        const standing = standingRewards(book).reduce((sum, { points }) => sum + points, 0)
        const steps = (book.account.referralSteps ?? []).reduce((sum, { points }) => sum + points, 0)
        expect(balanceIn(book)).toBe(standing + steps)
        expect(faults(book)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('a friend who counts and counts no more leaves everything as it was', () => {
    const state = fc.record({
      before: fc.nat(3),
      points: fc.integer({ min: -400, max: 900 }),
      policy: fc.constantFrom('debt' as const, 'block' as const),
    })
    fc.assert(
      fc.property(state, ({ before, points, policy }) => {
        const shop = friendsShop(limited.referral, { refundShortfall: policy })
        let book = referrer(shop)
        for (let n = 0; n < before; n += 1) book = counts(book, shop, `f${n}`, day(1))
        book = buy(book, shop, { fen: 40_000, at: firstDay })
        if (points !== 0) book = correct(book, shop, points, day(2))
        const there = counts(book, shop, 'other', day(3))
        const back = countsNoMore(there, shop, 'other', day(3))
        expect(comparable(back)).toEqual(comparable(book))
      }),
      { numRuns: 100 },
    )
  })
})

function standingRewards(book: Book) {
  const undone = entriesOf(book, 'referral-undone').map(({ reverses }) => reverses)
  return entriesOf(book, 'referral-reward').filter(({ _id }) => !undone.includes(_id))
}

/** All of an account but how many entries it took, and windows in which nothing was had. */
function comparable({ account }: Book) {
  const { seq: _, taken = {}, referralSteps = [], ...rest } = account
  const had = Object.entries(taken).filter(([, { times }]) => times > 0)
  return { ...rest, had, steps: referralSteps.map(({ friends, points }) => [friends, points]) }
}
