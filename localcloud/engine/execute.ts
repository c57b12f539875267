import { aggregateDocuments } from './aggregate'
import type { Core } from './core'
import type { Answered, Invocation, WireRequest } from './engine'
import { calculateDocument, getDocument } from './read'
import { invalidParameter, Refused, requestFailed } from './refused'
import { requireDocumentOperation, requireOwnTransaction } from './strict'
import { addTable } from './tables'
import { endTransaction, startTransaction, useTransaction } from './transactions'
import { insertDocument, modifyAndReturnDoc, modifyDocument, removeDocument } from './write'
import { commitTransaction } from './write-in-transaction'

type Action = (core: Core, request: WireRequest, invocation: Invocation) => Answered | Promise<Answered>

const documentActions: { [action: string]: Action } = {
  'database.getDocument': getDocument,
  'database.insertDocument': insertDocument,
  'database.modifyDocument': modifyDocument,
  'database.removeDocument': removeDocument,
  'database.calculateDocument': calculateDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
}

const otherActions: { [action: string]: Action } = {
  'database.addCollection': addCollection,
  'database.startTransaction': (core, _request, invocation) =>
    free({ transactionId: startTransaction(core.transactions, invocation.id).id }),
  'database.commitTransaction': commit,
  'database.abortTransaction': abort,
}

/** Answers one request. Errors of the platform come back as `{ code, message }`; so does a fault of the engine itself. */
export async function execute(core: Core, request: WireRequest, invocation: Invocation): Promise<Answered> {
  try {
    return await run(core, request, invocation)
  } catch (error) {
    const refused =
      error instanceof Refused ? error : new Refused('SYS_ERR', `${(error as Error).stack ?? String(error)}`)
    return free({ code: refused.code, message: refused.message })
  }
}

function run(core: Core, request: WireRequest, invocation: Invocation): Answered | Promise<Answered> {
  const action = Object.hasOwn(documentActions, request.action) ? documentActions[request.action] : undefined
  if (action) {
    requireDocumentOperation(core, request)
    requireOwnTransaction(core, request, invocation.id)
    return action(core, request, invocation)
  }
  const other = Object.hasOwn(otherActions, request.action) ? otherActions[request.action] : undefined
  if (!other) throw invalidParameter(`The local cloud does not emulate the action «${String(request.action)}».`)
  return other(core, request, invocation)
}

function addCollection(core: Core, request: WireRequest): Answered {
  const name = request.collectionName
  if (typeof name !== 'string' || !/^[a-zA-Z0-9_-]{1,64}$/.test(name))
    throw invalidParameter('a collection is named by 1 to 64 letters, digits, _ or -')
  core.committer.flush()
  if (!addTable(core.sqlite, core.tables, name))
    throw requestFailed(`[ResourceUnavailable.ResourceExist] Table exist: ${name}`)
  return free({ data: {} })
}

async function commit(core: Core, request: WireRequest): Promise<Answered> {
  const documentsWritten = await commitTransaction(core, request.transactionId)
  return { answer: { transactionId: request.transactionId }, cost: { documentsRead: 0, documentsWritten } }
}

function abort(core: Core, request: WireRequest): Answered {
  endTransaction(core.transactions, useTransaction(core.transactions, request.transactionId))
  return free({ transactionId: request.transactionId })
}

const free = (answer: Record<string, unknown>): Answered => ({
  answer,
  cost: { documentsRead: 0, documentsWritten: 0 },
})
