import type { OutputOf } from '@shared/kit/contract'
import { actsProfile, actsWays } from '@shared/acts/contract'
import { homeRead } from '@shared/members/contract'
import { pointsStatement } from '@shared/points/contract'
import { outdated, useRead } from '@/kit/read'

export type Ways = OutputOf<typeof actsWays>
export const useWays = () => useRead(actsWays, {})

/** An act changed points and what is left to do: pages that show either read anew. */
export function actDone(): void {
  for (const operation of [homeRead, pointsStatement, actsWays, actsProfile]) outdated(operation)
}
