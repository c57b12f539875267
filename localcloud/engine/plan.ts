import { isFields, isOpaque, type Fields, type Value } from './ejson'
import { blobRange, keyOf, listKeys, lowestNumberKey, nullKey, type Key } from './keys'
import { holdsLists, type Column, type Table } from './table'

/**
 * What SQL can say of a query. `terms` are joined by AND and never leave out a match; when `exact` they decide alone, else the
 * documents they let through must still be tested. `constrained` are the paths pinned or ranged by them, for the choice of index.
 */
export type Plan = {
  terms: string[]
  parameters: Key[]
  exact: boolean
  constrained: Map<string, 'equal' | 'range'>
  branches: Plan[][]
}

export function planQuery(table: Table, query: Fields): Plan {
  const plan: Plan = { terms: [], parameters: [], exact: true, constrained: new Map(), branches: [] }
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) condition.forEach((part) => addPart(plan, table, part))
    else if (field === '$or' && Array.isArray(condition)) addAlternatives(plan, table, condition)
    else if (field.startsWith('$')) plan.exact = false
    else addField(plan, table, field, condition)
  }
  return plan
}

export const whereOf = (plan: Plan): string => (plan.terms.length === 0 ? '' : ` WHERE ${plan.terms.join(' AND ')}`)

/** True for `{ $gt: 1 }` and the like, false for a plain value to be equal to. */
export function isOperators(value: Value | undefined): value is Fields {
  return isFields(value) && !isOpaque(value) && Object.keys(value)[0]?.startsWith('$') === true
}

function addPart(plan: Plan, table: Table, part: Value): void {
  if (!isFields(part)) return void (plan.exact = false)
  const inner = planQuery(table, part)
  plan.terms.push(...inner.terms)
  plan.parameters.push(...inner.parameters)
  plan.exact &&= inner.exact
  plan.branches.push(...inner.branches)
  for (const [path, how] of inner.constrained) constrain(plan, path, how)
}

// Alternatives narrow only when every one of them can be said in SQL.
function addAlternatives(plan: Plan, table: Table, alternatives: Value[]): void {
  const inner = alternatives.map((part) => (isFields(part) ? planQuery(table, part) : null))
  if (inner.some((part) => part === null || part.terms.length === 0)) return void (plan.exact = false)
  const parts = inner as Plan[]
  plan.terms.push(`(${parts.map((part) => part.terms.join(' AND ')).join(' OR ')})`)
  for (const part of parts) {
    plan.parameters.push(...part.parameters)
    plan.exact &&= part.exact
  }
  plan.branches.push(parts)
}

function addField(plan: Plan, table: Table, field: string, condition: Value): void {
  const column = table.columns.get(field)
  if (!column) return void (plan.exact = false)
  if (column.multi && holdsLists(table, column)) return addFieldWithLists(plan, column, condition)
  addCondition(plan, column, condition)
}

// A column says too little of a list, which matches by any element: besides what it finds, every list is let through to be tested.
function addFieldWithLists(plan: Plan, column: Column, condition: Value): void {
  const inner: Plan = { terms: [], parameters: [], exact: true, constrained: new Map(), branches: [] }
  addCondition(inner, column, condition)
  plan.exact = false
  if (inner.terms.length === 0) return
  plan.terms.push(`(${inner.terms.join(' AND ')} OR ${column.sql} >= ? AND ${column.sql} < ?)`)
  plan.parameters.push(...inner.parameters, listKeys.from, listKeys.to)
  for (const [path, how] of inner.constrained) constrain(plan, path, how)
}

function addCondition(plan: Plan, column: Column, condition: Value): void {
  if (condition instanceof RegExp) addPrefix(plan, column, condition)
  else if (!isOperators(condition)) addEqual(plan, column, condition)
  else
    for (const [operator, operand] of Object.entries(condition)) addOperator(plan, column, operator, operand as Value)
}

function addOperator(plan: Plan, column: Column, operator: string, operand: Value): void {
  if (operator === '$eq') addEqual(plan, column, operand)
  else if (operator === '$in' && Array.isArray(operand)) addIn(plan, column, operand)
  else if (operator === '$gt' || operator === '$gte' || operator === '$lt' || operator === '$lte')
    addRange(plan, column, operator, operand)
  else plan.exact = false
}

function addEqual(plan: Plan, column: Column, value: Value): void {
  if (Array.isArray(value) || value instanceof RegExp || Number.isNaN(value)) return void (plan.exact = false)
  plan.terms.push(`${column.sql} = ?`)
  plan.parameters.push(keyOf(value))
  constrain(plan, column.path, 'equal')
}

function addIn(plan: Plan, column: Column, values: Value[]): void {
  if (values.some((value) => Array.isArray(value) || value instanceof RegExp)) return void (plan.exact = false)
  plan.terms.push(values.length === 0 ? '0' : `${column.sql} IN (${values.map(() => '?').join()})`)
  plan.parameters.push(...values.map(keyOf))
  constrain(plan, column.path, 'equal')
}

// Ranges stay within the type of their bound, as in the cloud.
function addRange(plan: Plan, column: Column, operator: '$gt' | '$gte' | '$lt' | '$lte', value: Value): void {
  if (value === null) return addNullRange(plan, column, operator)
  if (Array.isArray(value) || value instanceof RegExp || Number.isNaN(value)) return void (plan.exact = false)
  const comparison = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' }[operator]
  const below = operator === '$lt' || operator === '$lte'
  plan.terms.push(`${column.sql} ${comparison} ?`, `${column.sql} ${below ? '>=' : '<'} ?`)
  plan.parameters.push(keyOf(value), below ? floorOf(value) : ceilingOf(value))
  constrain(plan, column.path, 'range')
}

function addNullRange(plan: Plan, column: Column, operator: string): void {
  if (operator === '$gt' || operator === '$lt') plan.terms.push('0')
  else {
    plan.terms.push(`${column.sql} = ?`)
    plan.parameters.push(nullKey)
  }
  constrain(plan, column.path, 'equal')
}

function addPrefix(plan: Plan, column: Column, pattern: RegExp): void {
  plan.exact = false
  const prefix = pattern.flags === '' ? /^\^([\w -]+)/.exec(pattern.source)?.[1] : undefined
  const next = prefix && pattern.source.slice(prefix.length + 1)
  // A quantifier or an alternative behind the prefix may undo it.
  if (!prefix || /^[*?{]/.test(next ?? '') || pattern.source.includes('|')) return
  const last = prefix.length - 1
  plan.terms.push(`${column.sql} >= ?`, `${column.sql} < ?`)
  plan.parameters.push(prefix, prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1))
  constrain(plan, column.path, 'range')
}

function constrain(plan: Plan, path: string, how: 'equal' | 'range'): void {
  if (plan.constrained.get(path) !== 'equal') plan.constrained.set(path, how)
}

function floorOf(value: Value): Key {
  if (typeof value === 'number') return lowestNumberKey
  return typeof value === 'string' ? '' : blobRange(value).from
}

function ceilingOf(value: Value): Key {
  if (typeof value === 'number') return ''
  return typeof value === 'string' ? Buffer.from([0]) : blobRange(value).to
}
