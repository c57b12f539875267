import type { Core } from './core'
import { readEjson, writeEjson, type Value } from './ejson'
import type { Answered, WireRequest } from './engine'
import { runPipeline, type Stage } from './pipeline'
import { invalidParameter } from './refused'
import { tableOf } from './tables'

/** `aggregate()…end()`. */
export function aggregateDocuments(core: Core, request: WireRequest): Answered {
  const table = tableOf(core.tables, request.collectionName)
  if (!Array.isArray(request.stages)) throw invalidParameter('stages must be a list')
  const stages = request.stages.map((stage) => readStage(stage, core.now()))
  const documents = runPipeline(core, table, stages, {})
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
