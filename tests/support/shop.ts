import { randomUUID } from 'node:crypto'
import { signPosRequest } from '../../cloudfunctions/_runtime/pos-signature'
import type { ItemResult } from '../../shared/purchases/contract'
import type { Programme } from '../../shared/programme/schema'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { testSecrets, useCloud, type Reply, type TestCloud } from './cloud'
import { wishOf } from './joining'

export const managerOpenid = 'o-manager'
export type PosKeyPair = { keyId: string; secret: string }

/** The instant at which the clock of a test's shop stands. */
export const today = '2026-06-01T04:00:00.000Z'

export type Shop = { readonly cloud: TestCloud; readonly till: Till }

/** A shop of its own for a test file, founded anew before each test, or once for all of them. */
export function useShop(preset = 'express-courier', often: 'each' | 'once' = 'each'): Shop {
  const cloud = useCloud({ functions: 'deployed' })
  let till: Till | null = null
  const open = async () => {
    await cloud.reset()
    await cloud.setClock(today)
    till = { key: await foundShop(cloud, preset) }
    await cloud.drain()
  }
  if (often === 'each') beforeEach(open)
  else beforeAll(open)
  return {
    cloud,
    get till() {
      if (!till) throw new Error('the shop is open only inside tests')
      return till
    },
  }
}

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

/** Calls a member's own function as a phone does. */
export function phone(cloud: TestCloud, openid: string, operation: string, input: object = {}, more: object = {}) {
  return cloud.call('member', { operation, input, requestId: requestId(), ...more }, openid)
}

/** Somebody joins on their own phone; their home page. */
export async function enrolPhone(cloud: TestCloud, openid: string): Promise<any> {
  return valueOf(await phone(cloud, openid, 'members.enrol', await wishOf(cloud, openid)))
}

/** Every document as it stands; what a refusal must leave as it was. The clock's own traces are left out. */
export async function everything(cloud: TestCloud): Promise<unknown[]> {
  await cloud.drain()
  return (await cloud.dump()).filter(({ collection }) => !clockTraces.includes(collection))
}

const clockTraces = ['jobs', 'rollups', 'findings']

/** Writes the programme in force anew, before any function has read it. */
export async function bendProgramme(cloud: TestCloud, change: Partial<Programme>): Promise<void> {
  await cloud.run(async () => {
    const { store } = wxEffects()
    const version = await store.get<{ _id: string; programme: Programme }>('programmes', 'programme-1')
    if (!version) throw new Error('the shop is not founded')
    await store.put('programmes', { ...version, programme: { ...version.programme, ...change } })
    // The version keeps its number, so the clock's jobs would not see that it is another.
    await store.change('jobs', { _id: { gt: '' } }, { set: { programmeVersion: 0 } })
  })
  await cloud.advance(5 * 60_000)
}

/** Wakes the clock once, as the platform's timer does. */
export async function wakeClock(cloud: TestCloud): Promise<any> {
  const { outcomes } = await cloud.control('timers', { function: 'clock' })
  await cloud.drain()
  return outcomes[0]
}

export type Till = { key: PosKeyPair; storeId?: string; language?: string }
export type HttpReply = { status: number; reply: Reply }

/** Sends one signed batch; every part of the signature can be bent for tests of forgery. */
export async function sendItems(cloud: TestCloud, till: Till, items: object[], bend: Bend = {}): Promise<HttpReply> {
  const input = { storeId: till.storeId ?? 'S1', items }
  const body = bend.signedBody ?? JSON.stringify({ operation: 'purchases.record', input })
  const nowMs = bend.nowMs ?? Date.parse((await cloud.control('clock')).now)
  const timestamp = String(Math.floor(nowMs / 1000))
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
      ...bend.headers,
    },
    body: bend.body ?? body,
  })
  return { status: response.status, reply: (await response.json()) as Reply }
}

export type Bend = {
  nowMs?: number
  nonce?: string
  signature?: string
  /** Another body, signed as it stands. */
  signedBody?: string
  /** The body that is sent instead of the one that was signed. */
  body?: string
  headers?: { [name: string]: string }
}

export async function record(cloud: TestCloud, till: Till, items: object[]): Promise<ItemResult[]> {
  const { reply } = await sendItems(cloud, till, items)
  return valueOf(reply).results as ItemResult[]
}

export type OrderOf = { orderId?: string; customer?: string; at?: string; amountFen?: number; burnPoints?: number }

export function order({
  orderId,
  customer = 'c1',
  at = '2026-05-20T04:00:00.000Z',
  amountFen = 10_000,
  burnPoints,
}: OrderOf) {
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
  for (let cursor: string | undefined; ;) {
    const page = await manage(cloud, 'books.audit', cursor ? { cursor } : {})
    total.accounts += page.accounts
    total.entries += page.entries
    total.faults.push(...page.faults)
    if (!page.nextCursor) return total
    cursor = page.nextCursor
  }
}
