import { drawsMayReturn } from '../../../shared/draws/publish'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { programmesWithdraw } from '../../../shared/programme/contract'
import { withdrawVersion } from '../../../shared/programme/versions'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import { publishedDraws } from './publish'
import { programmeId, type ProgrammeVersion } from '../../_runtime/terms'

/** A version that is not yet in force is taken back, and the one that it followed may be followed anew. Twice is once. */
export const withdraw: Handler<typeof programmesWithdraw, ManagerContext> = async (context, input) => {
  const { effects, terms, grant, now } = context
  if (!terms || !grant) return refuse('shop_not_founded')
  const scheduled = await effects.store.get<ProgrammeVersion>('programmes', programmeId(input.version))
  const rounds = scheduled ? await publishedDraws(effects, scheduled.effectiveAt) : []
  return effects.store.transact(async (transaction) => {
    const version = await transaction.get<ProgrammeVersion>('programmes', programmeId(input.version))
    const ruling = withdrawVersion(version, now)
    if (!ruling.ok) return ruling
    const { withdrawnAt } = ruling.value
    const answer = allow({ version: input.version, withdrawnAt })
    if (!version || version.withdrawnAt !== null) return answer
    const before = await transaction.get<ProgrammeVersion>('programmes', programmeId(version.follows ?? 0))
    const { programme: withdrawn, effectiveAt } = version
    const may = before ? drawsMayReturn(rounds, { withdrawn, before: before.programme, effectiveAt }) : allow(null)
    if (!may.ok) return may
    await transaction.put('programmes', { ...version, withdrawnAt, withdrawnBy: grant._id })
    if (before) await transaction.put('programmes', { ...before, followedBy: null })
    return answer
  })
}
