import { balanceOf } from '../../../shared/books/account'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { rewardsCancel } from '../../../shared/rewards/contract'
import { openExchange } from '../../../shared/rewards/fulfil'
import { cancelExchange } from '../../../shared/rewards/release'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { isTheirs, poolCommand, poolOf } from './pool'
import { backOf } from './stock-of'

/** The member gives a reward up that waits for them: its points come back, and others may have it. */
export const cancel: Handler<typeof rewardsCancel, EnrolledContext> = async (context, { exchangeNo, cardId }) => {
  const { now, terms } = context
  const pool = await poolOf(context, cardId)
  if (!pool.ok) return pool
  return poolCommand(context, pool.value, (opened) => {
    const given = openExchange(opened.account, exchangeNo, now)
    if (given && !isTheirs(given.by ?? null, pool.value)) return refuse('exchange_over')
    const ruling = cancelExchange(opened, terms.programme, { exchangeNo, at: now })
    if (!ruling.ok) return ruling
    const [entry, balance] = [ruling.value.entries.at(-1), balanceOf(ruling.value.account)]
    const returned = entry?.kind === 'exchange-release' ? entry.returned : 0
    // What is given back is refused by nobody: the claim needs none to be left.
    const stock = given?.limited ? [{ ...backOf(given), refusal: 'exchange_over' as const }] : []
    return allow({ journal: ruling.value, reply: { exchangeNo, returned, balance }, stock })
  })
}
