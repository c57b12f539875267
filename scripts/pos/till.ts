import { setTimeout as sleep } from 'node:timers/promises'
import { purchasesRecord, type ItemResult, type PurchaseItem } from '../../shared/purchases/contract'
import type { PosKey } from './arguments'
import { signedHeaders } from './signature'

export type Till = { url: string; key: PosKey; storeId: string; patienceMs: number; clock: () => Promise<number> }

/** The shop will not take anything from this till, however often it asks. */
export class TillRefused extends Error {}
/** The shop has not answered for longer than the till is willing to wait. */
export class TillUnanswered extends Error {}

/**
 * Sends one batch until every item has its outcome. The function or the whole shop may die and come back at any moment: a
 * batch is sent again as a whole, and what was taken before is answered as known. An item keeps the first outcome seen.
 */
export async function sendBatch(till: Till, items: PurchaseItem[]): Promise<ItemResult[]> {
  const results = new Array<ItemResult | undefined>(items.length).fill(undefined)
  const began = Date.now()
  for (let tries = 0; ; tries += 1) {
    const answer = await tryOnce(till, items, tries)
    if ('results' in answer) {
      answer.results.forEach((result, index) => (results[index] ??= isBusy(result) ? undefined : result))
      if (results.every((result) => result !== undefined)) return results
    }
    const problem = 'results' in answer ? 'the shop is busy' : answer.problem
    if (Date.now() - began > till.patienceMs) throw new TillUnanswered(problem)
    await sleep(pauseMs(tries))
  }
}

type Answer = { results: ItemResult[] } | { problem: string }

async function tryOnce(till: Till, items: PurchaseItem[], tries: number): Promise<Answer> {
  const body = JSON.stringify({ operation: purchasesRecord.name, input: { storeId: till.storeId, items } })
  let status: number
  let reply: unknown
  try {
    const address = new URL(`${till.url}/pos`)
    const headers = signedHeaders(till.key, { path: address.pathname, body, now: await till.clock() })
    const response = await fetch(address, { method: 'POST', headers, body, signal: AbortSignal.timeout(60_000) })
    status = response.status
    reply = await response.json()
  } catch (error) {
    return { problem: networkProblem(error) }
  }
  return judge({ status, reply, count: items.length, tries })
}

const passing = new Set(['busy', 'rate_limited', 'internal_error', 'signature_replayed'])

function judge({ status, reply, count, tries }: Received): Answer {
  const { ok, value, refusal } = (reply ?? {}) as { ok?: boolean; value?: unknown; refusal?: Refusal }
  if (ok === true) {
    const parsed = purchasesRecord.output.safeParse(value)
    // Every order of the file names its customer, so no answer is one to a walk-in's.
    if (parsed.success && parsed.data.results.length === count) return { results: parsed.data.results as ItemResult[] }
    throw new TillRefused('The shop answered in a form that this command does not know.')
  }
  // The shop's clock may be set between asking for its time and sending.
  const late = refusal?.code === 'signature_expired' && tries < 3
  if (refusal && !late && !passing.has(refusal.code) && status < 500)
    throw new TillRefused(`${refusal.code}: ${refusal.message}`)
  return { problem: refusal ? `${refusal.code}: ${refusal.message}` : `the shop answered with status ${status}` }
}

type Received = { status: number; reply: unknown; count: number; tries: number }
type Refusal = { code: string; message: string }

function isBusy(result: ItemResult): boolean {
  return !result.ok && result.refusal.code === 'busy'
}

/** Full jitter, so that several lanes do not knock at the same moment. */
function pauseMs(tries: number): number {
  return 20 + Math.random() * Math.min(5_000, 100 * 2 ** tries)
}

function networkProblem(error: unknown): string {
  const { cause } = error as { cause?: { code?: string } }
  return cause?.code ?? (error instanceof Error ? error.message : String(error))
}
