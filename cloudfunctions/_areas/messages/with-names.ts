import type { Notice } from '../../../shared/messages/topics'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'

/** Notices about what somebody else did, with that person's name where they gave one. */
export async function withNames(effects: Effects, notices: readonly Notice[]): Promise<Notice[]> {
  const ids = notices.flatMap((notice) => (notice.topic === 'card-used' ? [notice.facts.holderId] : []))
  const people = ids.length > 0 ? await effects.store.getMany<StoredAccount>('accounts', [...new Set(ids)]) : []
  return notices.map((notice) => {
    if (notice.topic !== 'card-used') return notice
    const by = people.find(({ _id }) => _id === notice.facts.holderId)?.name ?? null
    return { ...notice, facts: { ...notice.facts, by } }
  })
}
