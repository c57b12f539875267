import { openJournal, type Journal } from '../../shared/books/journal'
import { balanceOf } from '../../shared/books/account'
import { joinShared } from '../../shared/cards/join-shared'
import { leaveShared } from '../../shared/cards/leave-shared'
import { openShared, sharedCardId } from '../../shared/cards/open-shared'
import { checkRelationship } from '../../shared/cards/check-relationship'
import { accountAt } from '../../shared/points/expiring'
import type { Programme } from '../../shared/programme/schema'
import { purchase } from '../../shared/purchases/purchase'
import { refund } from '../../shared/purchases/refund'
import { allowed, firstDay, newMember, orderOf, programmeOf, stampAt, type Book } from './builders'

/** A shop with family cards whose relationship nobody checks. */
export function familyShop(changes: Partial<Programme> = {}): Programme {
  const family = { subCards: 2, pooling: 'holder-chooses' as const, relationshipCheckedBy: 'nobody' as const }
  const couple = { pooling: 'pooled' as const }
  const corporate = { holders: 3 }
  return programmeOf({ cards: { holders: ['adult'], transferable: false, family, couple, corporate }, ...changes })
}

export const mainNo = '0111111111'
export const cardId = sharedCardId(mainNo)

/** The one who opened the card, and those who may hold it. */
export type Family = { main: Book; subs: Book[] }

export function familyOf(programme: Programme, size = 2): Family {
  const subs = Array.from({ length: size }, (_, n) => newMember(programme, `account-${n + 2}`))
  const own = newMember(programme)
  const opening = { cardNo: mainNo, kind: 'family' as const, mode: 'pooled' as const, title: null, at: firstDay }
  return { main: allowed(own, openShared(journalOf(own), opening, programme)), subs }
}

export function tryToJoin(
  { main, subs }: Family,
  programme: Programme,
  n: number,
  at = firstDay,
  cardNo = `02222222${n}0`,
) {
  return joinShared({ main: journalOf(main, at), own: journalOf(subs[n]!, at) }, { cardId, cardNo, at }, programme)
}

export function join(family: Family, programme: Programme, n: number, at = firstDay, cardNo?: string): Family {
  const ruling = tryToJoin(family, programme, n, at, cardNo)
  if (!ruling.ok) throw new Error(`refused: ${ruling.refusal}`)
  return together(family, n, ruling.value)
}

export function tryToLeave({ main, subs }: Family, n: number, at = firstDay) {
  const pair = { main: journalOf(main, at), own: journalOf(subs[n]!, at) }
  return leaveShared(pair, { cardId, by: 'holder', at })
}

export function leave(family: Family, n: number, at = firstDay): Family & { moved: number } {
  const ruling = tryToLeave(family, n, at)
  if (!ruling.ok) throw new Error(`refused: ${ruling.refusal}`)
  return { ...together(family, n, ruling.value), moved: ruling.value.moved }
}

/** An order on the main account, by a holder where one is named. */
export function buyBy(
  family: Family,
  programme: Programme,
  order: { n?: number; id: string; fen: number; burn?: number; at?: string },
) {
  const { n, id, fen, burn = 0, at = firstDay } = order
  const by = n === undefined ? {} : { by: { cardId, holderId: family.subs[n]!.account.accountId } }
  const asked = { storeId: 'S1', orderId: id, amountFen: fen, burnPoints: burn, at, nonce: null, ...by }
  return purchase(journalOf(family.main, at), asked, programme)
}

export function refundBy(
  { main }: Family,
  programme: Programme,
  { of, id, fen, at = firstDay }: { of: string; id: string; fen: number; at?: string },
) {
  const asked = { storeId: 'S1', refundId: id, amountFen: fen, at, nonce: null }
  return refund(journalOf(main, at), orderOf(main, of), asked, programme)
}

export function checkedBy({ main, subs }: Family, n: number) {
  const about = { cardId, holderId: subs[n]!.account.accountId, check: 'certificate' as const, at: firstDay }
  return checkRelationship(journalOf(main), about)
}

export function onMain(
  family: Family,
  ruling: ReturnType<typeof buyBy> | ReturnType<typeof refundBy> | ReturnType<typeof checkedBy>,
): Family {
  return { ...family, main: allowed(family.main, ruling) }
}

/** All the points of all of them that are good at an instant. */
export function pointsOf({ main, subs }: Family, at: string): number {
  return [main, ...subs].reduce((sum, { account }) => sum + balanceOf(accountAt(account, at)), 0)
}

function together({ main, subs }: Family, n: number, after: { main: Journal; own: Journal }): Family {
  const own = (book: Book, { account, entries }: Journal) => ({ account, entries: [...book.entries, ...entries] })
  return { main: own(main, after.main), subs: subs.map((book, index) => (index === n ? own(book, after.own) : book)) }
}

function journalOf({ account }: Book, at = firstDay): Journal {
  return openJournal(account, stampAt(at))
}
