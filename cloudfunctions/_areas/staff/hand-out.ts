import { cardAccepted } from '../../../shared/cards/accepted'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { rewardsHandOut } from '../../../shared/rewards/contract'
import { handOut as decide, openExchange } from '../../../shared/rewards/fulfil'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { actFor } from './act-for'

/** Hands a reward to the customer whose code the till has read. Of two employees at once one does. */
export const handOut: Handler<typeof rewardsHandOut, StaffContext> = (context, input) => {
  const { now } = context
  return actFor(context, input, {
    decide: (opened, { pass, holder }) => {
      if (pass.cardNo === null) return refuse('hand_out_needs_code')
      const { account } = opened
      const shown = holder ? { holder, main: account } : { holder: account, main: null }
      const accepted = cardAccepted(shown, pass.cardNo)
      if (!accepted.ok) return accepted
      const { exchangeNo, paidFen } = input
      // A holder of a pool fetches what they swapped for themselves; whoever opened it all of it.
      const wanted = openExchange(account, exchangeNo, now)
      if (holder && wanted && wanted.by?.holderId !== holder.accountId) return refuse('own_card_needed')
      const ruling = decide(opened, { exchangeNo, storeId: pass.storeId, paidFen, at: now })
      if (!ruling.ok) return ruling
      const entry = ruling.value.entries.at(-1)
      if (entry?.kind !== 'exchange-fulfil') throw new Error('a reward was handed out and wrote no entry')
      return allow({ journal: ruling.value, reply: { exchangeNo, name: entry.name, count: entry.count, at: now } })
    },
  })
}
