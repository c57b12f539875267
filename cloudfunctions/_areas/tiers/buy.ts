import { balanceOf } from '../../../shared/books/account'
import { allow } from '../../../shared/kit/ruling'
import { buyTier } from '../../../shared/tiers/buy'
import type { tiersBuy } from '../../../shared/tiers/contract'
import { tierById } from '../../../shared/tiers/qualify'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { ownCommand } from '../../_runtime/own-command'
import { tierFace } from './faces'

/** The member takes points for a tier. */
export const buy: Handler<typeof tiersBuy, EnrolledContext> = async (context, { saleId, ...shown }) => {
  const { programme } = context.terms
  return ownCommand(context, (opened) => {
    const ruling = buyTier(opened, programme, { saleId, shown, at: context.now })
    if (!ruling.ok) return ruling
    const { account } = ruling.value
    const reply = {
      tier: tierFace(tierById(programme, account.tierId)),
      until: account.held.at(-1)?.until ?? null,
      balance: balanceOf(account),
    }
    return allow({ journal: ruling.value, reply })
  })
}
