import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import { tiersGivenMore } from '../../../shared/coupons/given-more'
import { tiersToldOtherwise } from '../../../shared/messages/told-more'
import type { Programme } from '../../../shared/programme/schema'
import type { Effects } from '../../_runtime/effects'
import { keepRowMs, type StoredAccount } from '../../_runtime/stored-account'
import { programmeId, type ProgrammeVersion } from '../../_runtime/terms'

const pageSize = 500
/** A tick's share; the next sweep goes on where it ended. */
const pagesMax = 20

/**
 * A version that took effect and entitles members to more by calendar or tier, or tells them something at another time: makes
 * the accounts of those tiers due, by index, so that the clock sees to it. Whoever writes an account meanwhile makes it due in that write.
 */
export async function spreadVersions(effects: Effects, now: Instant): Promise<void> {
  // Only once no command under the version before can still be on its way.
  const lte = addMilliseconds(now, -keepRowMs)
  const where = { spreadAt: { gt: '', lte } }
  const due = await effects.store.find<ProgrammeVersion>('programmes', {
    where,
    orderBy: [['spreadAt', 'asc']],
    limit: 5,
  })
  for (const version of due) await spread(effects, version, now)
}

async function spread(effects: Effects, version: ProgrammeVersion, now: Instant): Promise<void> {
  const { store } = effects
  const before = version.follows ? await store.get<ProgrammeVersion>('programmes', programmeId(version.follows)) : null
  const tiers = version.withdrawnAt === null ? tiersConcerned(before?.programme ?? null, version.programme) : []
  let at = version.spreadAfter ?? { tier: 0, id: '' }
  for (let page = 0; page < pagesMax; page += 1) {
    const tierId = tiers[at.tier]
    if (tierId === undefined) {
      await store.change('programmes', { _id: version._id }, { set: { spreadAt: null } })
      return
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
  }
  await store.change('programmes', { _id: version._id }, { set: { spreadAfter: at } })
}

function tiersConcerned(before: Programme | null, after: Programme): string[] {
  const concerned = [...tiersGivenMore(before, after), ...tiersToldOtherwise(before, after)]
  return after.tiers.map(({ id }) => id).filter((id) => concerned.includes(id))
}
