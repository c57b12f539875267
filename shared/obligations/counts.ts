import { obligationKinds, standingOf, type Obligation, type ObligationKind } from './obligation'

/**
 * How many of a month's promises stand how, by store and by who kept them, as they are written down. `taken`: promises that
 * the cells include and of which the promise itself may not say so yet, each with the cell that includes it.
 */
export type PromiseCounts = {
  _id: string
  cells: { cell: string; count: number }[]
  taken: { id: string; cell: string }[]
  version: number
  [field: string]: unknown
}

/** What stands in one cell: a store's, of one employee, of one kind and state. */
type Place = Pick<Obligation, 'storeId' | 'staffId' | 'standing'>

export type KindCounts = {
  kind: ObligationKind
  promised: number
  kept: number
  keptLate: number
  late: number
  open: number
  dropped: number
}

export function noCounts(month: string): PromiseCounts {
  return { _id: month, cells: [], taken: [], version: 0 }
}

/** Where a promise is counted. */
export function cellOf({ storeId, staffId, standing }: Place): string {
  return JSON.stringify([storeId, staffId, standing])
}

/**
 * The counts after promises of that month changed: each is taken out of where it was counted and counted where it stands.
 * Counted again without having changed it changes nothing, whatever the promise itself says of it.
 */
export function counted(before: PromiseCounts, changed: readonly Obligation[]): PromiseCounts {
  const cells = new Map(before.cells.map(({ cell, count }) => [cell, count]))
  const taken = new Map(before.taken.map(({ id, cell }) => [id, cell]))
  const add = (cell: string, count: number) => cells.set(cell, (cells.get(cell) ?? 0) + count)
  for (const one of changed) {
    const was = taken.get(one._id) ?? one.counted
    if (was) add(was, -1)
    const is = cellOf(one)
    add(is, 1)
    taken.set(one._id, is)
  }
  return {
    ...before,
    cells: [...cells].filter(([, count]) => count !== 0).map(([cell, count]) => ({ cell, count })),
    taken: [...taken].map(([id, cell]) => ({ id, cell })),
  }
}

/** Without those that say themselves by now where they are counted. */
export function forgetTaken(counts: PromiseCounts, ids: readonly string[]): PromiseCounts {
  return { ...counts, taken: counts.taken.filter(({ id }) => !ids.includes(id)) }
}

/** The counts of each kind, of a store or of what one employee kept; of everything where neither is named. */
export function kindCounts(
  { cells }: Pick<PromiseCounts, 'cells'>,
  { storeId, staffId }: { storeId?: string | undefined; staffId?: string | undefined },
): KindCounts[] {
  const places = cells.map(({ cell, count }) => ({ place: placeOf(cell), count }))
  const here = places.filter(
    ({ place }) => (!storeId || place.storeId === storeId) && (!staffId || place.staffId === staffId),
  )
  return obligationKinds.map((kind) => {
    const count = (state: Pick<Obligation, 'state' | 'late'>) => {
      const standing = standingOf({ kind, ...state })
      return here.reduce((sum, one) => sum + (one.place.standing === standing ? one.count : 0), 0)
    }
    const [kept, keptLate] = [count({ state: 'kept', late: false }), count({ state: 'kept', late: true })]
    const [late, open] = [count({ state: 'late', late: true }), count({ state: 'open', late: false })]
    const dropped = count({ state: 'dropped', late: false })
    return { kind, promised: kept + keptLate + late + open, kept, keptLate, late, open, dropped }
  })
}

function placeOf(cell: string): Place {
  const [storeId, staffId, standing] = JSON.parse(cell) as [string | null, string | null, string]
  return { storeId, staffId, standing }
}
