import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Activity } from '../control/activity'
import type { Fault, FaultPlan } from '../control/faults'
import type { Engine, WireAnswer } from '../engine/engine'
import type { Invocation, Invocations } from '../functions/invocations'
import type { WireBody } from './admin'
import { sendJson } from './reply'

export interface DatabaseParts {
  engine: Engine
  invocations: Invocations
  faults: FaultPlan
  activity: Activity
}

export type DatabaseCall = { body: WireBody; token: string; invocation: Invocation | null; response: ServerResponse }

const CONFLICT = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message:
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your query',
}

/** Executes one database request, counts it for its invocation and lets the fault plan strike. */
export async function answerDatabase(parts: DatabaseParts, call: DatabaseCall): Promise<void> {
  const { invocation, response } = call
  if (invocation) invocation.databaseCalls += 1
  const fault = invocation ? parts.faults.strike(invocation, invocation.databaseCalls) : null
  if (fault && (await strikeBefore(parts.engine, fault, call))) return
  // While it was delayed the data may have been replaced.
  if (invocation?.over) return void response.destroy()
  const { answer, cost } = await parts.engine.execute(call.body, { id: call.token })
  if (invocation) {
    invocation.documentsRead += cost.documentsRead
    invocation.documentsWritten += cost.documentsWritten
  }
  if (fault && strikeAfter(fault, call)) return
  reply(response, answer)
}

/** True when the request is over: it was not executed. */
async function strikeBefore(engine: Engine, fault: Fault, call: DatabaseCall): Promise<boolean> {
  const { body, token, invocation, response } = call
  if (fault.kind === 'delay') {
    await wait(fault.ms ?? 0)
    return false
  }
  if (fault.kind === 'conflict') {
    // On the platform a conflict ends the transaction: its locks must be gone when the next try comes.
    if (body.transactionId !== undefined)
      await engine.execute({ action: 'database.abortTransaction', transactionId: body.transactionId }, { id: token })
    reply(response, CONFLICT)
    return true
  }
  if (fault.kind === 'kill' && !fault.after) {
    invocation?.kill?.()
    response.destroy()
    return true
  }
  return false
}

/** True when the request is over: it was executed and nobody hears of it. */
function strikeAfter(fault: Fault, { invocation, response }: DatabaseCall): boolean {
  if (fault.kind !== 'kill' && fault.kind !== 'commit-then-drop') return false
  if (fault.kind === 'kill') invocation?.kill?.()
  response.destroy()
  return true
}

function reply(response: ServerResponse, answer: WireAnswer): void {
  if (!response.destroyed) sendJson(response, 200, { requestId: randomUUID(), ...answer })
}
