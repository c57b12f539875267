import { aggregation } from './cases/aggregation'
import { byIndex, comparison } from './cases/comparison'
import { expressions } from './cases/expressions'
import { functions } from './cases/functions'
import { geography } from './cases/geography'
import { groups } from './cases/groups'
import { joins } from './cases/joins'
import { listing } from './cases/listing'
import { locks } from './cases/locks'
import { logic } from './cases/logic'
import { nested } from './cases/nested'
import { patterns } from './cases/patterns'
import { projection } from './cases/projection'
import { refusals } from './cases/refusals'
import { runs } from './cases/runs'
import { transactions } from './cases/transactions'
import { updateArrays } from './cases/update-arrays'
import { updateFields } from './cases/update-fields'
import { values } from './cases/values'
import { writing } from './cases/writing'
import type { Case } from './sdk'

/** Every promise of the database, by topic: the one list that runs against the local cloud and a real environment. */
export const topics: Record<string, Case[]> = {
  comparison,
  'comparison by an index': byIndex,
  logic,
  nested,
  patterns,
  listing,
  projection,
  writing,
  refusals,
  'update of fields': updateFields,
  'update of lists': updateArrays,
  values,
  geography,
  aggregation,
  groups,
  joins,
  expressions,
  transactions,
  locks,
  runs,
  functions,
}
