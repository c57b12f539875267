import type { membersList } from '../../../shared/members/contract'
import { allow } from '../../../shared/kit/ruling'
import { balanceOf } from '../../../shared/books/account'
import { accountAt } from '../../../shared/points/expiring'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import { accountIdOfExternal } from '../../_runtime/people'
import type { Where } from '../../_runtime/store'
import type { StoredAccount } from '../../_runtime/stored-account'

/** Members a page at a time in the order of their ids; one alone by the number under which a till knows them. */
export const listMembers: Handler<typeof membersList, ManagerContext> = async ({ effects, now }, input) => {
  const limit = input.limit ?? 100
  const where: Where = {
    _id: input.externalId ? accountIdOfExternal(effects, input.externalId) : { gt: input.cursor ?? '' },
    ...(input.tierId ? { tierId: input.tierId } : {}),
  }
  const accounts = await effects.store.find<StoredAccount>('accounts', { where, orderBy: [['_id', 'asc']], limit })
  return allow({
    members: accounts.map((account) => row(account, now)),
    nextCursor: accounts.length === limit ? (accounts.at(-1)?._id ?? null) : null,
  })
}

function row(stored: StoredAccount, now: string) {
  const account = accountAt(stored, now)
  const { accountId, memberNo, externalId, name, enrolledAt } = account
  const { spendFen, orders } = account.totals
  return {
    accountId,
    memberNo,
    externalId,
    name,
    tier: account.tierId,
    spendFen,
    orders,
    points: balanceOf(account),
    enrolledAt,
  }
}
