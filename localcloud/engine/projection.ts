import { Query } from 'mingo'
import type { Fields } from './ejson'
import { requestFailed } from './refused'

export type Projection = Fields

/** Checks a projection: fields are either all taken or all left out, `_id` apart. */
export function readProjection(projection: Fields): Projection {
  const kinds = new Set(
    Object.entries(projection)
      .filter(([path, how]) => path !== '_id' && typeof how === 'number')
      .map(([, how]) => how !== 0),
  )
  if (kinds.size > 1) throw requestFailed('Projection cannot have a mix of inclusion and exclusion.')
  return projection
}

/** The part of a document that the projection asks for. */
export function applyProjection(document: Fields, projection: Projection): Fields {
  return (new Query({}).find<Fields>([document], projection).next() as Fields | undefined) ?? {}
}
