import type { Core } from './core'
import { readEjson, writeEjson, type Value } from './ejson'
import type { Answered, WireRequest } from './engine'
import { runPipeline, type Stage } from './pipeline'
import { invalidParameter } from './refused'
import { requireFewRows, rowsMax } from './strict'
import { tableOf } from './tables'

/** `aggregate()…end()`. As many documents as a `get()` may leave; within the pipeline there may be more. */
export function aggregateDocuments(core: Core, request: WireRequest): Answered {
  const table = tableOf(core.tables, request.collectionName)
  if (!Array.isArray(request.stages)) throw invalidParameter('stages must be a list')
  const stages = request.stages.map((stage) => readStage(stage, core.now()))
  const last = stages.at(-1)
  const asked = last?.name === '$limit' ? Number(last.value) : 0
  const found = runPipeline(core, table, stages, {})
  requireFewRows(core, Math.max(asked, found.length))
  const documents = found.slice(0, rowsMax)
  return {
    answer: { data: { list: documents.map(writeEjson) } },
    cost: { documentsRead: documents.length, documentsWritten: 0 },
  }
}

function readStage(stage: unknown, now: number): Stage {
  const { stageKey, stageValue } = (stage ?? {}) as { stageKey?: unknown; stageValue?: unknown }
  if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
    throw invalidParameter('a stage needs a key and a value')
  return { name: stageKey, value: readEjson(stageValue, now) as Value }
}
