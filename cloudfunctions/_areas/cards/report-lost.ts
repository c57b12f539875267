import { openJournal } from '../../../shared/books/journal'
import type { cardsReportLost } from '../../../shared/cards/contract'
import { freezeCard } from '../../../shared/cards/freeze'
import { allow } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { StoredAccount } from '../../_runtime/stored-account'
import { commit } from '../../_runtime/unit-of-work'
import { cardsHeld, readMains } from './cards-held'

/** Freezes the caller's own card, at once. */
export const reportLost: Handler<typeof cardsReportLost, EnrolledContext> = async (context) => {
  const { effects, account: own, terms, now, request } = context
  const mains = await readMains(effects, own)
  return commit(effects, {
    loaded: { account: own },
    reload: async () => ({ account: (await effects.store.get<StoredAccount>('accounts', own._id)) ?? own }),
    request,
    decide: ({ account }) => {
      const stamp = { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: request?.id ?? '' }
      const journal = freezeCard(openJournal(account, stamp), { by: 'member', at: now })
      return allow({ journal, reply: cardsHeld(effects, { account: journal.account, mains, terms, now }) })
    },
  })
}
