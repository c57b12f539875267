import { openJournal } from '../../../shared/books/journal'
import { closeShared } from '../../../shared/cards/close-shared'
import { leaveShared as decide } from '../../../shared/cards/leave-shared'
import type { cardsLeave, cardsRemoveHolder } from '../../../shared/cards/shared-contract'
import { mainCard, subCard } from '../../../shared/cards/shared-cards'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { Transaction } from '../../_runtime/store'
import type { StoredAccount } from '../../_runtime/stored-account'
import { commitTogether } from '../../_runtime/together'
import { stampOf } from './stamp'

/** A holder gives the card back, or whoever opened it closes it. */
export const leaveShared: Handler<typeof cardsLeave, EnrolledContext> = async (context, { cardId }) => {
  const { effects, account: asker, request, now } = context
  if (!request) return refuse('request_id_missing')
  return commitTogether(effects, {
    asker,
    request,
    decide: async (transaction, account) => {
      const held = subCard(account, cardId)
      if (held) return part(context, transaction, { cardId, by: 'holder', asker: account, otherId: held.mainAccountId })
      const closed = closeShared(openJournal(account, stampOf(context)), { cardId, at: now })
      return closed.ok ? allow({ own: closed.value, reply: { moved: 0 } }) : closed
    },
  })
}

/** Whoever opened the card lets a holder go. */
export const removeHolder: Handler<typeof cardsRemoveHolder, EnrolledContext> = async (context, input) => {
  const { effects, account: asker, request } = context
  if (!request) return refuse('request_id_missing')
  const { cardId, holderId } = input
  return commitTogether(effects, {
    asker,
    request,
    decide: async (transaction, account) =>
      mainCard(account, cardId)
        ? part(context, transaction, { cardId, by: 'main', asker: account, otherId: holderId })
        : refuse('card_not_held'),
  })
}

type Parting = { cardId: string; by: 'holder' | 'main'; asker: StoredAccount; otherId: string }

/** The two accounts settle with each other, whoever of them asks. */
async function part(context: EnrolledContext, transaction: Transaction, { cardId, by, asker, otherId }: Parting) {
  const before = await transaction.get<StoredAccount>('accounts', otherId)
  if (!before) return refuse('card_not_held')
  const [own, other] = [openJournal(asker, stampOf(context)), openJournal(before, stampOf(context))]
  const pair = by === 'holder' ? { own, main: other } : { own: other, main: own }
  const ruling = decide(pair, { cardId, by, at: context.now })
  if (!ruling.ok) return ruling
  const { moved, main, own: leaver } = ruling.value
  const [mine, theirs] = by === 'holder' ? [leaver, main] : [main, leaver]
  return allow({ own: mine, other: { before, journal: theirs }, reply: { moved } })
}
