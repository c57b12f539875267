import { chancesLeft } from '../../../shared/chances/left'
import type { drawsAll } from '../../../shared/draws/contract'
import { allow } from '../../../shared/kit/ruling'
import type { Handler, MemberContext } from '../../_runtime/handler'
import { visitorHolder } from './holders'
import { shownRound, stateOf } from './read'
import { numbersOf, visitorChances } from './visitors'

const order = ['open', 'soon', 'paused', 'closed'] as const

/** The draws of the programme, open ones first. */
export const listDraws: Handler<typeof drawsAll, MemberContext> = async (context) => {
  const { effects, openid, account, terms, now } = context
  const { programme } = terms
  const had = account || !programme.draws ? [] : await numbersOf(effects, visitorHolder(effects, openid))
  const views = (programme.draws ?? []).map((draw) => {
    const round = shownRound(draw, now)
    const state = stateOf(draw, round, now)
    const chances = account ? chancesLeft(account, programme, draw, now).total : visitorChances(draw, had, now)
    const { id: drawId, name, form } = draw
    const { from, until } = round
    return { drawId, name, form, state, from, until, chances: state === 'open' ? chances : 0 }
  })
  return allow({ serverAt: now, draws: views.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)) })
}
