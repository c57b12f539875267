import { randomUUID } from 'node:crypto'
import { signPosRequest } from '../../cloudfunctions/_runtime/pos-signature'
import type { ItemResult } from '../../shared/purchases/contract'
import { testSecrets, type Reply, type TestCloud } from './cloud'

export const managerOpenid = 'o-manager'
export type PosKeyPair = { keyId: string; secret: string }

/** A shop founded through the doors, with a till's key: what most operation tests begin with. */
export async function foundShop(cloud: TestCloud, preset = 'express-courier'): Promise<PosKeyPair> {
  await manage(cloud, 'shop.found', {
    claimCode: testSecrets.CHANGLAI_CLAIM_CODE,
    name: '测试店',
    managerName: '店长',
    preset,
    stores: [
      { id: 'S1', name: '一店' },
      { id: 'S2', name: '二店' },
    ],
  })
  return manage(cloud, 'pos-keys.issue', { label: 'till', storeIds: ['S1'] }) as Promise<PosKeyPair>
}

/** A manager's operation; its value, or an error that names the refusal. */
export async function manage(cloud: TestCloud, operation: string, input: object = {}): Promise<any> {
  return valueOf(await cloud.call('manager', { operation, input, requestId: requestId() }, managerOpenid))
}

export function valueOf(reply: Reply): any {
  if (reply.ok) return reply.value
  throw new Error(`refused: ${reply.refusal.code} ${JSON.stringify(reply.refusal.details ?? {})}`)
}

export function requestId(): string {
  return randomUUID()
}

export type Till = { key: PosKeyPair; storeId?: string; language?: string }
export type HttpReply = { status: number; reply: Reply }

/** Sends one signed batch; every part of the signature can be bent for tests of forgery. */
export async function sendItems(cloud: TestCloud, till: Till, items: object[], bend: Bend = {}): Promise<HttpReply> {
  const body = JSON.stringify({ operation: 'purchases.record', input: { storeId: till.storeId ?? 'S1', items } })
  const timestamp = String(Math.floor((bend.nowMs ?? Date.now()) / 1000))
  const nonce = bend.nonce ?? randomUUID()
  const signature = signPosRequest(till.key.secret, { method: 'POST', path: '/pos', timestamp, nonce, body })
  const response = await cloud.request('/pos', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': till.language ?? 'zh-CN',
      'x-changlai-key': till.key.keyId,
      'x-changlai-timestamp': timestamp,
      'x-changlai-nonce': nonce,
      'x-changlai-signature': bend.signature ?? signature,
    },
    body: bend.body ?? body,
  })
  return { status: response.status, reply: (await response.json()) as Reply }
}

export type Bend = { nowMs?: number; nonce?: string; signature?: string; body?: string }

export async function record(cloud: TestCloud, till: Till, items: object[]): Promise<ItemResult[]> {
  const { reply } = await sendItems(cloud, till, items)
  return valueOf(reply).results as ItemResult[]
}

export type OrderOf = { orderId?: string; customer?: string; at?: string; amountFen?: number; burnPoints?: number }

export function order({ orderId, customer = 'c1', at = '2026-05-20T04:00:00.000Z', amountFen = 10_000, burnPoints }: OrderOf) {
  return {
    kind: 'order' as const,
    orderId: orderId ?? `o-${randomUUID()}`,
    customer: { externalId: customer },
    at,
    amountFen,
    ...(burnPoints === undefined ? {} : { burnPoints }),
  }
}

export function refundOf(orderId: string, amountFen: number, refundId = `r-${randomUUID()}`) {
  return { kind: 'refund' as const, refundId, orderId, at: '2026-05-21T04:00:00.000Z', amountFen }
}

/** The member whom a till knows by this number, as the manager's list shows them. */
export async function memberOf(cloud: TestCloud, externalId: string): Promise<any> {
  const { members } = await manage(cloud, 'members.list', { externalId })
  return members[0] ?? null
}

/** Checks every member's books; the faults found. */
export async function auditAll(cloud: TestCloud): Promise<{ accounts: number; entries: number; faults: unknown[] }> {
  const total = { accounts: 0, entries: 0, faults: [] as unknown[] }
  for (let cursor: string | undefined; ; ) {
    const page = await manage(cloud, 'books.audit', cursor ? { cursor } : {})
    total.accounts += page.accounts
    total.entries += page.entries
    total.faults.push(...page.faults)
    if (!page.nextCursor) return total
    cursor = page.nextCursor
  }
}
