import { toJSONSchema } from 'zod/v4/core'
import { doorRefusals, type Operation } from '../shared/kit/contract'
import { operations } from '../shared/operations'

// npm run -s contract [-- --json]: every operation of the product, who may call it and what it takes and gives.
const described = operations.map(describe)
if (process.argv.includes('--json')) console.log(JSON.stringify({ doorRefusals, operations: described }, null, 2))
else for (const one of described) console.log(readable(one))

function describe(operation: Operation) {
  const { name, audience, kind, roles, refusals, limits, budget, input, output } = operation
  return {
    name,
    /** The deployed function that serves it. */
    function: audience,
    kind,
    roles,
    refusals,
    limits,
    budget,
    input: toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
    output: toJSONSchema(output, { io: 'output', unrepresentable: 'any' }),
  }
}

function readable(one: ReturnType<typeof describe>): string {
  const { budget, limits } = one
  return [
    `${one.name}  (${one.kind}, function ${one.function}, for ${one.roles.join(', ')})`,
    `  takes   ${shape(one.input)}`,
    `  gives   ${shape(one.output)}`,
    `  refuses ${one.refusals.length > 0 ? one.refusals.join(', ') : 'only what the door refuses'}`,
    `  costs   at most ${budget.sequential} calls in sequence, ${budget.total} in all; ${limits.perMinute} a minute a person`,
    '',
  ].join('\n')
}

type Schema = {
  type?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: unknown
  anyOf?: Schema[]
}

/** The outer shape in one line; `--json` has the whole. */
function shape(schema: unknown): string {
  const { type, properties, required = [], anyOf, items } = schema as Schema
  if (anyOf) return anyOf.map(shape).join(' | ')
  if (type === 'array') return `${shape(items ?? {})}[]`
  if (!properties) return typeof type === 'string' ? type : 'any'
  const fields = Object.entries(properties).map(
    ([name, field]) => `${name}${required.includes(name) ? '' : '?'}: ${brief(field)}`,
  )
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}'
}

function brief(schema: Schema): string {
  if (schema.properties) return '{…}'
  return schema.type === 'array' ? `${brief((schema.items ?? {}) as Schema)}[]` : shape(schema)
}
