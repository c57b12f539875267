/**
 * A fault of the local cloud as a change of its source text. `find` must stand in the file exactly once, so that a fault
 * cannot quietly stop being planted when the source moves on. `near` names the topic whose cases are tried first; it
 * saves time and decides nothing.
 */
export type Fault = { name: string; file: string; find: string; replace: string; near: string }

const engine = (file: string) => `localcloud/engine/${file}`
const match = engine('match.ts')
const update = engine('update.ts')
const arrays = engine('update-arrays.ts')
const write = engine('write.ts')
const transactions = engine('transactions.ts')
const commit = engine('write-in-transaction.ts')

const reading: Fault[] = [
  {
    name: 'a range crosses types',
    file: match,
    find: 'rankOf(value) === place && ',
    replace: '',
    near: 'comparison',
  },
  {
    name: 'a range by an index crosses types',
    file: engine('plan.ts'),
    find: "plan.terms.push(`${column.sql} ${comparison} ?`, `${column.sql} ${below ? '>=' : '<'} ?`)",
    replace: 'plan.terms.push(`${column.sql} ${comparison} ?`, `? IS NOT NULL`)',
    near: 'comparison',
  },
  {
    name: 'null does not find missing',
    file: engine('order.ts'),
    find: 'if (value === null || value === undefined) return rank.null',
    replace: 'if (value === undefined) return rank.minKey\n  if (value === null) return rank.null',
    near: 'comparison',
  },
  {
    name: 'neq passes over missing values',
    file: match,
    find: 'return not(equal(operand))',
    replace: 'return (values) => values.some((value) => value !== undefined) && !equal(operand)(values)',
    near: 'comparison',
  },
  {
    name: 'exists takes null for missing',
    file: match,
    find: 'value !== undefined) === truthy(operand)',
    replace: 'value !== undefined && value !== null) === truthy(operand)',
    near: 'comparison',
  },
  {
    name: 'gte leaves the bound out',
    file: match,
    find: '(order) => order >= 0',
    replace: '(order) => order > 0',
    near: 'comparison',
  },
  {
    name: 'or means and',
    file: match,
    find: 'parts.some((part) => part(document))',
    replace: 'parts.every((part) => part(document))',
    near: 'logic',
  },
  {
    name: 'elemMatch is met by several elements together',
    file: match,
    find: 'return anyElement((element) => isFields(element) && filter(element))',
    replace:
      'return (values) => Object.keys(operand).every((key) => values.some((list) => Array.isArray(list) && list.some((element) => isFields(element) && compileFilter({ [key]: operand[key]! })(element)))) && Boolean(filter)',
    near: 'nested',
  },
  {
    name: 'the flags of a regular expression are lost',
    file: engine('ejson.ts'),
    find: "[...'ims'].filter((flag) => options.includes(flag)).join('')",
    replace: "''",
    near: 'patterns',
  },
  {
    name: 'count ignores the condition',
    file: engine('read.ts'),
    find: 'countMatches(core, table, queryOf(core, request))',
    replace: 'countMatches(core, table, {})',
    near: 'listing',
  },
  {
    name: 'the limit is one too many',
    file: engine('read.ts'),
    find: 'limit: Math.min(limit, rowsMax) }',
    replace: 'limit: Math.min(limit, rowsMax) + 1 }',
    near: 'listing',
  },
  {
    name: 'skip is ignored',
    file: engine('read.ts'),
    find: 'const offset = Number(request.offset ?? 0)',
    replace: 'const offset = 0 * Number(request.offset ?? 0)',
    near: 'listing',
  },
  {
    name: 'a descending order is ignored',
    file: engine('select.ts'),
    find: 'const difference = compareValues(a[i], b[i]) * (order[i]?.direction ?? 1)',
    replace: 'const difference = compareValues(a[i], b[i])',
    near: 'listing',
  },
  {
    name: 'a descending order by an index is ignored',
    file: engine('select.ts'),
    find: "${direction === -1 ? ' DESC' : ''}",
    replace: '',
    near: 'listing',
  },
  {
    name: 'the projection is ignored',
    file: engine('read.ts'),
    find: 'const projection = request.projection ?',
    replace: 'const projection = request.neverThere ?',
    near: 'projection',
  },
  {
    name: 'near gives the farthest first',
    file: engine('select.ts'),
    find: '(a, b) => a.metres - b.metres',
    replace: '(a, b) => b.metres - a.metres',
    near: 'geography',
  },
  {
    name: 'the greatest distance is ignored',
    file: engine('geo-query.ts'),
    find: 'most: Number(operand.$maxDistance ?? Infinity)',
    replace: 'most: Infinity',
    near: 'geography',
  },
  {
    name: 'an aggregation ignores its match',
    file: engine('pipeline.ts'),
    find: "selection.query = object('$match', match)",
    replace: "object('$match', match)",
    near: 'aggregation',
  },
  {
    name: 'lookup finds nothing',
    file: engine('lookup.ts'),
    find: '[as]: find(document) }',
    replace: '[as]: find(document).slice(0, 0) }',
    near: 'joins',
  },
]

const changing: Fault[] = [
  {
    name: 'an increment is lost',
    file: update,
    find: "name === '$inc' ? value + operand :",
    replace: "name === '$inc' ? value :",
    near: 'update of fields',
  },
  {
    name: 'an increment of text is accepted',
    file: update,
    find: "if (typeof value === 'number') return name ===",
    replace: "if (typeof value !== 'object') return name ===",
    near: 'update of fields',
  },
  {
    name: 'max means min',
    file: update,
    find: '(order) => order > 0',
    replace: '(order) => order < 0',
    near: 'update of fields',
  },
  {
    name: 'rename leaves the old field',
    file: update,
    find: '  place.unset()\n  placeOf(',
    replace: '  placeOf(',
    near: 'update of fields',
  },
  {
    name: 'a nested update replaces instead of merging',
    file: engine('update-path.ts'),
    find: 'if (next === undefined) {',
    replace: 'if (next === undefined || (create && isFields(next))) {',
    near: 'update of fields',
  },
  {
    name: 'the sign $ names the first element',
    file: engine('positional.ts'),
    find: 'if (position !== -1) return position',
    replace: 'if (position !== -1) return 0',
    near: 'update of lists',
  },
  {
    name: 'push ignores the position',
    file: arrays,
    find: "typeof modifiers.$position === 'number' ? modifiers.$position : list.length",
    replace: 'list.length',
    near: 'update of lists',
  },
  {
    name: 'a negative slice keeps the first',
    file: arrays,
    find: 'after.slice(modifiers.$slice) :',
    replace: 'after.slice(0, -modifiers.$slice) :',
    near: 'update of lists',
  },
  {
    name: 'pop takes the first',
    file: arrays,
    find: 'operand === 1 ? list.slice(0, -1)',
    replace: 'operand === -1 ? list.slice(0, -1)',
    near: 'update of lists',
  },
  {
    name: 'addToSet adds what is there',
    file: arrays,
    find: 'if (!after.some((element) => sameValue(element, value))) after.push',
    replace: 'after.push',
    near: 'update of lists',
  },
  {
    name: 'set inserts nothing',
    file: write,
    find: 'if (!stored) insertStored(core, table, document)',
    replace: 'if (!stored) void 0',
    near: 'writing',
  },
  {
    name: 'set merges instead of replacing',
    file: write,
    find: 'else replaceStored(core, table, stored, document)',
    replace: 'else replaceStored(core, table, stored, { ...documentOf(stored), ...document })',
    near: 'writing',
  },
  {
    name: 'an update of many changes one',
    file: write,
    find: 'request.multi === false ? 1 : Infinity',
    replace: '1',
    near: 'writing',
  },
  {
    name: 'an update of one changes many',
    file: write,
    find: 'request.multi === false ? 1 : Infinity',
    replace: 'Infinity',
    near: 'writing',
  },
  {
    name: 'the ids of many come back in another order',
    file: write,
    find: 'insertedIds: documents.map(({ _id }) => _id)',
    replace: 'insertedIds: documents.map(({ _id }) => _id).reverse()',
    near: 'writing',
  },
  {
    name: 'a unique index is not enforced',
    file: engine('tables.ts'),
    find: "${index.unique ? 'UNIQUE ' : ''}",
    replace: '',
    near: 'refusals',
  },
  {
    name: 'a missing collection is refused with the wrong code',
    file: engine('refused.ts'),
    find: "'DATABASE_COLLECTION_NOT_EXIST'",
    replace: "'DATABASE_REQUEST_FAILED'",
    near: 'refusals',
  },
  {
    name: 'a duplicate does not say so',
    file: engine('table.ts'),
    find: 'E11000 duplicate key error',
    replace: 'taken',
    near: 'refusals',
  },
  {
    name: 'an error reaches the SDK without its code',
    file: 'localcloud/gateway/database-call.ts',
    find: '{ requestId: randomUUID(), ...answer }',
    replace: '{ requestId: randomUUID(), ...answer, code: undefined }',
    near: 'refusals',
  },
  {
    name: 'dates are kept as text',
    file: engine('ejson.ts'),
    find: 'return `{"$date":{"$numberLong":"${value.getTime()}"}}`',
    replace: 'return JSON.stringify(value)',
    near: 'values',
  },
  {
    name: 'the offset of serverDate is ignored',
    file: engine('ejson.ts'),
    find: 'now + (isFields(inner) ?',
    replace: 'now + 0 * (isFields(inner) ?',
    near: 'values',
  },
  {
    name: 'serverDate is the clock of the machine',
    file: engine('ejson.ts'),
    find: 'new Date(now + (isFields',
    replace: 'new Date(Date.now() + (isFields',
    near: 'values',
  },
]

const together: Fault[] = [
  {
    name: 'a transaction reads the present instead of its snapshot',
    file: transactions,
    find: 'return before !== undefined ? before :',
    replace: 'return before === null && false ? before :',
    near: 'transactions',
  },
  {
    name: 'a transaction does not read what it wrote',
    file: transactions,
    find: 'const own = transaction.changes.get(document)\n',
    replace: 'const own = undefined as PendingChange | undefined\n',
    near: 'transactions',
  },
  {
    name: 'a rollback is lost',
    file: engine('execute.ts'),
    find: 'endTransaction(core.transactions, useTransaction(core.transactions, request.transactionId))',
    replace: 'void commitTransaction(core, request.transactionId)',
    near: 'transactions',
  },
  {
    name: 'a commit writes one document of several',
    file: commit,
    find: 'for (const change of changes) apply(core, change)',
    replace: 'for (const change of changes.slice(0, 1)) apply(core, change)',
    near: 'transactions',
  },
  {
    name: 'the second writer of a document meets no conflict',
    file: transactions,
    find: 'if (holder && holder !== transaction)\n',
    replace: 'if (holder && holder !== transaction && !key)\n',
    near: 'locks',
  },
  {
    name: 'a document that changed since the snapshot is written over',
    file: transactions,
    find: 'if (transactions.history.before(key, snapshot) !== undefined)',
    replace: 'if (snapshot < 0)',
    near: 'locks',
  },
  {
    name: 'an ordinary write does not wait for the transaction',
    file: transactions,
    find: 'if (holder) throw new Blocked(holder.ended)',
    replace: '',
    near: 'locks',
  },
  {
    name: 'a lock outlives its transaction',
    file: transactions,
    find: 'if (transactions.locks.get(document) === transaction) transactions.locks.delete(document)',
    replace: 'void document',
    near: 'locks',
  },
  {
    name: 'a duplicate inside a transaction is written over',
    file: commit,
    find: 'if (readInTransaction(core.transactions, transaction, table, id) !== null)\n      throw',
    replace: 'if (id === undefined)\n      throw',
    near: 'runs',
  },
  {
    name: 'a transaction never ends by itself',
    file: transactions,
    find: 'transactionLimitMs = 30_000',
    replace: 'transactionLimitMs = 30_000_000',
    near: 'locks',
  },
]

const around: Fault[] = [
  {
    name: 'a function is called without its event',
    file: 'localcloud/gateway/admin.ts',
    find: '(JSON.parse(String(body.request_data)) as object) : {}',
    replace: '{} : {}',
    near: 'functions',
  },
  {
    name: 'a function that failed seems to have answered',
    file: 'localcloud/gateway/admin.ts',
    find: 'if (!outcome.ok) return { code: outcome.failure.code, message: outcome.failure.message }',
    replace: "if (!outcome.ok) return { data: { response_data: 'null' } }",
    near: 'functions',
  },
  {
    name: 'a function may call any interface',
    file: 'localcloud/platform/openapi.ts',
    find: 'definition.openapi.includes(apiName)',
    replace: 'apiName.length > 0',
    near: 'functions',
  },
  {
    name: 'a scene may have any length',
    file: 'localcloud/platform/wxacode.ts',
    find: 'if (!SCENE.test(scene))',
    replace: "if (!SCENE.test('m'))",
    near: 'functions',
  },
]

export const faults: Fault[] = [...reading, ...changing, ...together, ...around]
