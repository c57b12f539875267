import { openJournal } from '../../../shared/books/journal'
import type { eventsVote } from '../../../shared/events/contract'
import { eventOf } from '../../../shared/events/terms'
import { vote as decide } from '../../../shared/events/vote'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { commitTogether } from '../../_runtime/together'

/** One member's vote; its id is the event and the member, so there is one. */
export type Vote = { _id: string; eventId: string; accountId: string; option: string; at: string }

export function voteId(eventId: string, accountId: string): string {
  return `vote:${eventId}:${accountId}`
}

/** A member votes. Their vote and the entry of it are written together. */
export const vote: Handler<typeof eventsVote, EnrolledContext> = async (context, { eventId, option }) => {
  const { effects, account: asker, terms, now, request } = context
  const { programme, programmeVersion } = terms
  if (!request) return refuse('request_id_missing')
  const event = eventOf(programme, eventId)
  const stamp = { recordedAt: now, programmeVersion, requestId: request.id }
  return commitTogether(effects, {
    asker,
    request,
    decide: async (transaction, account) => {
      const _id = voteId(eventId, account._id)
      const before = await transaction.get<Vote>('votes', _id)
      const wish = { option, before: before?.option ?? null, at: now }
      const ruling = decide(openJournal(account, stamp), programme, event, wish)
      if (!ruling.ok) return ruling
      const given: Vote = { _id, eventId, accountId: account._id, option, at: now }
      return allow({
        own: ruling.value,
        reply: { given: option },
        also: () => transaction.put('votes', given),
      })
    },
  })
}
