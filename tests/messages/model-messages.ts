import { database } from '../../cloudfunctions/database'
import { sealOpenid, type Acceptance } from '../../cloudfunctions/_areas/messages/acceptance'
import { keepNotices, type StoredNotice } from '../../cloudfunctions/_areas/messages/notice'
import { tick } from '../../cloudfunctions/_areas/clock/tick'
import type { Platform, PlatformAnswer, SubscribeMessage } from '../../cloudfunctions/_runtime/effects'
import { storedAccount, type StoredAccount } from '../../cloudfunctions/_runtime/stored-account'
import { modelEffects } from '../../localcloud/model/effects'
import { memoryStore, type MemoryOptions } from '../../localcloud/model/store'
import type { Notice, Topic } from '../../shared/messages/topics'
import type { Programme } from '../../shared/programme/schema'
import type { Shop } from '../../cloudfunctions/_runtime/terms'
import { buy, newMember, programmeOf } from '../support/builders'

export const programme = programmeOf()
/** Points of this day are good until 31 May 2026, so their reminder is due on the 24th at ten. */
export const earnedAt = '2025-05-10T04:00:00.000Z'
export const reminderAt = '2026-05-24T02:00:00.000Z'
const templates: { [T in Topic]?: { templateId: string } } = {
  'tier-upgraded': { templateId: 'template-tier' },
  'points-expiring': { templateId: 'template-points' },
  'card-used': { templateId: 'template-card' },
  'event-place': { templateId: 'template-place' },
  'event-opens': { templateId: 'template-opens' },
  'check-in': { templateId: 'template-check-in' },
  restock: { templateId: 'template-restock' },
  'follow-up': { templateId: 'template-follow-up' },
}

/** A shop in process with a clock whose instances a test starts, ends and lets run against each other. */
export function modelMessages(start = reminderAt, more: More = {}) {
  const store = memoryStore(database)
  let now = start
  let count = 0
  let seed = 0
  let answer = (_: SubscribeMessage): PlatformAnswer => ({ errCode: 0, errMsg: 'ok' })
  const messages: SubscribeMessage[] = []

  /** One instance of the clock's function, with its own view of the database. */
  function instance(hooks: MemoryOptions = {}, onSend: Hold = async (send) => send()) {
    seed += 1
    const timer = { openid: null, appid: null, source: 'timer' as const }
    const { effects, lines } = modelEffects({ store: store.view(hooks), now, seed, identity: timer })
    const sendSubscribeMessage = (message: SubscribeMessage) =>
      onSend(async () => {
        messages.push(message)
        return answer(message)
      })
    const platform = { ...effects.platform, sendSubscribeMessage, ...more.ports?.(onSend) }
    return { effects: { ...effects, now: () => now, platform }, lines }
  }

  async function found(): Promise<void> {
    const shop = { _id: 'shop', name: '店', brand: null, stores: [{ id: 'S1', name: '一店' }], templates, ...more.shop }
    await store.insert('shop', [shop])
    await store.insert('programmes', [
      {
        _id: 'programme-1',
        version: 1,
        effectiveAt: earnedAt,
        programme: { ...programme, ...more.programme },
        withdrawnAt: null,
        announcement: null,
      },
    ])
  }

  /** A member with a hundred points about to expire and, if asked, a tier reached just now. */
  async function member(accountId: string, about: { upgraded?: boolean } = {}): Promise<void> {
    const blank = newMember(programme, accountId, earnedAt)
    const consent = { termsVersion: '1', privacyVersion: '1', at: earnedAt }
    const joined = { ...blank, account: { ...blank.account, consent } }
    const earned = buy(joined, programme, { id: `${accountId}-old`, fen: 10_000, at: earnedAt })
    const book = about.upgraded ? buy(earned, programme, { id: `${accountId}-new`, fen: 60_000, at: now }) : earned
    await store.insert('entries', book.entries)
    const rows = book.entries.map((entry) => ({ entry, at: now }))
    const numbered = { ...book.account, memberNo: accountId, cardNo: accountId }
    await store.insert('accounts', [storedAccount(numbered, null, rows)])
  }

  /** The same member has earned more, which is good for a month longer. */
  async function earnAgain(accountId: string): Promise<void> {
    const account = await store.get<StoredAccount>('accounts', accountId)
    if (!account) throw new Error(`there is no ${accountId}`)
    const lots = [...account.lots, { expiresAt: '2026-06-30T16:00:00.000Z', points: 50 }]
    await store.put('accounts', storedAccount({ ...account, lots }, account, []))
  }

  /** Written down as due now, as settling the account does. */
  async function tell(accountId: string, notices: readonly Notice[]): Promise<void> {
    await keepNotices(instance().effects, accountId, notices)
  }

  async function accept(accountId: string, topic: Topic, openid = `o-${accountId}`): Promise<string> {
    count += 1
    const _id = `acceptance:${accountId}:request-${count}:${topic}`
    const sealedOpenid = sealOpenid(instance().effects, _id, openid)
    const at = new Date(Date.parse(earnedAt) + count).toISOString()
    const common = {
      accountId,
      topic,
      templateId: more.shop?.templates?.[topic]?.templateId ?? templates[topic]?.templateId ?? '',
      inputHash: '',
    }
    const acceptance: Acceptance = { _id, ...common, at, sealedOpenid, spentBy: null, spentAt: null, outcome: null }
    await store.insert('acceptances', [acceptance])
    return _id
  }

  /** The clock runs once a minute, each time in a new instance. */
  async function minutes(number: number): Promise<void> {
    for (let passed = 0; passed < number; passed += 1) {
      now = new Date(Date.parse(now) + 60_000).toISOString()
      await tick(instance().effects)
    }
  }

  const documents = <T>(collection: string) =>
    store.dump().flatMap((one) => (one.collection === collection ? [one.document as unknown as T] : []))

  return {
    store,
    messages,
    found,
    member,
    earnAgain,
    accept,
    tell,
    instance,
    minutes,
    setNow: (instant: string) => void (now = instant),
    answerWith: (how: typeof answer) => void (answer = how),
    notices: () => documents<StoredNotice>('notices'),
    acceptances: () => documents<Acceptance>('acceptances'),
    accounts: () => documents<StoredAccount>('accounts'),
  }
}

/** Stands between an instance and the platform, and may never let a message out or its answer back. */
export type Hold = (send: () => Promise<PlatformAnswer>) => Promise<PlatformAnswer>

/** What a test's shop has beside the usual, and by what other ways it sends. */
export type More = {
  shop?: Partial<Shop>
  programme?: Partial<Programme>
  ports?: (hold: Hold) => Partial<Platform>
}
