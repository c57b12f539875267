import { headRoles, rolesAsked } from '../../../shared/training/roles'
import type { Effects } from '../../_runtime/effects'
import type { StaffGrant } from '../../_runtime/handler'
import type { QueryOf } from '../../_runtime/store'
import type { Terms } from '../../_runtime/terms'

/** As many queries as one trip takes. */
const queriesMax = 40

/** The roles of one employee after another: what they were invited as, and what journeys have given them to do. */
export type Roles = ReadonlyMap<string, readonly string[]>

/**
 * Whom a piece reaches is told by journeys themselves: whoever has a task of a role, and the managers where it is the role
 * to which journeys escalate. One task of each role is looked at, by index; none where training names no such role.
 */
export async function rolesOf(effects: Effects, grants: readonly StaffGrant[], { programme }: Terms): Promise<Roles> {
  const asked = rolesAsked(programme)
  const pairs = grants.flatMap(({ _id: staffId }) => asked.map((role) => ({ staffId, role })))
  const found = await Promise.all(inPages(pairs).map((page) => standFor(effects, page)))
  const stood = found.flat()
  return new Map(
    grants.map(({ _id, role }) => [
      _id,
      [
        role,
        ...(role === 'manager' ? headRoles(programme) : []),
        ...stood.flatMap((one) => (one.staffId === _id ? one.role : [])),
      ],
    ]),
  )
}

/** How many employees a page shows, so that their roles are known after one trip. */
export function employeesAPage({ programme }: Terms, most: number): number {
  const roles = rolesAsked(programme).length
  return roles === 0 ? most : Math.max(1, Math.min(most, Math.floor(queriesMax / roles)))
}

type Pair = { staffId: string; role: string }

async function standFor({ store }: Effects, pairs: readonly Pair[]): Promise<Pair[]> {
  const [first] = pairs
  if (!first) return []
  const queries = pairs.map(({ staffId, role }): QueryOf => ({
    collection: 'tasks',
    where: { assigneeId: staffId, role },
    limit: 1,
    fields: ['role'],
  }))
  const found = await store.findTogether({ collection: 'staff', id: first.staffId }, queries)
  return pairs.filter((_, n) => (found?.[n]?.length ?? 0) > 0)
}

function inPages(pairs: readonly Pair[]): Pair[][] {
  const pages = Math.ceil(pairs.length / queriesMax)
  return Array.from({ length: pages }, (_, n) => pairs.slice(n * queriesMax, (n + 1) * queriesMax))
}
