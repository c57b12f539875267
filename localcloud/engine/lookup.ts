import { candidatesOf, valuesOf } from './candidates'
import { isFields, type Fields, type Value } from './ejson'
import { evaluate } from './expression'
import type { Scope, Stage, Variables } from './pipeline'
import { requestFailed } from './refused'
import { documentOf, select } from './select'
import { tableOf } from './tables'
import type { Table } from './table'

/** `$lookup`, by a pair of fields or by a pipeline with variables. */
export function lookup(documents: Fields[], value: Value, scope: Scope): Fields[] {
  if (!isFields(value) || typeof value.from !== 'string' || typeof value.as !== 'string')
    throw requestFailed('$lookup needs from and as')
  const table = tableOf(scope.core.tables, value.from)
  const { as } = value
  const find = Array.isArray(value.pipeline) ? byPipeline(table, value, scope) : byFields(table, value, scope)
  return documents.map((document) => ({ ...document, [as]: find(document) }))
}

function byFields(table: Table, { localField, foreignField }: Fields, { core }: Scope): (document: Fields) => Fields[] {
  if (typeof localField !== 'string' || typeof foreignField !== 'string')
    throw requestFailed('$lookup needs localField and foreignField, or a pipeline')
  return (document) => {
    const values = candidatesOf(valuesOf(document, localField)).filter((value) => !Array.isArray(value))
    const query = { [foreignField]: { $in: values.map((value) => value ?? null) } }
    return select(core, table, { query, order: [], offset: 0, limit: Infinity }).map(documentOf)
  }
}

function byPipeline(table: Table, value: Fields, { core, variables, run }: Scope): (document: Fields) => Fields[] {
  const stages = (value.pipeline as Value[]).map(readStage)
  const names = isFields(value.let) ? Object.entries(value.let) : []
  return (document) => {
    const own: Variables = Object.fromEntries(
      names.map(([name, expression]) => [name, evaluate(document, expression, variables)]),
    )
    return run(core, table, stages, { ...variables, ...own })
  }
}

function readStage(stage: Value): Stage {
  const [entry] = isFields(stage) ? Object.entries(stage) : []
  if (!entry) throw requestFailed('A pipeline stage specification object must contain exactly one field.')
  return { name: entry[0], value: entry[1] }
}
