import { Aggregator } from 'mingo'
import type { Fields, Value } from './ejson'
import { requestFailed } from './refused'

/** The value of an aggregation expression for one document; `variables` are read as `$$name`. */
export function evaluate(
  document: Fields,
  expression: Value,
  variables: { [name: string]: Value | undefined } = {},
): Value | undefined {
  try {
    const project = new Aggregator([{ $project: { _id: 0, value: expression } }] as never, { variables })
    return (project.run([document as never]) as Fields[])[0]?.value
  } catch (error) {
    throw requestFailed((error as Error).message)
  }
}
