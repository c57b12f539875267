import { Aggregator } from 'mingo'
import type { Core } from './core'
import { readFields, readEjson, writeEjson, type Fields, type Value } from './ejson'
import type { Answered, WireRequest } from './engine'
import { invalidParameter } from './refused'
import { documentOf, select } from './select'
import { tableOf } from './tables'

/** `aggregate()…end()`. */
export function aggregateDocuments(core: Core, request: WireRequest): Answered {
  const table = tableOf(core.tables, request.collectionName)
  if (!Array.isArray(request.stages)) throw invalidParameter('stages must be a list')
  const stages = (request.stages as { stageKey: string; stageValue: string }[]).map(({ stageKey, stageValue }) => ({
    [stageKey]: readEjson(stageValue, core.now()),
  }))
  const documents = select(core, table, { query: {}, order: [], offset: 0, limit: Infinity }).map(documentOf)
  const list = new Aggregator(stages as never).run(documents) as Value[]
  return { answer: { data: { list: list.map(writeEjson) } }, cost: { documentsRead: list.length, documentsWritten: 0 } }
}
void readFields
export type { Fields }
