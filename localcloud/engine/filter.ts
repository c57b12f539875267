import { Query } from 'mingo'
import type { Fields } from './ejson'
import { invalidOperator } from './refused'

/** A test whether a document matches; for what the typed columns cannot decide. Throws for an operator the cloud does not know. */
export function compileFilter(query: Fields): (document: Fields) => boolean {
  try {
    const compiled = new Query(query)
    return (document) => compiled.test(document)
  } catch (error) {
    throw invalidOperator((error as Error).message)
  }
}
