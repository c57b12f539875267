import { openJournal } from '../../../shared/books/journal'
import { joinShared as decide } from '../../../shared/cards/join-shared'
import type { cardsJoin } from '../../../shared/cards/shared-contract'
import { holderOf, mainCard } from '../../../shared/cards/shared-cards'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { Transaction } from '../../_runtime/store'
import type { StoredAccount } from '../../_runtime/stored-account'
import { commitTogether, type Agreed } from '../../_runtime/together'
import { drawSharedCardNumber } from '../members/member-number'
import { insertCardNumber, withNewNumber } from './card-number'
import { invitationId, type CardInvitation } from './invite-holder'
import { stampOf } from './stamp'

type Joined = { cardId: string; pending: boolean }
type CodeRefusal = 'card_code_unknown' | 'card_code_over' | 'card_code_used'

/** Takes an invitation up: both accounts, the number and the invitation change together. */
export const joinShared: Handler<typeof cardsJoin, EnrolledContext> = async (context, { code }) => {
  const { effects, account: asker, request } = context
  if (!request) return refuse('request_id_missing')
  const joined = await withNewNumber(
    () => drawSharedCardNumber(effects),
    (cardNo) =>
      commitTogether(effects, {
        asker,
        request,
        decide: (transaction, account) => take(context, transaction, { account, cardNo, code }),
      }),
  )
  return joined ?? refuse('busy')
}

async function take(
  context: EnrolledContext,
  transaction: Transaction,
  { account, cardNo, code }: { account: StoredAccount; cardNo: string; code: string },
) {
  const { effects, terms, now } = context
  const found = usable(await transaction.get<CardInvitation>('cardInvitations', invitationId(effects, code)), now)
  if (!found.ok) return found
  const invitation = found.value
  const { cardId, mainAccountId } = invitation
  const own = openJournal(account, stampOf(context))
  const before = await transaction.get<StoredAccount>('accounts', mainAccountId)
  if (!before) return refuse('card_code_over')
  const pair = { own, main: openJournal(before, stampOf(context)) }
  const ruling = decide(pair, { cardId, cardNo, at: now }, terms.programme)
  if (!ruling.ok) return ruling
  const { main } = ruling.value
  const card = mainCard(main.account, cardId)
  const pending = !(card && holderOf(card, account._id)?.checked)
  const agreed: Agreed<Joined> = {
    own: ruling.value.own,
    other: { before, journal: main },
    reply: { cardId, pending },
    also: async () => {
      await insertCardNumber(transaction, { _id: cardNo, cardId, holderId: account._id, mainAccountId })
      await transaction.put('cardInvitations', { ...invitation, takenBy: account._id })
    },
  }
  return allow(agreed)
}

function usable(invitation: CardInvitation | null, now: string): Ruling<CardInvitation, CodeRefusal> {
  if (!invitation) return refuse('card_code_unknown')
  if (invitation.takenBy !== null) return refuse('card_code_used')
  return now >= invitation.goodUntil ? refuse('card_code_over') : allow(invitation)
}
