import type {
  Effects,
  LogLine,
  PlatformAnswer,
  PlatformIdentity,
  Secrets,
  SubscribeMessage,
} from '../../cloudfunctions/_runtime/effects'
import type { Store } from '../../cloudfunctions/_runtime/store'
import { seededRandom } from './random'

/**
 * The effects of one function instance in process: a settable clock and caller, repeatable randomness, and everything
 * the platform was asked or told kept for reading. The same handlers run over it as over the SDK.
 */
export function modelEffects(options: ModelOptions): ModelEffects {
  const random = seededRandom(options.seed ?? 1)
  const lines: LogLine[] = []
  const messages: SubscribeMessage[] = []
  let now = options.now
  let identity = options.identity ?? { openid: null, appid: 'wx-model', source: 'unknown' }
  let answer: (message: SubscribeMessage) => PlatformAnswer = () => ({ errCode: 0, errMsg: 'ok' })
  let left: (() => Promise<void>)[] = []

  return {
    lines,
    messages,
    setNow: (instant) => void (now = instant),
    advance: (milliseconds) => void (now = new Date(Date.parse(now) + milliseconds).toISOString()),
    become: (other) => void (identity = other),
    answerMessages: (how) => void (answer = how),
    async settle() {
      while (left.length > 0) {
        const works = left
        left = []
        for (const work of works) await work().catch((error: unknown) => lines.push(failure(error)))
      }
    },
    forgetAfterReply: () => void (left = []),
    effects: {
      store: options.store,
      now: () => now,
      random: (bytes) => Uint8Array.from({ length: bytes }, () => Math.floor(random() * 256)),
      sleep: options.sleep ?? (async () => undefined),
      identity: () => identity,
      platform: {
        async sendSubscribeMessage(message) {
          messages.push(message)
          return answer(message)
        },
        phoneNumber: async (code) => ({ errCode: 0, errMsg: 'ok', number: code }),
        drawCode: async () => ({ errCode: 0, errMsg: 'ok', picture: new Uint8Array() }),
        checkText: async () => ({ errCode: 0, errMsg: 'ok', verdict: 'pass' }),
        sendText: null,
        sendMail: null,
      },
      log: (line) => void lines.push(line),
      afterReply: (work) => void left.push(work),
      secrets: options.secrets ?? modelSecrets,
    },
  }
}

export interface ModelOptions {
  store: Store
  now: string
  seed?: number
  identity?: PlatformIdentity
  secrets?: Secrets
  /** How a handler waits; by default not at all. */
  sleep?: (milliseconds: number) => Promise<void>
}

export interface ModelEffects {
  effects: Effects
  /** What was logged and which messages were sent, in order. */
  lines: LogLine[]
  messages: SubscribeMessage[]
  setNow(instant: string): void
  advance(milliseconds: number): void
  /** Changes who the platform says is calling. */
  become(identity: PlatformIdentity): void
  answerMessages(how: (message: SubscribeMessage) => PlatformAnswer): void
  /** Does the work that handlers left for after their replies, in order, and the work that this leaves. */
  settle(): Promise<void>
  /** Loses that work, as an instance that ends right after its reply does. */
  forgetAfterReply(): void
}

export function clientIdentity(openid: string): PlatformIdentity {
  return { openid, appid: 'wx-model', source: 'client' }
}

const modelSecrets: Secrets = {
  identityKey: 'identity key of the model, not a secret',
  vaultKey: 'vault key of the model, not a secret...',
  claimCode: 'claim-code-of-the-model',
}

function failure(error: unknown): LogLine {
  return {
    event: 'after_reply_failed',
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  }
}
