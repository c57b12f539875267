import type { OutputOf } from '../../../shared/kit/contract'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import { canonicalInstant } from '../../../shared/kit/time'
import type { programmesPublish } from '../../../shared/programme/contract'
import { differences } from '../../../shared/programme/differences'
import { readDraft } from '../../../shared/programme/draft'
import { publishVersion, type Version } from '../../../shared/programme/versions'
import type { Handler, ManagerContext } from '../../_runtime/handler'
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
  const draft = readDraft(input.draft)
  if (!draft.ok) return draftFaults(draft.faults)
  const mark = { by: grant._id, requestId: request.id, inputHash: request.inputHash }
  const { last, newest, standing } = await readStanding(effects, now)
  if (isOf(newest, mark)) return again(context, newest, request)
  const effectiveAt = canonicalInstant(input.effectiveAt) ?? input.effectiveAt
  const ruling = publishVersion(standing, { programme: draft.value, effectiveAt, basedOn: input.basedOn }, now)
  if (!ruling.ok) return ruling
  const written = await write(context, last, { ...ruling.value, published: mark })
  if (written) return allow(answerOf(ruling.value, last))
  const theirs = await effects.store.get<ProgrammeVersion>('programmes', programmeId(ruling.value.version))
  if (theirs && isOf(theirs, mark)) return again(context, theirs, request)
  return refuse('version_taken', { version: standing.newest })
}

/** Both together or neither: the new version, and the one before it, which from now on cannot be withdrawn by itself. */
async function write(
  { effects }: ManagerContext,
  last: ProgrammeVersion,
  version: Version & { published: Mark },
): Promise<boolean> {
  try {
    return await effects.store.transact(async (transaction) => {
      const before = await transaction.get<ProgrammeVersion>('programmes', last._id)
      if (!before || before.withdrawnAt !== null || (before.followedBy ?? null) !== null) return false
      await transaction.put('programmes', { ...before, followedBy: version.version })
      const links = { _id: programmeId(version.version), follows: last.version, followedBy: null }
      await transaction.insert('programmes', { ...version, ...links })
      return true
    })
  } catch (error) {
    if (error instanceof StoreDuplicate) return false
    throw error
  }
}

function isOf({ published }: ProgrammeVersion, mark: Mark): boolean {
  return published?.by === mark.by && published.requestId === mark.requestId
}

async function again(
  { effects }: ManagerContext,
  version: ProgrammeVersion,
  request: RequestMark,
): Promise<Ruling<Published, 'request_reused'>> {
  if (version.published?.inputHash !== request.inputHash) return refuse('request_reused')
  const before = await effects.store.get<ProgrammeVersion>('programmes', programmeId(version.follows ?? 0))
  return allow(answerOf(version, before ?? version))
}

function answerOf({ version, effectiveAt, programme }: Version, before: Version): Published {
  return { version, effectiveAt, differences: differences(before.programme, programme) }
}
