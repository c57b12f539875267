import { allow, refuse, type Ruling } from '../../shared/kit/ruling'
import type { Effects } from './effects'
import type { RequestMark } from './unit-of-work'
import { lookupHash } from './vault'

/**
 * That a request id was used, and for what. Commands on a member's account are answered from the account; those of
 * managers and staff that touch none are idempotent by themselves, and this mark refuses their id for another input.
 */
type StoredMark = { _id: string; inputHash: string; at: string }

/** Whether this request may go on: `seen` when the same was asked before, refused when its id was used for another. */
export async function readMark(
  effects: Effects,
  who: string,
  request: RequestMark | null,
): Promise<Ruling<{ seen: boolean }, 'request_reused'>> {
  if (!request) return allow({ seen: true })
  const mark = await effects.store.get<StoredMark>('requests', markId(effects, who, request))
  if (!mark) return allow({ seen: false })
  return mark.inputHash === request.inputHash ? allow({ seen: true }) : refuse('request_reused')
}

/** Keeps the mark once the command has been carried out. */
export async function keepMark(effects: Effects, who: string, request: RequestMark): Promise<void> {
  const mark: StoredMark = {
    _id: markId(effects, who, request),
    inputHash: request.inputHash,
    at: effects.now(),
  }
  await effects.store.insert('requests', [mark])
}

function markId(effects: Effects, who: string, request: RequestMark): string {
  return `request-${lookupHash(effects.secrets.identityKey, `${who}\n${request.id}`)}`
}
