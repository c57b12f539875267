import { balanceOf } from '../../../shared/books/account'
import { allow } from '../../../shared/kit/ruling'
import type { pointsTopUp } from '../../../shared/points/contract'
import { topUpPoints } from '../../../shared/points/top-up'
import { reviewTiers } from '../../../shared/tiers/retier'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { ownCommand } from '../../_runtime/own-command'

/** The member has a nearly full balance filled up on member day, at the tier that they have by now. */
export const topUp: Handler<typeof pointsTopUp, EnrolledContext> = async (context) => {
  const { now, terms } = context
  return ownCommand(context, (opened) => {
    const ruling = topUpPoints(reviewTiers(opened, terms.programme, now), terms.programme, now)
    if (!ruling.ok) return ruling
    const [balance, entry] = [balanceOf(ruling.value.account), ruling.value.entries.at(-1)]
    return allow({ journal: ruling.value, reply: { added: entry?.points ?? 0, balance } })
  })
}
