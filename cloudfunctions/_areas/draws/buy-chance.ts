import { balanceOf } from '../../../shared/books/account'
import { buyChance as decide } from '../../../shared/chances/buy'
import { chancesLeft } from '../../../shared/chances/left'
import type { drawsBuyChance } from '../../../shared/draws/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { ownCommand } from '../../_runtime/own-command'

/** A chance for points. */
export const buyChance: Handler<typeof drawsBuyChance, EnrolledContext> = async (context, { drawId, points }) => {
  const { terms, now } = context
  const { programme } = terms
  const draw = programme.draws?.find(({ id }) => id === drawId)
  if (!draw) return refuse('draw_unknown')
  return ownCommand(context, (opened) => {
    const ruling = decide(opened, programme, draw, { shown: points, at: now })
    if (!ruling.ok) return ruling
    const { account } = ruling.value
    const chances = chancesLeft(account, programme, draw, now).total
    return allow({ journal: ruling.value, reply: { chances, balance: balanceOf(account) } })
  })
}
