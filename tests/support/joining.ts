import { createHash, randomUUID } from 'node:crypto'
import type { Reply, TestCloud } from './cloud'

/** The number of somebody's phone: another for each person. */
export function numberOf(openid: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(openid).digest('hex')}`) % 1_000_000_000n
  return `13${String(digits).padStart(9, '0')}`
}

/** What WeChat's button gives when somebody agrees to tell the number of their phone. */
export async function wechatProof(cloud: TestCloud, number: string): Promise<{ kind: 'wechat'; code: string }> {
  const { code } = await cloud.control('phone-codes', { phone: number })
  return { kind: 'wechat', code }
}

/** The number typed, with the code of the text message that arrived. */
export async function textProof(cloud: TestCloud, openid: string, number: string) {
  const event = { operation: 'members.send-code', input: { number }, requestId: randomUUID() }
  const reply: Reply = await cloud.call('member', event, openid)
  if (!reply.ok) throw new Error(`no text was sent: ${reply.refusal.code}`)
  return { kind: 'text' as const, number, code: (await lastText(cloud, number)) ?? '' }
}

/** The code in the last text that arrived at a number. */
export async function lastText(cloud: TestCloud, number: string): Promise<string | null> {
  return (await textsTo(cloud, number)).at(-1)?.request.parameters[0] ?? null
}

export async function textsTo(cloud: TestCloud, number: string): Promise<any[]> {
  const { openapi } = await cloud.control('outbox')
  return openapi.filter(({ api, request }: any) => api === 'sms.SendSms' && request.number === `+86${number}`)
}

/** What somebody sends to join: the terms in force accepted, and their number where the shop needs it. */
export async function wishOf(cloud: TestCloud, openid: string): Promise<any> {
  const reply = await cloud.call('member', { operation: 'shop.welcome' }, openid)
  if (!reply.ok) throw new Error(`no welcome: ${reply.refusal.code}`)
  const { terms, phone } = reply.value
  const consent = { ...terms, adult: true }
  return phone.needed ? { consent, phone: await wechatProof(cloud, numberOf(openid)) } : { consent }
}
