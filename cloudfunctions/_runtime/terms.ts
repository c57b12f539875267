import type { Programme } from '../../shared/programme/schema'
import { addMilliseconds, type Instant } from '../../shared/kit/time'
import type { Template, Topic } from '../../shared/messages/topics'
import type { Effects } from './effects'
import type { Store } from './store'

/** The shop and the programme in force: what every rule is given. */
export type Terms = { shop: Shop; programme: Programme; programmeVersion: number }
export type Shop = {
  _id: 'shop'
  name: string
  brand: string | null
  stores: { id: string; name: string }[]
  /** The platform's message template of each topic that has one. */
  templates?: { [T in Topic]?: Template }
  /** The request that founded it, so that its repetition is answered as the first time. */
  founding?: { by: string; requestId: string; inputHash: string }
}
export type ProgrammeVersion = {
  _id: string
  version: number
  effectiveAt: Instant
  programme: Programme
  [field: string]: unknown
}

/** A published version takes effect at least this much later, so that no warm instance ever applies a stale one. */
export const publishLeadMs = 5 * 60_000

/** The terms, read once an instance and again after five minutes; null while the shop is not founded. */
export async function currentTerms(effects: Effects): Promise<Terms | null> {
  const now = effects.now()
  const known = cached.get(effects.store)
  if (known && known.readAt <= now && now < known.until) return inForce(known, now)
  const fresh = await read(effects, now)
  if (!fresh) return null
  cached.set(effects.store, fresh)
  return inForce(fresh, now)
}

export function storeName(terms: Terms, storeId: string | null): string | null {
  return terms.shop.stores.find((store) => store.id === storeId)?.name ?? null
}

type Cached = { shop: Shop; versions: ProgrammeVersion[]; readAt: Instant; until: Instant }
/** One per database that this instance talks to; a shop that is not founded is asked for each time. */
const cached = new WeakMap<Store, Cached>()

async function read(effects: Effects, now: Instant): Promise<Cached | null> {
  const [shop, versions] = await Promise.all([
    effects.store.get<Shop>('shop', 'shop'),
    effects.store.find<ProgrammeVersion>('programmes', {
      where: { version: { gt: 0 } },
      orderBy: [['version', 'desc']],
      limit: 10,
    }),
  ])
  if (!shop || versions.length === 0) return null
  return { shop, versions, readAt: now, until: addMilliseconds(now, publishLeadMs) }
}

function inForce(cache: Cached, now: Instant): Terms | null {
  const version = cache.versions.find((candidate) => candidate.effectiveAt <= now) ?? cache.versions.at(-1)
  return version ? { shop: cache.shop, programme: version.programme, programmeVersion: version.version } : null
}
