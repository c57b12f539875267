import type { Difference } from '../../shared/programme/differences'
import type { Programme } from '../../shared/programme/schema'
import { announcedAt, publishLeadMs, toComeMax, type Announcement, type Version } from '../../shared/programme/versions'
import { addMilliseconds, type Instant } from '../../shared/kit/time'
import type { TextTemplate } from '../../shared/messages/text-template'
import type { Template, Topic } from '../../shared/messages/topics'
import type { Effects } from './effects'
import type { Store } from './store'

/** The shop and the programme in force: what every rule is given. */
export type Terms = {
  shop: Shop
  programme: Programme
  programmeVersion: number
  /** What members are told of changes by which they may get less. */
  announcement: Announcement | null
}
export type Shop = {
  _id: 'shop'
  name: string
  brand: string | null
  stores: { id: string; name: string }[]
  /** The platform's message template of each topic that has one. */
  templates?: { [T in Topic]?: Template }
  /** The text of each topic that the SMS service has approved. */
  texts?: { [T in Topic]?: TextTemplate }
  /** Whether the shop's mail server is set up for the functions that send mail. */
  mail?: boolean
  /** The request that founded it, so that its repetition is answered as the first time. */
  founding?: { by: string; requestId: string; inputHash: string }
}
export type ProgrammeVersion = Version & {
  _id: string
  /** The version that it follows; null for the first. */
  follows: number | null
  followedBy: number | null
  /** The request that published it and what it was told, so that its repetition is answered as the first time. */
  published: { by: string; requestId: string; inputHash: string; differences: Difference[] } | null
  /** From when on the clock has to see whom it entitles to more; null when it has. */
  spreadAt?: Instant | null
  /** How far it has come: of which of the tiers, after which account. */
  spreadAfter?: { tier: number; id: string }
  [field: string]: unknown
}

/**
 * How long an instance goes by what it has read: less than a published version's lead, by as long as the publication itself
 * may take.
 */
const keptMs = publishLeadMs - 30_000

/** More versions than may be to come at once, so that the one in force is among them. */
const versionsRead = toComeMax + 5

/** The terms, read once an instance and again after some minutes or when a version is due; null while the shop is not founded. */
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
  const [shop, versions] = await Promise.all([effects.store.get<Shop>('shop', 'shop'), standingVersions(effects.store)])
  if (!shop || versions.length === 0) return null
  return { shop, versions, readAt: now, until: readAgainAt(versions, now) }
}

/** Where a version stands: from its number, so that of two publications at once one wins. */
export function programmeId(version: number): string {
  return `programme-${version}`
}

/** The versions that were not withdrawn, newest first. */
export function standingVersions(store: Store): Promise<ProgrammeVersion[]> {
  const where = { withdrawnAt: null, version: { gt: 0 } }
  return store.find<ProgrammeVersion>('programmes', { where, orderBy: [['version', 'desc']], limit: versionsRead })
}

/** A version is looked at once more when it is due: it may have been withdrawn since. */
function readAgainAt(versions: readonly ProgrammeVersion[], now: Instant): Instant {
  const due = versions.map(({ effectiveAt }) => effectiveAt).filter((at) => at > now)
  return [addMilliseconds(now, keptMs), ...due].reduce((first, at) => (at < first ? at : first))
}

function inForce(cache: Cached, now: Instant): Terms | null {
  const version = cache.versions.find((candidate) => candidate.effectiveAt <= now) ?? cache.versions.at(-1)
  if (!version) return null
  const { programme, version: programmeVersion } = version
  return { shop: cache.shop, programme, programmeVersion, announcement: announcedAt(cache.versions, now) }
}
