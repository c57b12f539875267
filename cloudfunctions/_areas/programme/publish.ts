import type { OutputOf } from '../../../shared/kit/contract'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import { drawsMayBecome } from '../../../shared/draws/publish'
import { readRules } from '../../../shared/draws/rules'
import { canonicalInstant, type Instant } from '../../../shared/kit/time'
import type { programmesPublish } from '../../../shared/programme/contract'
import { differences } from '../../../shared/programme/differences'
import { pastEvents } from '../../../shared/programme/past-events'
import { readDraft } from '../../../shared/programme/draft'
import { publishVersion, type Version } from '../../../shared/programme/versions'
import type { Effects } from '../../_runtime/effects'
import type { Handler, ManagerContext, StaffGrant } from '../../_runtime/handler'
import { StoreDuplicate } from '../../_runtime/store'
import { programmeId, type ProgrammeVersion } from '../../_runtime/terms'
import type { RequestMark } from '../../_runtime/unit-of-work'
import { draftFaults } from './draft-faults'
import { readStanding } from './standing'

type Published = OutputOf<typeof programmesPublish>
type Mark = NonNullable<ProgrammeVersion['published']>

/** A draft becomes the next version; of two managers at once one wins. The same request is answered as the first time. */
export const publish: Handler<typeof programmesPublish, ManagerContext> = async (context, input) => {
  const { effects, now, grant, terms, request } = context
  if (!terms || !grant) return refuse('shop_not_founded')
  if (!request) return refuse('request_id_missing')
  const [{ last, standing }, before] = await Promise.all([
    readStanding(effects, now),
    publishedBy(effects, grant, request),
  ])
  if (before) return again(before, request)
  const draft = readDraft(input.draft)
  if (!draft.ok) return draftFaults(draft.faults)
  const past = pastEvents(last.programme, draft.value, now)
  if (past.length > 0) return draftFaults(past)
  const effectiveAt = canonicalInstant(input.effectiveAt) ?? input.effectiveAt
  const ruling = publishVersion(standing, { programme: draft.value, effectiveAt, basedOn: input.basedOn }, now)
  if (!ruling.ok) return ruling
  const published = await publishedDraws(effects, effectiveAt)
  const may = drawsMayBecome(published, { live: last.programme, draft: draft.value, effectiveAt })
  if (!may.ok) return may
  const mark = { by: grant._id, requestId: request.id, inputHash: request.inputHash }
  const announced = { ...mark, differences: differences(last.programme, draft.value) }
  const version = { ...ruling.value, published: announced }
  if (await write(effects, last, version)) return allow(answerOf(version))
  const meanwhile = await publishedBy(effects, grant, request)
  return meanwhile ? again(meanwhile, request) : refuse('version_taken', { version: version.version })
}

/** What is published of draws that are not over when a version takes effect. */
export async function publishedDraws({ store }: Effects, effectiveAt: Instant) {
  const rounds = await store.find<{ _id: string; rules: string }>('draws', {
    where: { until: { gt: effectiveAt } },
    limit: 200,
  })
  return rounds.flatMap(({ rules }) => readRules(rules) ?? [])
}

async function publishedBy({ store }: Effects, { _id }: StaffGrant, { id }: RequestMark) {
  const where = { 'published.requestId': id, 'published.by': _id }
  return (await store.find<ProgrammeVersion>('programmes', { where, limit: 1 }))[0] ?? null
}

/** Both together or neither: the new version, and the one before it, which from now on cannot be withdrawn by itself. */
async function write(
  effects: Effects,
  last: ProgrammeVersion,
  version: Version & { published: Mark },
): Promise<boolean> {
  try {
    return await effects.store.transact(async (transaction) => {
      const before = await transaction.get<ProgrammeVersion>('programmes', last._id)
      if (!before || before.withdrawnAt !== null || before.followedBy !== null) return false
      await transaction.put('programmes', { ...before, followedBy: version.version })
      const links = { _id: programmeId(version.version), follows: last.version, followedBy: null }
      const spreadAt = version.effectiveAt
      await transaction.insert('programmes', { ...version, ...links, spreadAt })
      return true
    })
  } catch (error) {
    if (error instanceof StoreDuplicate) return false
    throw error
  }
}

function again(version: ProgrammeVersion, request: RequestMark): Ruling<Published, 'request_reused'> {
  return version.published?.inputHash === request.inputHash ? allow(answerOf(version)) : refuse('request_reused')
}

function answerOf({ version, effectiveAt, published }: Version & Pick<ProgrammeVersion, 'published'>): Published {
  return { version, effectiveAt, differences: published?.differences ?? [] }
}
