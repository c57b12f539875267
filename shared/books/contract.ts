import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { cursorText } from '../kit/fields'

/** Checks the books of a page of members: the lots add up to the balance and the entries fold to the account. */
export const booksAudit = operation({
  name: 'books.audit',
  audience: 'manager',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({ cursor: z.optional(cursorText) }),
  output: z.strictObject({
    accounts: z.int(),
    entries: z.int(),
    faults: z.array(z.strictObject({ accountId: z.string(), fault: z.string() })),
    nextCursor: z.nullable(z.string()),
  }),
  refusals: [],
  limits: { perMinute: 600 },
  budget: { sequential: 60, total: 64 },
})
