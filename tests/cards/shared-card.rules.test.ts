import fc from 'fast-check'
import { auditAccount } from '../../shared/books/audit'
import { balanceOf, pendingOf } from '../../shared/books/account'
import { fold } from '../../shared/books/evolve'
import { cardAccepted } from '../../shared/cards/accepted'
import { closeShared } from '../../shared/cards/close-shared'
import { settlement } from '../../shared/cards/leave-shared'
import { openShared } from '../../shared/cards/open-shared'
import { holderOf, mainCard, sharedCardKinds, sharedCardTerms } from '../../shared/cards/shared-cards'
import { openJournal } from '../../shared/books/journal'
import { addMilliseconds } from '../../shared/kit/time'
import { accountAt } from '../../shared/points/expiring'
import { pharmacy } from '../../shared/programme/presets/pharmacy'
import { balanceIn, firstDay, newMember, stampAt, type Book } from '../support/builders'
import {
  buyBy,
  cardId,
  checkedBy,
  familyOf,
  familyShop,
  join,
  leave,
  onMain,
  pointsOf,
  refundBy,
  tryToJoin,
  tryToLeave,
  type Family,
} from '../support/family'

const programme = familyShop()
const shareOf = ({ main }: Family, n: number) => holderOf(mainCard(main.account, cardId)!, `account-${n + 2}`)!.share
const lot = (points: number, expiresAt: string | null = null) => ({ expiresAt, points })
const code = (ruling: { ok: boolean; refusal?: string }) => (ruling.ok ? 'ok' : ruling.refusal)
const buys = (family: Family, order: Parameters<typeof buyBy>[2]) => onMain(family, buyBy(family, programme, order))

const command = fc.oneof(
  fc.record({
    kind: fc.constant('buy' as const),
    n: fc.integer({ min: -1, max: 1 }),
    fen: fc.nat(60_000),
    burn: fc.nat(300),
  }),
  fc.record({ kind: fc.constant('refund' as const), which: fc.nat(20), part: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('join' as const), n: fc.nat(1) }),
  fc.record({ kind: fc.constant('leave' as const), n: fc.nat(1) }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 250 }) }),
)
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never

/** Tries one command; what is refused changes nothing. Joining and leaving must neither make nor lose a point. */
function step(family: Family, one: Exclude<Command, { kind: 'wait' }>, index: number, at: string): Family {
  const held = (n: number) => n >= 0 && family.subs[n]!.account.sharedCards?.length
  if (one.kind === 'buy') {
    const by = held(one.n) ? { n: one.n } : {}
    const ruling = buyBy(family, programme, { ...by, id: `o${index}`, fen: one.fen, burn: one.burn, at })
    return ruling.ok ? onMain(family, ruling) : family
  }
  if (one.kind === 'refund') {
    const orders = family.main.entries.filter((entry) => entry.kind === 'purchase')
    const order = orders[one.which % Math.max(orders.length, 1)]
    if (!order) return family
    const fen = Math.ceil((order.amountFen * one.part) / 100)
    const ruling = refundBy(family, programme, { of: order.orderId, id: `r${index}`, fen, at })
    return ruling.ok ? onMain(family, ruling) : family
  }
  const before = pointsOf(family, at)
  const cardNo = `0${String(index).padStart(9, '3')}`
  if (one.kind === 'join' && held(one.n)) return family
  if (one.kind === 'leave' && !held(one.n)) return family
  const after = one.kind === 'join' ? join(family, programme, one.n, at, cardNo) : leave(family, one.n, at)
  expect(pointsOf(after, at)).toBe(before)
  return after
}

describe('a family over time', () => {
  it('neither makes nor loses a point by joining, leaving and settling, and every account is what its entries add up to', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25, size: 'max' }), (commands) => {
        let [family, now] = [familyOf(programme), firstDay]
        commands.forEach((one, index) => {
          now = addMilliseconds(now, one.kind === 'wait' ? one.days * 86_400_000 : 60_000)
          if (one.kind !== 'wait') family = step(family, one, index, now)
          for (const book of [family.main, ...family.subs] satisfies Book[]) {
            expect(fold(book.entries)).toEqual(book.account)
            expect(auditAccount(book.account, balanceIn(book), book.entries)).toEqual([])
          }
          for (const { share } of mainCard(family.main.account, cardId)?.holders ?? []) {
            expect(share.lots.every((one) => one.points > 0)).toBe(true)
            expect(share.over === 0 || share.lots.length === 0).toBe(true)
          }
        })
      }),
    )
  })
})

describe('whoever leaves', () => {
  it('takes along what their orders brought less what they burned, and nothing of what the others did', () => {
    let family = join(familyOf(programme), programme, 0)
    family = buys(family, { id: 'main', fen: 30_000 })
    family = buys(family, { n: 0, id: 'a', fen: 20_000 })
    family = buys(family, { n: 0, id: 'b', fen: 100, burn: 50 })
    expect(shareOf(family, 0)).toMatchObject({ earned: 201, burned: 50, over: 0 })
    const after = leave(family, 0)
    expect([after.moved, balanceIn(after.main), balanceIn(after.subs[0]!)]).toEqual([151, 300, 151])
  })

  it('takes nothing along who has burned more than they brought, and owes nothing for it', () => {
    let family = join(familyOf(programme), programme, 0)
    family = buys(family, { id: 'main', fen: 30_000 })
    family = buys(family, { n: 0, id: 'a', fen: 0, burn: 200 })
    family = buys(family, { n: 0, id: 'b', fen: 15_000 })
    expect(shareOf(family, 0)).toMatchObject({ earned: 150, burned: 200, over: 50 })
    const after = leave(family, 0)
    expect([after.moved, balanceIn(after.main), balanceIn(after.subs[0]!)]).toEqual([0, 250, 0])
  })

  it('takes no more along than the pool still has', () => {
    let family = join(familyOf(programme), programme, 0)
    family = buys(family, { n: 0, id: 'a', fen: 30_000 })
    family = buys(family, { id: 'main', fen: 0, burn: 250 })
    expect([leave(family, 0).moved, balanceIn(leave(family, 0).main)]).toEqual([50, 0])
  })

  it('gets nothing for an order that was refunded, and what is refunded after that is the main account’s', () => {
    let family = join(familyOf(programme), programme, 0)
    family = buys(family, { n: 0, id: 'a', fen: 10_000 })
    family = buys(family, { n: 0, id: 'b', fen: 20_000 })
    family = onMain(family, refundBy(family, programme, { of: 'a', id: 'r1', fen: 10_000 }))
    const after = leave(family, 0)
    expect(after.moved).toBe(200)
    const late = onMain(after, refundBy(after, programme, { of: 'b', id: 'r2', fen: 20_000 }))
    expect([late.main.account.debt, balanceIn(late.subs[0]!)]).toEqual([200, 200])
    const strict = familyShop({ refundShortfall: 'block' })
    expect(code(refundBy(after, strict, { of: 'b', id: 'r2', fen: 20_000 }))).toBe('refund_points_spent')
  })

  it('pays with it what they owe themselves', () => {
    let family = join(familyOf(programme), programme, 0)
    family = buys(family, { n: 0, id: 'a', fen: 10_000 })
    const [own] = family.subs
    const owing = { ...family, subs: [{ ...own!, account: { ...own!.account, debt: 30 } }] }
    const { account } = leave(owing, 0).subs[0]!
    expect([account.debt, account.lots.map(({ points }) => points)]).toEqual([0, [70]])
  })

  it('keeps the expiry of each lot, takes others only where theirs are gone, and none that is over', () => {
    const [may, june, july] = ['2026-05-31T16:00:00.000Z', '2026-06-30T16:00:00.000Z', '2026-07-31T16:00:00.000Z']
    const share = (...lots: ReturnType<typeof lot>[]) => ({ lots, over: 0, earned: 0, burned: 0 })
    const at = '2026-06-10T04:00:00.000Z'
    const settled = (of: ReturnType<typeof share>, ...lots: ReturnType<typeof lot>[]) =>
      settlement(of, { lots }, at).draws
    expect(settled(share(lot(50, june)), lot(80, june), lot(9))).toEqual([lot(50, june)])
    expect(settled(share(lot(50, july)), lot(30, june), lot(20, july))).toEqual([lot(30, june), lot(20, july)])
    expect(settled(share(lot(50, may)), lot(80, june))).toEqual([])
    expect(settled(share(lot(50, june)))).toEqual([])
  })

  describe('while points wait to become active', () => {
    const slow = familyShop({ earning: { pendingDays: 7 } })
    const on = (day: number) => addMilliseconds(firstDay, day * 86_400_000)
    const buysOn = (family: Family, order: Parameters<typeof buyBy>[2]) => onMain(family, buyBy(family, slow, order))
    const seen = ({ main, subs }: Family, at: string) =>
      [main, subs[0]!].map(({ account }) => [balanceOf(accountAt(account, at)), pendingOf(accountAt(account, at))])

    it('takes along what of theirs still waits, and nothing active of the others', () => {
      let family = buysOn(join(familyOf(slow), slow, 0), { id: 'a', fen: 30_000 })
      family = buysOn(family, { n: 0, id: 'b', fen: 10_000, at: on(2) })
      family = buysOn(family, { n: 0, id: 'c', fen: 5_000, at: on(8) })
      expect(seen(family, on(8))).toEqual([
        [300, 150],
        [0, 0],
      ])
      const after = leave(family, 0, on(8))
      expect(after.moved).toBe(150)
      expect(seen(after, on(8))).toEqual([
        [300, 0],
        [0, 150],
      ])
      expect(seen(after, on(9))[1]).toEqual([100, 50])
      expect(seen(after, on(15))).toEqual([
        [300, 0],
        [150, 0],
      ])
      for (const { account, entries } of [after.main, after.subs[0]!]) expect(fold(entries)).toEqual(account)
    })

    it('takes along no more than they have not burned, and nothing of a refunded order', () => {
      let family = buysOn(join(familyOf(slow), slow, 0), { id: 'a', fen: 30_000 })
      family = buysOn(family, { n: 0, id: 'b', fen: 10_000, at: on(8) })
      const burned = buysOn(family, { n: 0, id: 'c', fen: 0, burn: 40, at: on(8) })
      expect(seen(leave(burned, 0, on(8)), on(8))).toEqual([
        [260, 40],
        [0, 60],
      ])
      const refunded = onMain(family, refundBy(family, slow, { of: 'b', id: 'r', fen: 10_000, at: on(9) }))
      expect(leave(refunded, 0, on(9)).moved).toBe(0)
    })
  })
})

describe('a shared card', () => {
  it('is held by as many as the programme says, once each, and never by whoever opened it', () => {
    let family = join(familyOf(programme, 3), programme, 0)
    expect(code(tryToJoin(family, programme, 0, firstDay, '0444444444'))).toBe('card_kind_held')
    expect(code(tryToJoin({ ...family, subs: [family.main] }, programme, 0))).toBe('card_code_own')
    family = join(family, programme, 1)
    expect(code(tryToJoin(family, programme, 2))).toBe('card_full')
    expect(code(tryToLeave(family, 2))).toBe('card_not_held')
    const about = { cardId, at: firstDay }
    expect(code(closeShared(openJournal(family.main.account, stampAt(firstDay)), about))).toBe('card_has_holders')
    const alone = leave(leave(family, 0), 1)
    const closed = closeShared(openJournal(alone.main.account, stampAt(firstDay)), about)
    expect(closed.ok && closed.value.account.sharedCards).toEqual([])
    expect(
      code(
        tryToJoin(
          closed.ok ? { ...alone, main: { ...alone.main, account: closed.value.account } } : alone,
          programme,
          0,
        ),
      ),
    ).toBe('card_code_over')
  })

  it('of a family is taken only once staff have checked the relationship, and not after its holder has left', () => {
    const checked = familyShop()
    checked.cards!.family!.relationshipCheckedBy = 'staff'
    const waiting = join(familyOf(checked), checked, 0)
    const shown = ({ main, subs }: Family) =>
      code(cardAccepted({ holder: subs[0]!.account, main: main.account }, '0222222200'))
    const known = onMain(waiting, checkedBy(waiting, 0))
    expect([waiting, known, leave(known, 0)].map(shown)).toEqual(['card_unchecked', 'ok', 'card_left'])
    expect(onMain(known, checkedBy(known, 0))).toEqual(known)
    expect(code(checkedBy(known, 1))).toBe('card_not_held')
  })

  it('of a company is opened by a company', () => {
    const person = newMember(programme).account
    const company = { ...person, holder: { kind: 'organisation' as const, name: '云栖设计' } }
    const opening = {
      cardNo: '0555555555',
      kind: 'corporate' as const,
      mode: 'pooled' as const,
      title: null,
      at: firstDay,
    }
    const open = (account: typeof person) =>
      code(openShared(openJournal(account, stampAt(firstDay)), opening, programme))
    expect([open(person), open(company)]).toEqual(['organisation_needed', 'ok'])
  })
})

describe('P3.8 the pharmacy', () => {
  it('has a family card whose holder chooses and staff check, a couple’s that pools, and a company’s for several', () => {
    const terms = sharedCardKinds.map((kind) => sharedCardTerms(pharmacy, kind))
    expect(terms).toEqual([
      { holdersMax: 5, modes: ['pooled', 'separate'], checked: true },
      { holdersMax: 1, modes: ['pooled'], checked: false },
      { holdersMax: 20, modes: ['pooled'], checked: false },
    ])
  })

  it('lets any sub card of a pooled family earn on the main card and spend what is there', () => {
    let family = join(join(familyOf(programme), programme, 0), programme, 1)
    family = buys(family, { n: 0, id: 'a', fen: 20_000 })
    const spent = buyBy(family, programme, { n: 1, id: 'b', fen: 0, burn: 150 })
    expect(balanceIn(onMain(family, spent).main)).toBe(50)
    expect(onMain(family, spent).subs.map(balanceIn)).toEqual([0, 0])
    expect(code(buyBy(family, programme, { n: 1, id: 'b', fen: 0, burn: 201 }))).toBe('points_short')
  })
})
