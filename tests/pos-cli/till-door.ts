import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FileOrder } from '../../scripts/pos/order-row'

export const key = { keyId: 'key-1', secret: 'a secret of the till' }

/**
 * What the door does with the n-th request (from 1): answer, or go wrong in one of the ways of the real world, or answer it
 * only together with the next one.
 */
export type Mood =
  | 'answer'
  | 'drop'
  | 'take-and-drop'
  | 'unavailable'
  | 'busy'
  | 'busy-item'
  | 'refuse-key'
  | 'garbage'
  | 'expired'
  | 'wait-for-company'

/**
 * A till's door that keeps what it took in memory and checks every signature. It stands in for the shop so that lost
 * answers and outages can be arranged exactly; the way through the real door is a test of its own.
 */
export async function openTillDoor(mood: (request: number) => Mood = () => 'answer') {
  const taken = new Map<string, FileOrder>()
  const nonces = new Set<string>()
  const state = { requests: 0, order: [] as FileOrder[], wrong: [] as string[], taken }
  const waiting: Call[] = []
  const server = createServer((request, response) => {
    if (request.method !== 'POST') return void answer(response, 404, {})
    state.requests += 1
    const number = state.requests
    void read(request).then((body) => {
      state.wrong.push(...signatureFaults(request, body, nonces))
      const call = { request, response, items: itemsOf(body), state }
      const how = mood(number)
      if (how === 'wait-for-company') waiting.push(call)
      else for (const one of [...waiting.splice(0), call]) act(how, one)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = (): Promise<void> => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(() => resolve()))
  }
  return { ...state, state, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

type Call = {
  request: IncomingMessage
  response: ServerResponse
  items: FileOrder[]
  state: { order: FileOrder[]; taken: Map<string, FileOrder> }
}

function act(mood: Mood, { request, response, items, state }: Call): void {
  if (mood === 'drop') return void request.socket.destroy()
  if (mood === 'unavailable')
    return answer(response, 503, { ok: false, refusal: { code: 'unavailable', message: 'later' } })
  if (mood === 'busy') return answer(response, 429, { ok: false, refusal: { code: 'busy', message: 'later' } })
  if (mood === 'garbage') return void response.writeHead(502).end('<html>bad gateway</html>')
  if (mood === 'refuse-key')
    return answer(response, 401, { ok: false, refusal: { code: 'key_unknown', message: 'no such key' } })
  if (mood === 'expired')
    return answer(response, 401, { ok: false, refusal: { code: 'signature_expired', message: 'late' } })
  const results = items.map((item, index) => {
    if (mood === 'busy-item' && index > 0) return { ok: false, refusal: { code: 'busy', message: 'later' } }
    return take(item, state)
  })
  if (mood === 'take-and-drop') return void request.socket.destroy()
  answer(response, 200, { ok: true, value: { results } })
}

function take(item: FileOrder, { order, taken }: Call['state']) {
  const before = taken.get(item.orderId)
  if (before && JSON.stringify(before) !== JSON.stringify(item)) {
    return { ok: false, refusal: { code: 'order_id_reused', message: 'another order has this number' } }
  }
  taken.set(item.orderId, item)
  if (!before) order.push(item)
  return { ok: true, duplicate: before !== undefined, memberNo: '1', points: 0, balance: 0, tierId: 'regular' }
}

function signatureFaults({ headers, method, url }: IncomingMessage, body: string, nonces: Set<string>): string[] {
  const [timestamp, nonce] = [String(headers['x-changlai-timestamp']), String(headers['x-changlai-nonce'])]
  const hash = createHash('sha256').update(body).digest('hex')
  const text = [method, url, timestamp, nonce, hash].join('\n')
  const signature = createHmac('sha256', key.secret).update(text).digest('hex')
  const faults: string[] = []
  if (headers['x-changlai-key'] !== key.keyId) faults.push('key')
  if (headers['x-changlai-signature'] !== signature) faults.push('signature')
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) faults.push('timestamp')
  if (nonces.has(nonce)) faults.push('nonce used twice')
  nonces.add(nonce)
  return faults
}

function itemsOf(body: string): FileOrder[] {
  return (JSON.parse(body) as { input: { items: FileOrder[] } }).input.items
}

async function read(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk as string
  return body
}

function answer(response: ServerResponse, status: number, reply: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
}
