import * as fc from 'fast-check'
import { auditAccount } from '../../shared/books/audit'
import { fold } from '../../shared/books/evolve'
import { lotsTotal } from '../../shared/books/lots'
import { balanceOf } from '../../shared/books/account'
import { tierPrices } from '../../shared/rewards/price'
import {
  allowed,
  balanceIn,
  buy,
  correct,
  entriesOf,
  giveBack,
  newMember,
  passTo,
  type Book,
} from '../support/builders'
import { consenting, templateOf } from '../support/coupons'
import { drawOf } from '../support/draws'
import {
  leaveUntil,
  mallOf,
  type Rewards,
  memberWith,
  swap,
  type tin,
  tryToGiveUp,
  tryToHandOut,
  tryToSend,
  tryToSwap,
  waitingNo,
} from '../support/mall'

const noon = (day: string) => `${day}T04:00:00.000Z`

describe('swapping points', () => {
  it('takes the points at once and holds them until the reward is handed out', () => {
    const programme = mallOf()
    const swapped = swap(memberWith(programme, 2_500), programme)
    expect(balanceIn(swapped)).toBe(1_500)
    expect(swapped.account.exchanges).toMatchObject([{ no: 4, rewardId: 'tin', burned: 1_000, way: 'store' }])
    const handed = allowed(swapped, tryToHandOut(swapped))
    expect(handed.account.exchanges).toEqual([])
    expect(balanceIn(handed)).toBe(1_500)
  })

  it('takes points that expire first before the others', () => {
    const programme = mallOf()
    const early = memberWith(programme, 600, noon('2026-01-10'))
    const both = buy(early, programme, { id: 'late', fen: 60_000, at: noon('2026-03-10') })
    const [made] = entriesOf(swap(both, programme, { at: noon('2026-03-11') }), 'exchange')
    const soonest = [...both.account.lots].sort((a, b) => (a.expiresAt! < b.expiresAt! ? -1 : 1))
    expect(made!.draws).toEqual([soonest[0], { ...soonest[1], points: 400 }])
  })

  it('refuses when points are short, by how many, and changes nothing', () => {
    const programme = mallOf()
    expect(tryToSwap(memberWith(programme, 480), programme)).toMatchObject({
      refusal: 'points_short',
      details: { short: 520 },
    })
  })

  it('refuses under a debt, though lots would suffice again', () => {
    const programme = mallOf()
    const spent = swap(memberWith(programme, 1_000), programme)
    const owing = giveBack(spent, programme, { of: 'points-2026-01-10T04:00:00.000Z', fen: 100_000 })
    expect(owing.account.debt).toBe(1_000)
    expect(tryToSwap(owing, programme)).toMatchObject({ refusal: 'points_short', details: { short: 2_000 } })
    const lots = [{ expiresAt: null, points: 1_000 }]
    const both = { ...owing, account: { ...owing.account, lots } }
    expect(tryToSwap(both, programme)).toMatchObject({ refusal: 'points_short', details: { short: 1_000 } })
  })

  it('refuses a price that is no longer the one that was shown', () => {
    const programme = mallOf([{ price: { points: 1_000, addFen: 990 } }])
    const shown = (points: number, addFen: number) =>
      tryToSwap(memberWith(programme, 2_000), programme, { shown: { points, addFen } })
    const changed = { refusal: 'reward_price_changed', details: { points: 1_000, addFen: 990 } }
    expect(shown(900, 990)).toMatchObject(changed)
    expect(shown(1_000, 0)).toMatchObject(changed)
    expect(shown(1_000, 990).ok).toBe(true)
  })

  it('takes several at once, each at the price', () => {
    const programme = mallOf()
    expect(balanceIn(swap(memberWith(programme, 3_500), programme, { count: 3 }))).toBe(500)
  })

  it('gives points at once where the reward is points', () => {
    const programme = mallOf([{ gives: { kind: 'points', points: 300 } }])
    const swapped = swap(memberWith(programme, 1_000), programme)
    expect(balanceIn(swapped)).toBe(300)
    expect(swapped.account.exchanges).toBeUndefined()
  })

  it('gives coupons at once, each under its template, and says what they cost', () => {
    const coupons = [
      {
        id: 'ten',
        name: { zh: '减 10', en: '¥10 off' },
        worth: { kind: 'amount' as const, offFen: 1_000 },
        valid: { kind: 'from-issue' as const, lasts: '30 days' },
        issuedBy: ['points' as const],
      },
    ]
    const programme = { ...mallOf([{ gives: { kind: 'coupon', couponId: 'ten' }, price: { points: 320 } }]), coupons }
    const swapped = swap(memberWith(programme, 1_000), programme)
    expect(balanceIn(swapped)).toBe(680)
    expect(swapped.account.coupons).toMatchObject([{ templateId: 'ten', source: { by: 'points', points: 320 } }])
    expect(swapped.account.exchanges).toBeUndefined()
  })

  it('takes no points for what could not be had now: a coupon that is over or asks for a birthday, chances in a draw that is over', () => {
    const dated = { kind: 'dates' as const, from: '2026-01-01', to: '2026-01-31' }
    const coupons = [
      templateOf('january', { valid: dated }),
      templateOf('birthday', { valid: { kind: 'birthday', span: 'month' } }),
    ]
    const draws = [drawOf({ when: dated })]
    const [june, january] = [noon('2026-06-10'), noon('2026-01-31')]
    const refused = (gives: Rewards[number]['gives'], at: string, birthday = '') => {
      const programme = mallOf([{ gives }], { coupons, draws })
      const rich = buy(consenting(programme, { birthday }), programme, { id: 'rich', fen: 200_000 })
      const ruling = tryToSwap(rich, programme, { at })
      return ruling.ok ? null : ruling.refusal
    }
    const coupon = (couponId: string) => ({ kind: 'coupon' as const, couponId })
    const chance = { kind: 'chance' as const, drawId: 'wheel', chances: 1 }
    expect([coupon('january'), chance].map((gives) => refused(gives, january))).toEqual([null, null])
    expect([coupon('january'), chance, coupon('birthday')].map((gives) => refused(gives, june))).toEqual(
      Array(3).fill('reward_not_offered'),
    )
    expect([refused(coupon('birthday'), june, '06-20'), refused(coupon('birthday'), june, '05-20')]).toEqual([
      null,
      'reward_not_offered',
    ])
  })

  it('offers no reward of a kind that nothing gives', () => {
    const programme = mallOf([{ gives: { kind: 'percent-off', percent: 10 } }])
    expect(tryToSwap(memberWith(programme, 2_000), programme)).toMatchObject({ refusal: 'reward_not_offered' })
  })

  it('lets no more than thirty wait for one member', () => {
    const programme = mallOf([{ price: { points: 1 } }])
    let book = memberWith(programme, 100)
    for (let n = 0; n < 30; n += 1) book = swap(book, programme)
    expect(tryToSwap(book, programme)).toMatchObject({ refusal: 'exchanges_too_many', details: { max: 30 } })
  })
})

describe('the price', () => {
  const tiers = [
    { points: 900, fromTier: 'silver' },
    { points: 800, fromTier: 'gold' },
  ]

  it.each([
    ['regular', 0, 1_000],
    ['silver', 50_000, 900],
    ['gold', 100_000, 800],
  ])('is the one of the tier: %s', (_, fen, points) => {
    const programme = mallOf([{ offers: tiers }])
    const member = buy(memberWith(programme, 3), programme, { id: 'up', fen })
    const rich = correct(member, programme, 5_000)
    expect(balanceIn(rich) - balanceIn(swap(rich, programme))).toBe(points)
  })

  it('is the best of all offers that apply, in a window too', () => {
    const window = { id: 'may', name: { zh: '五月', en: 'May' }, when: { kind: 'monthly' as const, days: [10] } }
    const offers = [...tiers, { points: 500, windowId: 'may' }]
    const programme = mallOf([{ offers }], { swapWindows: [window] })
    const rich = correct(memberWith(programme, 100), programme, 5_000)
    expect(entriesOf(swap(rich, programme, { at: noon('2026-05-10') }), 'exchange')[0]).toMatchObject({
      burned: 500,
      because: 'window',
    })
    expect(entriesOf(swap(rich, programme, { at: noon('2026-05-11') }), 'exchange')[0]).toMatchObject({
      burned: 1_000,
      because: 'list',
    })
  })

  it('weighs money beside points by what points are worth', () => {
    const offers = [{ points: 500, addFen: 600, fromTier: 'regular' }]
    expect(entriesOf(swapOf(offers), 'exchange')[0]).toMatchObject({ burned: 1_000, addFen: 0, because: 'list' })
    const cheaper = [{ points: 500, addFen: 400, fromTier: 'regular' }]
    expect(entriesOf(swapOf(cheaper), 'exchange')[0]).toMatchObject({ burned: 500, addFen: 400, because: 'tier' })
  })

  function swapOf(offers: NonNullable<(typeof tin)['offers']>): Book {
    const programme = mallOf([{ offers }])
    return swap(memberWith(programme, 2_000), programme)
  }

  it('is told for every tier, and for none where all pay the same', () => {
    const programme = mallOf([{ offers: tiers }, { id: 'flat' }])
    const [tiered, flat] = programme.rewards!
    expect(tierPrices(tiered!, programme)?.map(({ points }) => points)).toEqual([1_000, 900, 800])
    expect(tierPrices(flat!, programme)).toBeNull()
  })
})

describe('who may have it, and when', () => {
  it('is for the tiers that it names', () => {
    const programme = mallOf([{ fromTier: 'silver' }])
    const regular = correct(newMember(programme), programme, 2_000)
    expect(tryToSwap(regular, programme)).toMatchObject({ refusal: 'reward_not_your_tier' })
    expect(tryToSwap(buy(regular, programme, { fen: 50_000 }), programme).ok).toBe(true)
  })

  it('opens earlier for those whose benefit says so, while nobody else takes any', () => {
    const early = { kind: 'early-access' as const, code: 'teas', to: { zh: '茶', en: 'Teas' }, hours: 48 }
    const [regular, silver, gold] = mallOf().tiers
    const tiers = [regular!, { ...silver!, benefits: [early] }, gold!]
    const programme = mallOf([{ opensOn: '2026-04-01', earlyAccess: 'teas' }], { tiers })
    const plain = correct(newMember(programme), programme, 2_000)
    const [silverOne, goldOne] = [50_000, 100_000].map((fen) => buy(plain, programme, { fen }))
    const opens = { early: '2026-03-29T16:00:00.000Z', all: '2026-03-31T16:00:00.000Z' }
    const before = { early: '2026-03-29T15:59:59.999Z', all: '2026-03-31T15:59:59.999Z' }
    for (const book of [silverOne!, goldOne!]) {
      expect(tryToSwap(book, programme, { at: before.early })).toMatchObject({ refusal: 'reward_not_open' })
      expect(tryToSwap(book, programme, { at: opens.early }).ok).toBe(true)
    }
    expect(tryToSwap(plain, programme, { at: before.all })).toMatchObject({ refusal: 'reward_not_open' })
    expect(tryToSwap(plain, programme, { at: opens.all }).ok).toBe(true)
  })

  it('may be had so many times in a window, and again in the next', () => {
    const programme = mallOf([{ perMember: { times: 2, per: 'month' } }])
    const rich = correct(newMember(programme), programme, 9_000)
    const once = swap(rich, programme, { at: noon('2026-01-30') })
    expect(tryToSwap(once, programme, { at: noon('2026-01-31'), count: 2 })).toMatchObject({ refusal: 'reward_limit' })
    const twice = swap(once, programme, { at: noon('2026-01-31') })
    expect(tryToSwap(twice, programme, { at: noon('2026-01-31') })).toMatchObject({ refusal: 'reward_limit' })
    expect(tryToSwap(twice, programme, { at: noon('2026-02-01'), count: 2 }).ok).toBe(true)
    const pair = swap(rich, programme, { at: noon('2026-01-30'), count: 2 })
    expect(tryToSwap(pair, programme, { at: noon('2026-01-31') })).toMatchObject({ refusal: 'reward_limit' })
  })

  it('counts what was given up as not had, in the window that still runs', () => {
    const programme = mallOf([{ perMember: { times: 1, per: 'month' } }])
    const rich = correct(newMember(programme), programme, 9_000)
    const once = swap(rich, programme, { at: noon('2026-01-11') })
    const given = allowed(once, tryToGiveUp(once, programme, noon('2026-01-12')))
    expect(tryToSwap(given, programme, { at: noon('2026-01-13') }).ok).toBe(true)
  })

  it('goes by post only where it may and costs no money', () => {
    const inStore = mallOf()
    expect(tryToSwap(memberWith(inStore, 2_000), inStore, { way: 'post' })).toMatchObject({
      refusal: 'reward_way_not_offered',
    })
    const both = mallOf([{ ways: ['store', 'post'], offers: [{ points: 100, addFen: 100, fromTier: 'silver' }] }])
    const regular = memberWith(both, 400)
    expect(tryToSwap(correct(regular, both, 1_000), both, { way: 'post' }).ok).toBe(true)
    const silver = buy(correct(regular, both, 1_000), both, { id: 'up', fen: 50_000 })
    expect(tryToSwap(silver, both, { way: 'post' })).toMatchObject({ refusal: 'reward_way_not_offered' })
  })
})

describe('handing out and sending', () => {
  const programme = mallOf([{ price: { points: 500, addFen: 2_000 } }, { id: 'book', ways: ['store', 'post'] }])
  const rich = memberWith(programme, 5_000)

  it('asks for the money that is due with it', () => {
    const swapped = swap(rich, programme, { count: 2 })
    expect(tryToHandOut(swapped)).toMatchObject({ refusal: 'exchange_money_due', details: { due: '40' } })
    const handed = allowed(swapped, tryToHandOut(swapped, { paidFen: 4_000 }))
    expect(entriesOf(handed, 'exchange-fulfil')).toMatchObject([{ paidFen: 4_000, storeId: 'S1', by: 'store' }])
  })

  it('happens once', () => {
    const swapped = swap(rich, programme, { rewardId: 'book' })
    const exchangeNo = waitingNo(swapped)
    const handed = allowed(swapped, tryToHandOut(swapped))
    expect(tryToHandOut(handed, { exchangeNo })).toMatchObject({ refusal: 'exchange_over' })
    expect(tryToGiveUp(handed, programme, undefined, exchangeNo)).toMatchObject({ refusal: 'exchange_over' })
  })

  it('goes by the way that was chosen', () => {
    const [toSend, toFetch] = [swap(rich, programme, { rewardId: 'book', way: 'post' }), swap(rich, programme)]
    expect(tryToHandOut(toSend)).toMatchObject({ refusal: 'exchange_to_send' })
    expect(tryToSend(toFetch)).toMatchObject({ refusal: 'exchange_to_hand_out' })
    expect(allowed(toSend, tryToSend(toSend)).account.exchanges).toEqual([])
  })

  it('is over at the end of the last day, not before', () => {
    const swapped = swap(rich, programme, { rewardId: 'book' })
    expect(tryToHandOut(swapped, { at: '2026-02-09T15:59:59.999Z' }).ok).toBe(true)
    expect(tryToHandOut(swapped, { at: '2026-02-09T16:00:00.000Z' })).toMatchObject({ refusal: 'exchange_over' })
  })
})

describe('giving up', () => {
  it('brings the points back to the lots that they came from', () => {
    const programme = mallOf()
    const before = memberWith(programme, 2_500)
    const swapped = swap(before, programme)
    const given = allowed(swapped, tryToGiveUp(swapped, programme))
    expect(given.account.lots).toEqual(before.account.lots)
    expect(given.account.exchanges).toEqual([])
  })

  it('happens by itself once nobody has picked it up', () => {
    const programme = mallOf([{}], { exchanges: { pickUpDays: 7 } })
    const swapped = swap(memberWith(programme, 1_000), programme)
    expect(leaveUntil(swapped, '2026-01-17T15:59:59.999Z')).toEqual(swapped)
    const left = leaveUntil(swapped, '2026-01-17T16:00:00.000Z')
    expect(balanceIn(left)).toBe(1_000)
    expect(entriesOf(left, 'exchange-release')).toMatchObject([
      { reason: 'not-collected', at: '2026-01-17T16:00:00.000Z' },
    ])
    expect(leaveUntil(left, '2027-01-01T00:00:00.000Z')).toEqual(left)
  })

  it('never happens by itself to what is to be sent', () => {
    const programme = mallOf([{ ways: ['post'] }])
    const swapped = swap(memberWith(programme, 1_000), programme, { way: 'post' })
    expect(leaveUntil(swapped, noon('2030-01-01'))).toEqual(swapped)
  })

  it('brings nothing back of what has expired meanwhile', () => {
    const programme = mallOf()
    const old = memberWith(programme, 600, noon('2026-01-10'))
    const both = buy(old, programme, { id: 'late', fen: 60_000, at: noon('2026-03-10') })
    const swapped = swap(both, programme, { at: noon('2027-01-20') })
    const given = allowed(swapped, tryToGiveUp(swapped, programme, noon('2027-02-02')))
    // The order of the tenth of March stood at silver: 900 points, of which 400 had been held.
    expect(balanceIn(given)).toBe(900)
    expect(lotsTotal(given.account.lapsed)).toBe(600)
  })

  it('pays what is owed first', () => {
    const programme = mallOf()
    const swapped = swap(memberWith(programme, 1_000), programme)
    const owing = giveBack(swapped, programme, { of: 'points-2026-01-10T04:00:00.000Z', fen: 40_000 })
    const given = allowed(owing, tryToGiveUp(owing, programme))
    expect([given.account.debt, balanceIn(given)]).toEqual([0, 600])
  })

  it('is not done where the programme lets nobody', () => {
    const programme = mallOf([{}], { exchanges: { cancellable: false } })
    const swapped = swap(memberWith(programme, 1_000), programme)
    expect(tryToGiveUp(swapped, programme)).toMatchObject({ refusal: 'exchange_final' })
  })
})

describe('an order that gives a right to a better price', () => {
  const offers = [{ points: 200, fromTier: 'silver', purchaseFromFen: 48_000 }]
  const programme = mallOf([{ offers }], { exchanges: { rightDays: 10 } })
  const silver = correct(buy(newMember(programme), programme, { id: 'up', fen: 60_000 }), programme, 5_000)
  const ordered = buy(silver, programme, { id: 'large', fen: 48_000 })
  const costs = (book: Book, at?: string) => balanceIn(book) - balanceIn(swap(book, programme, at ? { at } : {}))

  it('gives it once', () => {
    expect(costs(ordered)).toBe(200)
    expect(costs(swap(ordered, programme))).toBe(1_000)
  })

  it('gives it to nobody below the tier before the order, or for a fen less', () => {
    expect(costs(silver)).toBe(1_000)
    expect(costs(buy(silver, programme, { id: 'less', fen: 47_999 }))).toBe(1_000)
  })

  it('makes only one of several cheaper, so that several cost what they cost', () => {
    expect(balanceIn(ordered) - balanceIn(swap(ordered, programme, { count: 2 }))).toBe(2_000)
  })

  it('lasts to the end of its last day', () => {
    expect(costs(ordered, '2026-01-20T15:59:59.999Z')).toBe(200)
    expect(costs(ordered, '2026-01-20T16:00:00.000Z')).toBe(1_000)
  })

  it('goes with a refund that leaves less than is asked, and stays with a smaller one', () => {
    const two = buy(silver, programme, { id: 'larger', fen: 50_000 })
    expect(costs(giveBack(two, programme, { of: 'larger', fen: 2_000 }))).toBe(200)
    expect(costs(giveBack(two, programme, { of: 'larger', fen: 2_001 }))).toBe(1_000)
    expect(costs(giveBack(ordered, programme, { of: 'large', fen: 48_000 }))).toBe(1_000)
  })

  it('is used up by what was swapped before the refund, and comes back with no giving up', () => {
    const swapped = swap(ordered, programme)
    const refunded = giveBack(swapped, programme, { of: 'large', fen: 48_000 })
    expect(refunded.account.exchanges).toMatchObject([{ burned: 200 }])
    const given = allowed(refunded, tryToGiveUp(refunded, programme))
    expect(costs(given)).toBe(1_000)
  })

  it('comes back with what is given up while it lasts', () => {
    const swapped = swap(ordered, programme)
    expect(costs(allowed(swapped, tryToGiveUp(swapped, programme)))).toBe(200)
    const late = allowed(swapped, tryToGiveUp(swapped, programme, noon('2026-01-25')))
    expect(costs(late, noon('2026-01-25'))).toBe(1_000)
    expect(late.account.rights ?? []).toEqual([])
  })
})

describe('the books', () => {
  const offers = [{ points: 200, purchaseFromFen: 10_000 }]
  const perMember = { times: 3, per: 'month' as const }
  const programme = mallOf([{ offers, perMember, ways: ['store', 'post'] }])
  const act = fc.oneof(
    fc.record({ kind: fc.constant('buy' as const), fen: fc.integer({ min: 0, max: 200_000 }) }),
    fc.record({ kind: fc.constant('swap' as const), count: fc.integer({ min: 1, max: 2 }), post: fc.boolean() }),
    fc.record({ kind: fc.constantFrom('give-up' as const, 'hand-out' as const, 'send' as const, 'refund' as const) }),
    fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 200 }) }),
  )

  it('add up after anything, and the balance is never below zero but by a debt', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        let book = newMember(programme)
        let at = '2026-01-10T04:00:00.000Z'
        acts.forEach((one, n) => {
          const from = book
          const add = (ruling: Parameters<typeof allowed>[1]) => (ruling.ok ? allowed(from, ruling) : from)
          if (one.kind === 'buy') book = buy(from, programme, { id: `o${n}`, fen: one.fen, at })
          if (one.kind === 'swap')
            book = add(tryToSwap(from, programme, { count: one.count, way: one.post ? 'post' : 'store', at }))
          if (one.kind === 'give-up') book = add(tryToGiveUp(from, programme, at))
          if (one.kind === 'hand-out') book = add(tryToHandOut(from, { at }))
          if (one.kind === 'send') book = add(tryToSend(from, at))
          if (one.kind === 'refund') {
            const last = entriesOf(from, 'purchase')
              .filter((o) => !entriesOf(from, 'refund').some((r) => r.orderId === o.orderId))
              .at(-1)
            if (last) book = giveBack(from, programme, { of: last.orderId, fen: last.amountFen, at })
          }
          if (one.kind === 'wait') {
            at = new Date(Date.parse(at) + one.days * 86_400_000).toISOString()
            book = leaveUntil(passTo(from, at), at)
          }
          expect(auditAccount(book.account, balanceOf(book.account), book.entries)).toEqual([])
          expect(fold(book.entries)).toEqual(book.account)
        })
        expect(balanceIn(book) >= 0 || book.account.debt > 0).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
