import type { Condition, Query, Scalar, StoredDocument, Where } from '../../cloudfunctions/_runtime/store'
import { compareValues, isSameKind } from './order'
import { reach, read } from './paths'

/** Whether a document meets every condition, as the cloud database decides it. */
export function matches(document: StoredDocument, where: Where): boolean {
  for (const [field, condition] of Object.entries(where)) {
    if (!meets(reach(document, field), condition)) return false
  }
  return true
}

/** The documents in the query's order, at most its limit; those that compare equal keep the order they came in. */
export function arrange<D extends StoredDocument>(documents: D[], query: Pick<Query, 'orderBy' | 'limit'>): D[] {
  const orders = query.orderBy ?? []
  if (orders.length === 0) return documents.slice(0, query.limit)
  const sorted = documents.toSorted((one, other) => {
    for (const [field, direction] of orders) {
      const order = compareValues(read(one, field), read(other, field))
      if (order !== 0) return direction === 'asc' ? order : -order
    }
    return 0
  })
  return sorted.slice(0, query.limit)
}

function meets(values: unknown[], condition: Condition): boolean {
  if (condition === null || typeof condition !== 'object') return values.some((value) => equals(value, condition))
  return Object.entries(condition).every(([operator, operand]) =>
    TESTS[operator as keyof typeof TESTS](values, operand as never),
  )
}

const TESTS = {
  lt: (values: unknown[], bound: Scalar) => compares(values, bound, (order) => order < 0),
  lte: (values: unknown[], bound: Scalar) => compares(values, bound, (order) => order <= 0),
  gt: (values: unknown[], bound: Scalar) => compares(values, bound, (order) => order > 0),
  gte: (values: unknown[], bound: Scalar) => compares(values, bound, (order) => order >= 0),
  ne: (values: unknown[], other: Scalar) => !values.some((value) => equals(value, other)),
  in: (values: unknown[], list: readonly Scalar[]) => values.some((value) => list.some((item) => equals(value, item))),
}

function compares(values: unknown[], bound: Scalar, fits: (order: number) => boolean): boolean {
  return values.some((value) => isSameKind(value, bound) && fits(compareValues(value, bound)))
}

function equals(value: unknown, other: Scalar): boolean {
  return value === other || (other === null && value === undefined)
}
