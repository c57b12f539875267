import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '@shared/kit/contract'
import { staffMe } from '@shared/staff/contract'
import { keptReply } from '@/kit/kept'
import { fetchKept } from '@/kit/read'

export type Grant = OutputOf<typeof staffMe>

const launchedAt = Date.now()

/**
 * Who this person is at the till; null for everybody else. Asked once a launch, since most people are no staff and their
 * phones should not ask for ever; what was heard last stands until the answer comes, and without a network.
 */
export function useGrant(): Grant | null {
  const kept = keptReply(staffMe, {})
  const query = useQuery({
    queryKey: [staffMe.name, {}],
    queryFn: () => fetchKept(staffMe, {}),
    refetchOnMount: true,
    retryOnMount: false,
    staleTime: () => Date.now() - launchedAt,
    gcTime: Infinity,
    ...(kept ? { initialData: kept.value, initialDataUpdatedAt: kept.at } : {}),
  })
  const refusal = query.error as { code?: string } | null
  return refusal?.code === 'not_allowed' ? null : (query.data ?? null)
}

/** Who this person was at the till when that was last heard; asks nobody. */
export function grantKept(): Grant | null {
  return keptReply(staffMe, {})?.value ?? null
}
