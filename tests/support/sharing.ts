import { keyedHash } from '../../cloudfunctions/_runtime/card-secret'
import { codeText, stepAt } from '../../shared/cards/member-code'
import type { TestCloud } from './cloud'
import { phone, valueOf } from './shop'
import { atTill, cardOf } from './till'

export type SharedKind = 'family' | 'couple' | 'corporate'

/** Somebody opens a card to share; its id. */
export async function openCard(cloud: TestCloud, openid: string, kind: SharedKind = 'couple', mode = 'pooled') {
  const { cardId } = valueOf(await phone(cloud, openid, 'cards.open-shared', { kind, mode }))
  return cardId as string
}

/** A code of that card, as its opener sends it to somebody. */
export async function inviteTo(cloud: TestCloud, openid: string, cardId: string): Promise<string> {
  return valueOf(await phone(cloud, openid, 'cards.invite', { cardId })).code
}

/** One opens a card and the others take it up; its id. */
export async function shareCard(cloud: TestCloud, main: string, subs: string[], kind: SharedKind = 'couple') {
  const cardId = await openCard(cloud, main, kind)
  for (const sub of subs) valueOf(await phone(cloud, sub, 'cards.join', { code: await inviteTo(cloud, main, cardId) }))
  return cardId
}

/** The code of a shared card that somebody's phone shows now, or that it would show of a card as it was. */
export async function sharedCodeOf(cloud: TestCloud, openid: string, cardId: string, was?: any): Promise<string> {
  const { serverAt, cards } = valueOf(await phone(cloud, openid, 'cards.mine'))
  const card = was ?? cards.find((one: any) => one.cardId === cardId)
  return codeText(card, stepAt(serverAt), keyedHash)
}

/** A till reads the shared card of somebody; the sheet it gets. */
export async function scanShared(cloud: TestCloud, clerk: string, openid: string, cardId: string): Promise<any> {
  const code = await sharedCodeOf(cloud, openid, cardId)
  return valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))
}

export async function pointsOf(cloud: TestCloud, openid: string): Promise<number> {
  return (await cardOf(cloud, openid)).points
}
