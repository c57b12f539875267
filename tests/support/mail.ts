import { randomUUID } from 'node:crypto'
import type { Reply, TestCloud } from './cloud'

/** The address typed, with the code of the mail that arrived. */
export async function mailProof(cloud: TestCloud, openid: string, address: string) {
  const event = { operation: 'messages.send-mail-code', input: { address }, requestId: randomUUID() }
  const reply: Reply = await cloud.call('member', event, openid)
  if (!reply.ok) throw new Error(`no mail was sent: ${reply.refusal.code}`)
  return { address, code: (await lastCode(cloud, address)) ?? '' }
}

/** The code in the last mail that arrived at an address. */
export async function lastCode(cloud: TestCloud, address: string): Promise<string | null> {
  const last = (await mailsTo(cloud, address)).at(-1)
  return last ? codeIn(last.request.text) : null
}

export async function mailsTo(cloud: TestCloud, address: string): Promise<any[]> {
  const { openapi } = await cloud.control('outbox')
  return openapi.filter(({ api, request }: any) => api === 'mail.send' && request.to.includes(address))
}

/** The code that a mail brings; null where it brings none. */
export function codeIn(text: string): string | null {
  return /验证码 (\d{6})/.exec(text)?.[1] ?? null
}
