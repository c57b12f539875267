import { timesTaken } from '../../../shared/books/taken'
import { recordResult } from '../../../shared/draws/give'
import type { drawsClaim } from '../../../shared/draws/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Effects } from '../../_runtime/effects'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { ownCommand } from '../../_runtime/own-command'
import { visitorHolder } from './holders'
import type { StoredResult } from './results'
import { rulesIn, type StoredRound } from './rounds'

/** How many prizes come at once; whoever won more asks again. */
const atOnceMax = 10

/** What was won before joining comes to the account, each once: the account remembers the place in the list. */
export const claim: Handler<typeof drawsClaim, EnrolledContext> = async (context) => {
  const { effects, terms, now } = context
  const results = await unclaimedResults(context)
  const rounds = await effects.store.getMany<StoredRound>('draws', [...new Set(results.map(({ roundId }) => roundId))])
  const won = results.flatMap((result) => {
    const round = rounds.find(({ _id }) => _id === result.roundId)
    const prize = round && rulesIn(round).prizes.find(({ id }) => id === result.prize)
    return prize ? [{ result, prize }] : []
  })
  const ruling = await ownCommand(context, (opened) => {
    const left = won.filter(({ result }) => timesTaken(opened.account.taken, takeOf(result)) === 0)
    if (left.length === 0) return refuse('prizes_none')
    const journal = left.reduce((current, { result, prize }) => {
      const { drawId, roundId, number, place, chain, drawn } = result
      const about = { drawId, roundId, takeNo: null, number, place, chain, prize, at: now, takes: [takeOf(result)] }
      return recordResult(current, terms.programme, { ...about, insteadOf: drawn === prize.id ? null : drawn })
    }, opened)
    return allow({ journal, reply: { prizes: left.map(({ prize }) => prize.name) } })
  })
  if (ruling.ok) for (const { result } of won) effects.afterReply(() => markClaimed(effects, result))
  return ruling
}

/** Prizes that wait. Those that a claiming had given which was cut off before it said so are told first, and wait no more. */
async function unclaimedResults({ effects, openid, account }: EnrolledContext): Promise<StoredResult[]> {
  const found = await unclaimedOf(effects, openid)
  const had = found.filter((result) => timesTaken(account.taken, takeOf(result)) > 0)
  if (had.length === 0) return found
  await Promise.all(had.map((result) => markClaimed(effects, result)))
  return unclaimedOf(effects, openid)
}

async function markClaimed({ store }: Effects, { _id }: StoredResult): Promise<void> {
  await store.change('drawResults', { _id }, { set: { unclaimedBy: null } })
}

/** Prizes that wait for a visitor to become a member. */
export function unclaimedOf(effects: Effects, openid: string): Promise<StoredResult[]> {
  return effects.store.find<StoredResult>('drawResults', {
    where: { unclaimedBy: visitorHolder(effects, openid) },
    limit: atOnceMax,
  })
}

function takeOf({ _id }: StoredResult) {
  return { code: `prize:${_id.replaceAll('.', '-')}`, window: 'ever' }
}
