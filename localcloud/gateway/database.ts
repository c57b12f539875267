import { randomUUID } from 'node:crypto'
import type { Cost, Engine, WireAnswer, WireRequest } from '../engine/engine'

/**
 * Answers one `database.*` request of the SDK: `request` is its JSON body, the answer is the JSON body to send back (always with HTTP 200,
 * errors of the platform included). The session token that comes with each request is the id of the invocation.
 */
export async function answerDatabase(
  engine: Engine,
  request: WireRequest,
): Promise<{ body: string; answer: WireAnswer; cost: Cost }> {
  const invocation = typeof request.sessionToken === 'string' ? request.sessionToken : ''
  const { answer, cost } = await engine.execute(request, { id: invocation })
  return { body: JSON.stringify({ ...answer, requestId: randomUUID() }), answer, cost }
}
