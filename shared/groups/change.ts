import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Programme } from '../programme/schema'

/** What is done with a customer's groups: put into one more (copy), moved from one to another (cut), or taken out. */
export type GroupAct =
  { does: 'copy'; to: string } | { does: 'cut'; from: string; to: string } | { does: 'out'; from: string }

export type GroupChange = { leaves: string | null; enters: string | null }

/** What an act changes for somebody who stands in these groups. Who stands there already enters nothing. */
export function changeGroups(
  standing: readonly string[],
  act: GroupAct,
  { segments }: Pick<Programme, 'segments'>,
): Ruling<GroupChange, 'groups_off' | 'group_copy_off' | 'group_cut_off' | 'group_not_in' | 'groups_too_many'> {
  const tags = segments?.tags
  if (!tags) return refuse('groups_off')
  if (act.does === 'copy' && !tags.copy) return refuse('group_copy_off')
  if (act.does === 'cut' && !tags.cut) return refuse('group_cut_off')
  const leaves = act.does === 'copy' ? null : act.from
  if (leaves !== null && !standing.includes(leaves)) return refuse('group_not_in')
  const to = act.does === 'out' ? null : act.to
  if (to === leaves) return allow({ leaves: null, enters: null })
  const enters = to !== null && !standing.includes(to) ? to : null
  if (enters !== null && leaves === null && standing.length >= groupsOfOneMax) return refuse('groups_too_many')
  return allow({ leaves, enters })
}

/** In how many groups one customer may stand. */
export const groupsOfOneMax = 20

/** The groups somebody stands in after a change. */
export function groupsAfter(standing: readonly string[], { leaves, enters }: GroupChange): string[] {
  const stayed = standing.filter((one) => one !== leaves)
  return enters === null ? stayed : [...stayed, enters]
}
