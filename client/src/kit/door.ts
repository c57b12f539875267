import Taro from '@tarojs/taro'
import type { Reply } from '@shared/kit/contract'
import { localPerson } from './person'

export type Envelope = {
  operation: string
  input: unknown
  requestId?: string
  language?: 'zh-CN' | 'en'
  hint?: string
}

/** Carries one envelope to the cloud function of an audience; null when no answer came. The other platform's branch is dropped from each build. */
export async function send(audience: string, envelope: Envelope): Promise<Reply | null> {
  try {
    const reply =
      process.env.TARO_ENV === 'h5' ? await post(audience, envelope) : await callFunction(audience, envelope)
    return isReply(reply) ? reply : null
  } catch {
    return null
  }
}

/** The mini-program's own default environment: which one that is, the merchant decides in the console. */
export function openCloud(): void {
  if (process.env.TARO_ENV === 'weapp') Taro.cloud.init({ traceUser: true })
}

async function post(audience: string, envelope: Envelope): Promise<unknown> {
  const person = localPerson()
  const reply = await fetch(`/call/${audience}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(person ? { 'x-local-openid': person } : {}) },
    body: JSON.stringify(envelope),
  })
  return reply.json()
}

async function callFunction(audience: string, envelope: Envelope): Promise<unknown> {
  const reply = await Taro.cloud.callFunction({ name: audience, data: envelope })
  return reply.result
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean'
}
