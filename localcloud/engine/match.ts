import { candidatesOf, valuesOf } from './candidates'
import { isFields, type Fields, type Value } from './ejson'
import { evaluate } from './expression'
import { geoTest } from './geo-query'
import { compareValues, rankOf, sameValue } from './order'
import { isOperators } from './plan'
import { invalidOperator, requestFailed } from './refused'
import { typeTest } from './types'

export type Filter = (document: Fields) => boolean
type Variables = { [name: string]: Value | undefined }
type Values = (Value | undefined)[]
type Test = (values: Values) => boolean

/**
 * Compiles a query into a test of one document, in the cloud's meaning: ranges stay within a type, missing equals null, an array matches by
 * any element. Throws for an operator that the cloud does not know, whatever the documents.
 */
export function compileFilter(query: Fields, variables: Variables = {}): Filter {
  const parts = Object.entries(query).map(([field, condition]) =>
    field.startsWith('$') ? logic(field, condition, variables) : fieldFilter(field, condition),
  )
  return parts.length === 1 ? (parts[0] as Filter) : (document) => parts.every((part) => part(document))
}

function logic(operator: string, operand: Value, variables: Variables): Filter {
  if (operator === '$expr') return (document) => truthy(evaluate(document, operand, variables))
  if (operator === '$comment') return () => true
  if (operator !== '$and' && operator !== '$or' && operator !== '$nor')
    throw invalidOperator(`unknown top level operator: ${operator}`)
  if (!Array.isArray(operand) || operand.length === 0) throw requestFailed(`${operator} must be a nonempty array`)
  const parts = operand.map((part) => {
    if (!isFields(part)) throw requestFailed(`${operator} entries need to be full objects`)
    return compileFilter(part, variables)
  })
  if (operator === '$and') return (document) => parts.every((part) => part(document))
  const any: Filter = (document) => parts.some((part) => part(document))
  return operator === '$or' ? any : (document) => !any(document)
}

function fieldFilter(path: string, condition: Value): Filter {
  const test = valueTest(condition)
  return (document) => test(valuesOf(document, path))
}

function valueTest(condition: Value): Test {
  if (condition instanceof RegExp) return pattern(condition)
  if (!isOperators(condition)) return equal(condition)
  const tests = Object.entries(condition).map(([operator, operand]) => operatorTest(operator, operand, condition))
  return (values) => tests.every((test) => test(values))
}

function operatorTest(operator: string, operand: Value, whole: Fields): Test {
  switch (operator) {
    case '$eq':
      return equal(operand)
    case '$ne':
      return not(equal(operand))
    case '$in':
      return oneOf(operator, operand)
    case '$nin':
      return not(oneOf(operator, operand))
    case '$gt':
      return range(operand, (order) => order > 0)
    case '$gte':
      return range(operand, (order) => order >= 0)
    case '$lt':
      return range(operand, (order) => order < 0)
    case '$lte':
      return range(operand, (order) => order <= 0)
    case '$not':
      return negation(operand)
    case '$exists':
      return (values) => values.some((value) => value !== undefined) === truthy(operand)
    case '$mod':
      return remainder(operand)
    case '$regex':
      return pattern(regexOf(operand, whole.$options))
    case '$options':
      return () => true
    case '$all':
      return all(operand)
    case '$size':
      return (values) => values.some((value) => Array.isArray(value) && value.length === operand)
    case '$elemMatch':
      return elementMatch(operand)
    case '$type':
      return typeTest(operand)
    default:
      return geoTest(operator, operand) ?? fail(operator)
  }
}

function equal(operand: Value): Test {
  return (values) => candidatesOf(values).some((value) => sameValue(value, operand))
}

function oneOf(operator: string, operand: Value): Test {
  if (!Array.isArray(operand)) throw requestFailed(`${operator} needs an array`)
  const tests = operand.map((item) => (item instanceof RegExp ? pattern(item) : equal(item)))
  return (values) => tests.some((test) => test(values))
}

function range(operand: Value, fits: (order: number) => boolean): Test {
  const place = rankOf(operand)
  // NaN has an order for sorting, but is neither more nor less than any number.
  const comparable = (value: Value | undefined) =>
    rankOf(value) === place && Number.isNaN(value) === Number.isNaN(operand)
  return (values) => candidatesOf(values).some((value) => comparable(value) && fits(compareValues(value, operand)))
}

function negation(operand: Value): Test {
  if (!(operand instanceof RegExp) && !isOperators(operand)) throw requestFailed('$not needs a regex or a document')
  return not(valueTest(operand))
}

function remainder(operand: Value): Test {
  const [divisor, rest] = Array.isArray(operand) ? operand.map((part) => Math.trunc(Number(part))) : []
  if (divisor === undefined || rest === undefined || Number.isNaN(divisor))
    throw requestFailed('malformed mod, needs to be an array of two numbers')
  if (divisor === 0) throw requestFailed('divisor cannot be 0')
  return (values) =>
    candidatesOf(values).some((value) => typeof value === 'number' && Math.trunc(value) % divisor === rest)
}

function pattern(regex: RegExp): Test {
  return (values) =>
    candidatesOf(values).some((value) =>
      typeof value === 'string' ? regex.test(value) : value instanceof RegExp && sameValue(value, regex),
    )
}

function regexOf(operand: Value, options: Value | undefined): RegExp {
  const flags =
    typeof options === 'string' ? options.replace(/[^ims]/g, '') : operand instanceof RegExp ? operand.flags : ''
  try {
    return new RegExp(operand instanceof RegExp ? operand.source : String(operand), flags)
  } catch (error) {
    throw requestFailed(`Regular expression is invalid: ${(error as Error).message}`)
  }
}

function all(operand: Value): Test {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array')
  const tests = operand.map(valueTest)
  return (values) => tests.length > 0 && tests.every((test) => test(values))
}

// Operators test the elements themselves, anything else their fields.
function elementMatch(operand: Value): Test {
  if (!isFields(operand)) throw requestFailed('$elemMatch needs an Object')
  const logical = ['$and', '$or', '$nor'].includes(Object.keys(operand)[0] ?? '')
  if (isOperators(operand) && !logical) {
    const test = valueTest(operand)
    return anyElement((element) => test([element]))
  }
  const filter = compileFilter(operand)
  return anyElement((element) => isFields(element) && filter(element))
}

const anyElement =
  (test: (element: Value) => boolean): Test =>
  (values) =>
    values.some((value) => Array.isArray(value) && value.some(test))

const not =
  (test: Test): Test =>
  (values) =>
    !test(values)

const truthy = (value: unknown) => value !== false && value !== null && value !== undefined && value !== 0

function fail(operator: string): never {
  throw invalidOperator(`unknown operator: ${operator}`)
}
