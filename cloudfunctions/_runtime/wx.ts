import { randomBytes } from 'node:crypto'
import cloud from 'wx-server-sdk'
import type { Effects, Platform, PlatformAnswer, PlatformIdentity, Secrets } from './effects'
import { readError } from './wx-errors'
import type { Store } from './store'
import { wxStore } from './wx-store'

/**
 * The effects of production, over the unmodified SDK. Once an instance is enough; a function behind HTTP access calls
 * it with each event, whose form alone may tell that source. The store is the same object in every call, since caches
 * hang on it. Text messages and mail come from whoever sends them, so that only that function carries their SDK. Throws `MissingSecret` when the function was deployed without its environment variables.
 */
export function wxEffects(event?: unknown, ports: Ports = {}): Effects {
  start()
  const secrets = readSecrets()
  const log: Effects['log'] = (line) => console.log(JSON.stringify(line))
  return {
    store: (openStore ??= wxStore(sdk.database({ throwOnNotFound: false }), { random: Math.random, sleep })),
    now: () => new Date().toISOString(),
    sleep,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    identity: () => readIdentity(event),
    platform: { ...platform, sendText: null, sendMail: null, ...ports },
    log,
    afterReply: (work) => afterReply(work, log),
    secrets,
  }
}

/** What a function sends by other ways than WeChat's. */
export type Ports = Partial<Pick<Platform, 'sendText' | 'sendMail'>>

/** A deployment without its environment variables must not serve a single call. */
export class MissingSecret extends Error {
  override name = 'MissingSecret'
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
const sdk = cloud as any
let started = false
let openStore: Store | undefined

function start(): void {
  if (!started) sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  started = true
}

/** Read anew in every call: the platform sets it in the environment of the process, one invocation at a time. */
function readIdentity(event: unknown): PlatformIdentity {
  const context = sdk.getWXContext() as { [key in 'OPENID' | 'APPID' | 'SOURCE' | 'CLIENTIP']?: string | number }
  // The SDK turns a value of digits only into a number.
  const openid = context.OPENID === undefined || context.OPENID === '' ? null : String(context.OPENID)
  const appid = context.APPID === undefined ? null : String(context.APPID)
  const source = readSource(String(context.SOURCE ?? process.env.TCB_SOURCE ?? ''), openid, event)
  const ip = source === 'client' && context.CLIENTIP ? { ip: String(context.CLIENTIP) } : {}
  return { openid, appid, source, ...ip }
}

/** An openid beats the event's form, since a phone may send an event that looks like HTTP. */
function readSource(chain: string, openid: string | null, event: unknown): PlatformIdentity['source'] {
  const callers = chain.split(',')
  if (callers.includes('scf')) return 'function'
  if (openid !== null) return 'client'
  if (process.env.TRIGGER_SRC === 'timer' || callers.includes('wx_trigger')) return 'timer'
  if (callers.includes('wx_client')) return 'unknown'
  return callers.includes('wx_http') || isHttpEvent(event) ? 'http' : 'unknown'
}

function isHttpEvent(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'httpMethod' in event && 'headers' in event
}

const platform: Omit<Platform, 'sendText' | 'sendMail'> = {
  async sendSubscribeMessage(message) {
    const { openid, ...rest } = message
    try {
      return answerOf(await sdk.openapi.subscribeMessage.send({ touser: openid, ...rest }))
    } catch (error) {
      return failureOf(error)
    }
  },
  async phoneNumber(code) {
    try {
      const answer = await sdk.openapi.phonenumber.getPhoneNumber({ code })
      return { ...answerOf(answer), number: numberOf(answer.phoneInfo) }
    } catch (error) {
      return { ...failureOf(error), number: null }
    }
  },
  async drawCode({ scene, page }) {
    try {
      const answer = await sdk.openapi.wxacode.getUnlimited({ scene, page, checkPath: false })
      return { ...answerOf(answer), picture: answer.buffer ? new Uint8Array(answer.buffer) : null }
    } catch (error) {
      return { ...failureOf(error), picture: null }
    }
  },
  async checkText({ openid, text }) {
    try {
      const answer = await sdk.openapi.security.msgSecCheck({ version: 2, scene: reviewScene, openid, content: text })
      return { ...answerOf(answer), verdict: verdictOf(answer.result?.suggest) }
    } catch (error) {
      return { ...failureOf(error), verdict: null }
    }
  },
}

/** The platform's number for texts that comment on something. */
const reviewScene = 2

function verdictOf(suggest: unknown): 'pass' | 'review' | 'risky' | null {
  return suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : null
}

function answerOf(answer: { errCode?: unknown; errMsg?: unknown }): PlatformAnswer {
  return { errCode: Number(answer.errCode ?? 0), errMsg: String(answer.errMsg ?? 'ok') }
}

function failureOf(error: unknown): PlatformAnswer {
  const { errCode, message: errMsg } = readError(error)
  return { errCode, errMsg }
}

/** A mainland number as people type it; any other with its country's code in front. */
function numberOf(info?: { purePhoneNumber?: unknown; countryCode?: unknown }): string | null {
  if (!info?.purePhoneNumber) return null
  const country = String(info.countryCode ?? '86')
  return country === '86' ? String(info.purePhoneNumber) : `+${country}${String(info.purePhoneNumber)}`
}

/** The reply leaves first; work that fails is only logged, since the clock posts what was left behind. */
function afterReply(work: () => Promise<void>, log: Effects['log']): void {
  setImmediate(() => {
    work().catch((error: unknown) => {
      const { name, message } = error instanceof Error ? error : { name: 'unknown', message: String(error) }
      log({ event: 'after_reply_failed', detail: `${name}: ${message}`.slice(0, 500) })
    })
  })
}

function readSecrets(): Secrets {
  return {
    identityKey: demandSecret('CHANGLAI_IDENTITY_KEY', KEY_LENGTH_MIN),
    vaultKey: demandSecret('CHANGLAI_VAULT_KEY', KEY_LENGTH_MIN),
    claimCode: demandSecret('CHANGLAI_CLAIM_CODE', 1),
  }
}

const KEY_LENGTH_MIN = 32

function demandSecret(name: string, lengthMin: number): string {
  const value = process.env[name] ?? ''
  if (value.length < lengthMin)
    throw new MissingSecret(`environment variable ${name} needs at least ${lengthMin} characters`)
  return value
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
