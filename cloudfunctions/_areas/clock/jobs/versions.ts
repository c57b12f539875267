import { addMilliseconds } from '../../../../shared/kit/time'
import { tiersGivenMore } from '../../../../shared/coupons/given-more'
import type { Effects } from '../../../_runtime/effects'
import { keepRowMs, type StoredAccount } from '../../../_runtime/stored-account'
import { programmeId, type ProgrammeVersion, type Terms } from '../../../_runtime/terms'
import type { Done, Job, Task } from '../job'

const pageSize = 500

/**
 * A version that took effect and entitles members to more by calendar or tier: makes the accounts of those tiers due, by
 * index, so that the clock gives it to them. Whoever writes an account meanwhile makes it due in that write.
 */
export const versions: Job = {
  name: 'versions',
  title: { zh: '新方案生效', en: 'New programme versions' },
  everyMinutes: 1,
  // Only once no command under the version before can still be on its way.
  waits: { collection: 'programmes', field: 'spreadAt', afterMs: keepRowMs },
  run: spreadVersions,
}

async function spreadVersions(effects: Effects, _: Terms, { now, until }: Task): Promise<Done> {
  const due = await effects.store.find<ProgrammeVersion>('programmes', {
    where: { spreadAt: { gt: '', lte: addMilliseconds(now, -keepRowMs) } },
    orderBy: [['spreadAt', 'asc']],
    limit: 5,
  })
  let done = 0
  for (const version of due) if (await spread(effects, version, { now, until })) done += 1
  return { due: due.length, done, failed: 0, left: done < due.length }
}

/** Whether all accounts that it entitles to more have been made due; else the next run goes on where this one ended. */
async function spread(
  effects: Effects,
  version: ProgrammeVersion,
  { now, until }: Pick<Task, 'now' | 'until'>,
): Promise<boolean> {
  const { store } = effects
  const before = version.follows ? await store.get<ProgrammeVersion>('programmes', programmeId(version.follows)) : null
  const tiers = version.withdrawnAt === null ? tiersGivenMore(before?.programme ?? null, version.programme) : []
  let at = version.spreadAfter ?? { tier: 0, id: '' }
  do {
    const tierId = tiers[at.tier]
    if (tierId === undefined) {
      await store.change('programmes', { _id: version._id }, { set: { spreadAt: null } })
      return true
    }
    const found = await store.find<StoredAccount>('accounts', {
      where: { tierId, _id: { gt: at.id } },
      orderBy: [['_id', 'asc']],
      limit: pageSize,
      fields: ['_id', 'consent'],
    })
    const ids = found.filter(({ consent }) => consent).map(({ _id }) => _id)
    if (ids.length > 0) await store.change('accounts', { _id: { in: ids } }, { set: { givingAt: now, dueAt: now } })
    at = found.length < pageSize ? { tier: at.tier + 1, id: '' } : { tier: at.tier, id: found.at(-1)?._id ?? '' }
  } while (effects.now() < until)
  await store.change('programmes', { _id: version._id }, { set: { spreadAfter: at } })
  return false
}
