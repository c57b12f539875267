import { isFields, type Fields, type Value } from './ejson'
import { compileFilter } from './match'
import { isOperators } from './plan'
import { valueAt } from './paths'
import { requestFailed } from './refused'

/** The position of the first element of the array at `path` that made the document match the query: what `$` stands for. */
export function matchedPosition(document: Fields, path: string, query: Fields): number {
  const list = valueAt(document, path).value
  for (const [field, condition] of conditionsOf(query)) {
    const inner = field === path ? '' : field.startsWith(`${path}.`) ? field.slice(path.length + 1) : null
    if (inner === null || !Array.isArray(list)) continue
    const position = list.findIndex(elementTest(inner, condition))
    if (position !== -1) return position
  }
  throw requestFailed('The positional operator did not find the match needed from the query.')
}

function conditionsOf(query: Fields): [string, Value][] {
  return Object.entries(query).flatMap(([field, condition]) =>
    (field === '$and' || field === '$or') && Array.isArray(condition)
      ? condition.filter(isFields).flatMap(conditionsOf)
      : [[field, condition] as [string, Value]],
  )
}

function elementTest(inner: string, condition: Value): (element: Value) => boolean {
  if (inner !== '') return fieldTest(inner, condition)
  const elemMatch = isOperators(condition) ? condition.$elemMatch : undefined
  if (isFields(elemMatch) && !isOperators(elemMatch)) {
    const matches = compileFilter(elemMatch)
    return (element) => isFields(element) && matches(element)
  }
  const matches = compileFilter({ element: elemMatch ?? condition })
  return (element) => matches({ element })
}

function fieldTest(inner: string, condition: Value): (element: Value) => boolean {
  const matches = compileFilter({ [inner]: condition })
  return (element) => isFields(element) && matches(element)
}
