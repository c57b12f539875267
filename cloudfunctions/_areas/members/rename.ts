import { openJournal } from '../../../shared/books/journal'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { membersRename } from '../../../shared/members/contract'
import { rename as decide } from '../../../shared/members/rename'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { StoredAccount } from '../../_runtime/stored-account'
import { commit } from '../../_runtime/unit-of-work'
import { homeView } from './home-view'

/** How the member wishes to be called. */
export const rename: Handler<typeof membersRename, EnrolledContext> = async (context, { name }) => {
  const { effects, terms, now, request } = context
  if (!request) return refuse('request_id_missing')
  const stamp = { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: request.id }
  return commit<{ account: StoredAccount }, ReturnType<typeof homeView>, never>(effects, {
    loaded: { account: context.account },
    reload: async () => ({
      account: (await effects.store.get<StoredAccount>('accounts', context.account._id)) ?? context.account,
    }),
    request,
    decide: ({ account }) => {
      const journal = decide(openJournal(account, stamp), name, now)
      return allow({ journal, reply: homeView(journal.account, terms, now) })
    },
  })
}
