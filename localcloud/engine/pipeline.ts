import { Aggregator } from 'mingo'
import { bucket, sample } from './bucket'
import type { Core } from './core'
import { isFields, type Fields, type Value } from './ejson'
import { geoNear } from './geo-near'
import { lookup } from './lookup'
import { compileFilter } from './match'
import { Refused, requestFailed } from './refused'
import { documentOf, select, sortDocuments, type Order, type Selection } from './select'
import type { Table } from './table'

export type Stage = { name: string; value: Value }
/** Variables of an enclosing `$lookup`, read as `$$name`. */
export type Variables = { [name: string]: Value | undefined }
/** What a stage works with besides its documents. */
export type Scope = { core: Core; variables: Variables; run: typeof runPipeline }

type Work = (documents: Fields[], value: Value, scope: Scope) => Fields[]

const ownStages: { [name: string]: Work } = {
  $match: (documents, value, { variables }) => documents.filter(compileFilter(object('$match', value), variables)),
  $sort: (documents, value) => sortDocuments(documents, orderOf(value)),
  $skip: (documents, value) => documents.slice(whole('$skip', value)),
  $limit: (documents, value) => documents.slice(0, whole('$limit', value)),
  $count: (documents, value) => (documents.length === 0 ? [] : [{ [String(value)]: documents.length }]),
  $lookup: lookup,
  $bucket: bucket,
  $sample: sample,
}

/** Stages that mingo works out; what is in neither list does not exist on the platform. */
const otherStages = [
  '$project',
  '$group',
  '$unwind',
  '$addFields',
  '$set',
  '$unset',
  '$replaceRoot',
  '$replaceWith',
  '$bucketAuto',
  '$sortByCount',
]

/**
 * The documents that come out of a pipeline over a collection. What its first stages ask (`$match`, `$sort`, `$skip`, `$limit`, in this order)
 * is asked of the tables; the rest is worked out on the documents.
 */
export function runPipeline(core: Core, table: Table, stages: Stage[], variables: Variables): Fields[] {
  for (const { name } of stages) requireStage(name)
  const [first] = stages
  if (first?.name === '$geoNear')
    return runStages(geoNear(core, table, first.value), stages.slice(1), { core, variables, run: runPipeline })
  const { selection, used } = leadingSelection(stages)
  const documents = select(core, table, selection, variables).map(documentOf)
  return runStages(documents, stages.slice(used), { core, variables, run: runPipeline })
}

function runStages(documents: Fields[], stages: Stage[], scope: Scope): Fields[] {
  return stages.reduce((rest, { name, value }) => (ownStages[name] ?? other(name))(rest, value, scope), documents)
}

function leadingSelection(stages: Stage[]): { selection: Selection; used: number } {
  const selection: Selection = { query: {}, order: [], offset: 0, limit: Infinity }
  let used = 0
  const next = (name: string) => (stages[used]?.name === name ? (stages[used++] as Stage).value : undefined)
  const match = next('$match')
  if (match !== undefined) selection.query = object('$match', match)
  const sort = next('$sort')
  if (sort !== undefined) selection.order = orderOf(sort)
  const skip = next('$skip')
  if (skip !== undefined) selection.offset = whole('$skip', skip)
  const limit = next('$limit')
  if (limit !== undefined) selection.limit = whole('$limit', limit)
  return { selection, used }
}

function other(name: string): Work {
  return (documents, value, { variables }) => {
    try {
      return new Aggregator([{ [name]: value }] as never, { variables }).run(documents as never) as Fields[]
    } catch (error) {
      if (error instanceof Refused) throw error
      throw requestFailed(`${name}: ${(error as Error).message}`)
    }
  }
}

function requireStage(name: string): void {
  if (name !== '$geoNear' && !Object.hasOwn(ownStages, name) && !otherStages.includes(name))
    throw requestFailed(`Unrecognized pipeline stage name: '${name}'`)
}

function object(name: string, value: Value): Fields {
  if (!isFields(value)) throw requestFailed(`the ${name} stage needs an object`)
  return value
}

function whole(name: string, value: Value): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || (name === '$limit' && value === 0))
    throw requestFailed(
      `invalid argument to ${name} stage: expected a ${name === '$limit' ? 'positive' : 'non-negative'} whole number`,
    )
  return value
}

function orderOf(value: Value): Order {
  const entries = Object.entries(object('$sort', value))
  if (entries.length === 0) throw requestFailed('$sort stage must have at least one sort key')
  return entries.map(([path, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    return { path, direction }
  })
}
