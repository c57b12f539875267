import { openJournal } from '../../../shared/books/journal'
import { openShared as decide, sharedCardId } from '../../../shared/cards/open-shared'
import type { cardsOpenShared } from '../../../shared/cards/shared-contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { commitTogether } from '../../_runtime/together'
import { drawSharedCardNumber } from '../members/member-number'
import { insertCardNumber, withNewNumber } from './card-number'
import { stampOf } from './stamp'

/** Opens a card to share, with a number of its own for whoever opens it. */
export const openShared: Handler<typeof cardsOpenShared, EnrolledContext> = async (context, input) => {
  const { effects, account: asker, terms, request, now } = context
  if (!request) return refuse('request_id_missing')
  const { kind, mode, title = null } = input
  const opened = await withNewNumber(
    () => drawSharedCardNumber(effects),
    (cardNo) =>
      commitTogether(effects, {
        asker,
        request,
        decide: async (transaction, account) => {
          const journal = openJournal(account, stampOf(context))
          const ruling = decide(journal, { cardNo, kind, mode, title, at: now }, terms.programme)
          if (!ruling.ok) return ruling
          const cardId = sharedCardId(cardNo)
          const number = { _id: cardNo, cardId, holderId: account._id, mainAccountId: account._id }
          return allow({ own: ruling.value, reply: { cardId }, also: () => insertCardNumber(transaction, number) })
        },
      }),
  )
  return opened ?? refuse('busy')
}
