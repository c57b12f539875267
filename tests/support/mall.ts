import { openJournal } from '../../shared/books/journal'
import type { Programme } from '../../shared/programme/schema'
import { handOut, send } from '../../shared/rewards/fulfil'
import { priceFor } from '../../shared/rewards/price'
import { redeem, type Redeeming } from '../../shared/rewards/redeem'
import { cancelExchange, releaseOverdue } from '../../shared/rewards/release'
import { allowed, buy, firstDay, newMember, programmeOf, stampAt, type Book } from './builders'

export type Rewards = NonNullable<Programme['rewards']>

/** A tin of tea at 1,000 points, of which ten are in stock. */
export const tin: Rewards[number] = {
  id: 'tin',
  name: { zh: '罐装茶', en: 'A tin of tea' },
  gives: { kind: 'gift', name: { zh: '罐装茶', en: 'a tin of tea' } },
  price: { points: 1_000 },
  stock: 10,
}

/** A shop that offers these rewards, each a tin but for what is said of it. */
export function mallOf(changes: Partial<Rewards[number]>[] = [{}], more: Partial<Programme> = {}): Programme {
  return programmeOf({ rewards: changes.map((change) => ({ ...tin, ...change })), ...more })
}

/** Somebody with so many points, of one day. */
export function memberWith(programme: Programme, points: number, at = firstDay): Book {
  return buy(newMember(programme, 'account-1', at), programme, { id: `points-${at}`, fen: points * 100, at })
}

/** A swap at the price that applies, unless it says another. */
export function tryToSwap(book: Book, programme: Programme, asked: Partial<Redeeming> = {}) {
  const { rewardId = 'tin', count = 1, way = 'store', storeId = 'S1', at = firstDay } = asked
  const reward = programme.rewards?.find(({ id }) => id === rewardId) ?? tin
  const { points, addFen } = priceFor(reward, { programme, account: book.account, at, count })
  const shown = asked.shown ?? { points: points * count, addFen: addFen * count }
  return redeem(openJournal(book.account, stampAt(at)), programme, { rewardId, count, way, storeId, shown, at })
}

export function swap(book: Book, programme: Programme, asked: Partial<Redeeming> = {}): Book {
  return allowed(book, tryToSwap(book, programme, asked))
}

/** The number of the newest thing that waits. */
export function waitingNo({ account }: Book): number {
  return account.exchanges?.at(-1)?.no ?? 0
}

export function tryToGiveUp(book: Book, programme: Programme, at = firstDay, exchangeNo = waitingNo(book)) {
  return cancelExchange(openJournal(book.account, stampAt(at)), programme, { exchangeNo, at })
}

export function tryToHandOut(book: Book, { at = firstDay, paidFen = 0, exchangeNo = waitingNo(book) } = {}) {
  return handOut(openJournal(book.account, stampAt(at)), { exchangeNo, storeId: 'S1', paidFen, at })
}

export function tryToSend(book: Book, at = firstDay) {
  const parcel = { carrier: '顺丰', trackingNo: 'SF1234567890' }
  return send(openJournal(book.account, stampAt(at)), { exchangeNo: waitingNo(book), ...parcel, at })
}

/** What the clock writes down at an instant. */
export function leaveUntil(book: Book, now: string): Book {
  return allowed(book, { ok: true, value: releaseOverdue(openJournal(book.account, stampAt(now)), now) })
}
