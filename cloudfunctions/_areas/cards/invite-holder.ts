import type { cardsInvite } from '../../../shared/cards/shared-contract'
import { mainCard, sharedCardTerms } from '../../../shared/cards/shared-cards'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addMilliseconds } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { shortCode, shortCodeId } from '../../_runtime/short-code'

/** An invitation to hold a card, kept under the keyed hash of its code: good once, and for a day. */
export type CardInvitation = {
  _id: string
  cardId: string
  mainAccountId: string
  goodUntil: string
  /** Whose it became; null while nobody has taken it up. */
  takenBy: string | null
}

const dayMs = 24 * 60 * 60_000
const purpose = 'card-invitation'

/** Makes a code by which one person takes the card up. The same request gives the same code. */
export const inviteHolder: Handler<typeof cardsInvite, EnrolledContext> = async (context, { cardId }) => {
  const { effects, account, terms, request, now } = context
  if (!request) return refuse('request_id_missing')
  const card = mainCard(account, cardId)
  const limit = card && sharedCardTerms(terms.programme, card.kind)
  if (!card || !limit) return refuse('card_not_held')
  if (card.holders.length >= limit.holdersMax) return refuse('card_full', { max: limit.holdersMax })
  const code = shortCode(effects, purpose, `${account._id}:${cardId}:${request.id}`)
  const goodUntil = addMilliseconds(now, dayMs)
  const mainAccountId = account._id
  const invitation = { _id: invitationId(effects, code), cardId, mainAccountId, goodUntil, takenBy: null }
  if ((await effects.store.insert('cardInvitations', [invitation])) === 'inserted') return allow({ code, goodUntil })
  const before = await effects.store.get<CardInvitation>('cardInvitations', invitation._id)
  return allow({ code, goodUntil: before?.goodUntil ?? goodUntil })
}

export function invitationId(effects: Effects, code: string): string {
  return shortCodeId(effects, purpose, code)
}
