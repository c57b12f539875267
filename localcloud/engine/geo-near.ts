import type { Core } from './core'
import { isFields, type Fields, type Value } from './ejson'
import { distanceTo } from './geo-query'
import { readShape } from './geo'
import { requestFailed } from './refused'
import { documentOf, select } from './select'
import type { Table } from './table'
import { placeOf } from './update-path'

const limitDefault = 100

/** `$geoNear`: documents with a point, nearest first, their distance in metres (times a multiplier) written into a field. */
export function geoNear(core: Core, table: Table, value: Value): Fields[] {
  if (!isFields(value) || typeof value.distanceField !== 'string')
    throw requestFailed('$geoNear requires a distanceField')
  const from = readShape(value.near)?.points[0]
  if (!from) throw requestFailed('$geoNear requires a near point')
  const path = typeof value.key === 'string' ? value.key : null
  const query = isFields(value.query) ? value.query : {}
  const documents = select(core, table, { query, order: [], offset: 0, limit: Infinity }).map(documentOf)
  const far = documents.map((document) => ({
    document,
    metres: distanceTo(document, path ?? pointPath(document), from),
  }))
  const near = far.filter(
    ({ metres }) => metres >= Number(value.minDistance ?? 0) && metres <= Number(value.maxDistance ?? Number.MAX_VALUE),
  )
  const limit = Number(value.limit ?? value.num ?? limitDefault)
  return near
    .sort((a, b) => a.metres - b.metres)
    .slice(0, limit)
    .map(({ document, metres }) => withDistance(document, metres, value))
}

// Without a key the platform takes the one field with a geographic index; here it is the field that holds a point.
function pointPath(document: Fields): string {
  return Object.keys(document).find((field) => readShape(document[field]) !== null) ?? ''
}

function withDistance(document: Fields, metres: number, value: Fields): Fields {
  placeOf(document, value.distanceField as string, true)?.set(metres * Number(value.distanceMultiplier ?? 1))
  if (typeof value.includeLocs === 'string')
    placeOf(document, value.includeLocs, true)?.set(document[pointPath(document)] ?? null)
  return document
}
