import { balanceOf } from '../../shared/books/account'
import { fold } from '../../shared/books/evolve'
import { openJournal } from '../../shared/books/journal'
import { recordResult } from '../../shared/draws/give'
import { allow } from '../../shared/kit/ruling'
import { haveSent } from '../../shared/rewards/fulfil'
import { cancelExchange } from '../../shared/rewards/release'
import type { DrawTerms } from '../../shared/programme/parts/draws'
import { allowed, entriesOf, firstDay, newMember, stampAt, type Book } from '../support/builders'
import { templateOf } from '../support/coupons'
import { leaveUntil, tryToHandOut } from '../support/mall'
import { chancesOf, drawShop, rulesOn, takes, wheel } from '../support/draws'

type Prize = DrawTerms['prizes'][number]

/** Somebody who has drawn a prize of this kind. */
function winnerOf(gives: Prize['gives'], insteadOf: string | null = null, ways: ('store' | 'post')[] = ['store']) {
  const prizes = [
    { ...wheel.prizes[2]!, weight: 10 },
    { id: 'won', name: { zh: '奖', en: 'Prize' }, weight: 0, stock: 9, ways, gives },
  ]
  const programme = drawShop({ prizes }, { coupons: [templateOf('ten')] })
  const book = takes(newMember(programme), programme)
  const [open] = book.account.chances!.open
  const prize = rulesOn(programme).prizes[1]!
  const winning = {
    drawId: 'wheel',
    roundId: open!.roundId,
    takeNo: open!.no,
    number: 1,
    place: 1,
    chain: 'c',
    prize,
    insteadOf,
    at: firstDay,
  }
  const won = allowed(book, allow(recordResult(openJournal(book.account, stampAt(firstDay)), programme, winning)))
  return { won, programme }
}

const what = ({ account }: Book) =>
  (account.coupons ?? []).map(({ name, source }) => [name.en, source.by === 'rule' && source.why])

describe('a prize', () => {
  it('of points comes at once, and the result is written down once', () => {
    const { won } = winnerOf({ kind: 'points', points: 30 })
    expect(balanceOf(won.account)).toBe(30)
    expect(entriesOf(won, 'chance-draw')).toMatchObject([{ prizeId: 'won', won: true, place: 1, points: 0 }])
    expect(won.account.chances?.open).toEqual([])
  })

  it('of a coupon, money off or a discount is a coupon of the draw', () => {
    expect(what(winnerOf({ kind: 'coupon', couponId: 'ten', count: 2 }).won)).toEqual([
      ['ten', 'draw'],
      ['ten', 'draw'],
    ])
    expect(what(winnerOf({ kind: 'money-off', offFen: 500 }).won)).toEqual([['¥5 off', 'draw']])
    expect(what(winnerOf({ kind: 'percent-off', percent: 15 }).won)).toEqual([['15% off', 'draw']])
  })

  it('of a thing waits in the store, costs nothing, is handed out, and is not given up for points', () => {
    const { won, programme } = winnerOf({ kind: 'gift', name: { zh: '壶', en: 'a pot' } })
    const [waiting] = won.account.exchanges!
    expect(waiting).toMatchObject({
      name: { en: 'a pot' },
      burned: 0,
      way: 'store',
      storeId: null,
      prize: 'wheel.2026-01-01@1',
    })
    const asked = { exchangeNo: waiting!.no, at: firstDay }
    expect(cancelExchange(openJournal(won.account, stampAt(firstDay)), programme, asked)).toMatchObject({
      refusal: 'exchange_final',
    })
    expect(tryToHandOut(won).ok).toBe(true)
    expect(haveSent(openJournal(won.account, stampAt(firstDay)), asked)).toMatchObject({
      refusal: 'reward_way_not_offered',
    })
    const late = leaveUntil(won, waiting!.until!)
    expect([late.account.exchanges, balanceOf(late.account)]).toEqual([[], 0])
  })

  it('of a thing that the shop sends waits without an end once the winner wants it sent', () => {
    const { won } = winnerOf({ kind: 'gift', name: { zh: '壶', en: 'a pot' } }, null, ['store', 'post'])
    const [waiting] = won.account.exchanges!
    const opened = openJournal(won.account, stampAt(firstDay))
    const sent = allowed(won, haveSent(opened, { exchangeNo: waiting!.no, at: firstDay }))
    expect(sent.account.exchanges).toMatchObject([{ way: 'post', until: null, burned: 0 }])
    expect(leaveUntil(sent, waiting!.until!).account.exchanges).toHaveLength(1)
    expect(fold(sent.entries)).toEqual(sent.account)
  })

  it('of chances may be drawn with', () => {
    const { won, programme } = winnerOf({ kind: 'chance', drawId: 'wheel', chances: 2 })
    expect(chancesOf(won, programme)).toBe(2)
  })

  it('that is none gives nothing', () => {
    const { won } = winnerOf(null)
    expect(entriesOf(won, 'chance-draw')).toMatchObject([{ won: false }])
    expect([won.account.exchanges, won.account.coupons, balanceOf(won.account)]).toEqual([undefined, undefined, 0])
  })

  it('given instead of another names the one that was drawn', () => {
    expect(entriesOf(winnerOf(null, 'tin').won, 'chance-draw')).toMatchObject([{ insteadOf: 'tin' }])
  })
})
