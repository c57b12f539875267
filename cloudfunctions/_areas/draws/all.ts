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
  const views = await Promise.all(
    (programme.draws ?? []).map(async (draw) => {
      const round = shownRound(draw, now)
      const { from, until } = round
      const state = stateOf(draw, round, now)
      const { id: drawId, name, form } = draw
      return { drawId, name, form, state, from, until, chances: state === 'open' ? await chancesIn(draw) : 0 }
    }),
  )
  return allow({ serverAt: now, draws: views.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)) })

  async function chancesIn(draw: NonNullable<typeof programme.draws>[number]): Promise<number> {
    if (account) return chancesLeft(account, programme, draw, now).total
    return visitorChances(draw, await numbersOf(effects, visitorHolder(effects, openid), draw.id), now)
  }
}
