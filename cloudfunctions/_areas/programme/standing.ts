import type { Standing } from '../../../shared/programme/versions'
import type { Effects } from '../../_runtime/effects'
import { standingVersions, type ProgrammeVersion } from '../../_runtime/terms'

/** The versions as they stand now, and the one of the highest number, which may have been withdrawn. Both in one trip. */
export async function readStanding({ store }: Effects, now: string) {
  const [versions, [newest]] = await Promise.all([
    standingVersions(store),
    store.find<ProgrammeVersion>('programmes', {
      where: { version: { gt: 0 } },
      orderBy: [['version', 'desc']],
      limit: 1,
    }),
  ])
  const [last] = versions
  if (!last || !newest) throw new Error('a founded shop has no programme')
  const toCome = versions.filter(({ effectiveAt }) => effectiveAt > now)
  const live = versions.find(({ effectiveAt }) => effectiveAt <= now) ?? last
  const standing: Standing = { last, toCome: toCome.length, newest: newest.version }
  return { live, last, toCome, standing }
}
