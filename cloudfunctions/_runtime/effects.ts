import type { Store } from './store'

/**
 * Everything a handler may do to the world. Production builds it over the SDK (`wx.ts`), tests and the simulator over
 * the in-process model; no handler reaches the clock, randomness, the database or the platform by another way.
 */
export interface Effects {
  store: Store
  /** The instant as an ISO string in UTC ending in Z. */
  now(): string
  /** Cryptographic random bytes. */
  random(bytes: number): Uint8Array
  /** Waits, between tries of a contended write. */
  sleep(milliseconds: number): Promise<void>
  /** Who the platform says is calling. */
  identity(): PlatformIdentity
  platform: Platform
  /** One structured line; never given personal data. */
  log(line: LogLine): void
  /** Work that goes on after the reply; its failure is logged and left to the clock. */
  afterReply(work: () => Promise<void>): void
  secrets: Secrets
}

export type PlatformIdentity = {
  /** Null for timers, HTTP access and calls between functions. */
  openid: string | null
  appid: string | null
  source: 'client' | 'timer' | 'http' | 'function' | 'unknown'
  /** Where a phone calls from, as the platform sees it; absent where it does not say. */
  ip?: string
}

export type Secrets = {
  /** Key of the hash under which openids and external ids are looked up; never leaves the functions. */
  identityKey: string
  /** Key that encrypts stored secrets and personal data. */
  vaultKey: string
  /** One-time code with which the first manager founds the shop. */
  claimCode: string
}

export type LogLine = { [field: string]: string | number | boolean | null | undefined }

/** The platform's own services. Grows by one function per interface that the product uses. */
export interface Platform {
  sendSubscribeMessage(message: SubscribeMessage): Promise<PlatformAnswer>
  /** The number behind a code of WeChat's phone button; a code is good once and for five minutes. */
  phoneNumber(code: string): Promise<PlatformAnswer & { number: string | null }>
  /** A picture (PNG) of the mini-program code that leads to a page and carries a scene. */
  drawCode(code: MiniProgramCode): Promise<PlatformAnswer & { picture: Uint8Array | null }>
  /** Whether a text that a member wrote may be shown; null where the platform did not say. */
  checkText(text: WrittenText): Promise<PlatformAnswer & { verdict: 'pass' | 'review' | 'risky' | null }>
  /** Sends a text message; null where the shop has none set up. */
  sendText: ((message: TextMessage) => Promise<PlatformAnswer>) | null
  /** Sends a mail; null where the shop has none set up. Its codes are those of `mailOutcome`. */
  sendMail: ((message: MailMessage) => Promise<PlatformAnswer>) | null
}

export type SubscribeMessage = {
  openid: string
  templateId: string
  page: string
  data: { [key: string]: { value: string } }
}
export type WrittenText = { openid: string; text: string }
export type MiniProgramCode = { scene: string; page: string }
/** One of the shop's approved texts, with what stands in its places. */
export type TextMessage = { number: string; text: 'code' | { templateId: string }; parameters: string[] }
/** `id` is the same for every try, so that a mail that comes twice after all is seen to be one. */
export type MailMessage = { id: string; address: string; subject: string; text: string }
export type PlatformAnswer = { errCode: number; errMsg: string }
