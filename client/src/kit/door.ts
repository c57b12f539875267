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

/** How a call may be lost: the phone could not reach the cloud, or waited in vain. */
export type Lost = 'network' | 'no_answer'

/** A skeleton stands no longer than this before the page says that nothing came. */
const patienceMs = 8_000

/** Carries one envelope to the cloud function of an audience. The other platform's branch is dropped from each build. */
export async function send(audience: string, envelope: Envelope): Promise<Reply | Lost> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<'no_answer'>((resolve) => {
    timer = setTimeout(() => resolve('no_answer'), patienceMs)
  })
  try {
    const reply = await Promise.race([carry(audience, envelope), silence])
    return reply === 'no_answer' || isReply(reply) ? reply : 'no_answer'
  } catch {
    return 'network'
  } finally {
    clearTimeout(timer)
  }
}

function carry(audience: string, envelope: Envelope): Promise<unknown> {
  return process.env.TARO_ENV === 'h5' ? post(audience, envelope) : callFunction(audience, envelope)
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
