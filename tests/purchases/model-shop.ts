import { database } from '../../cloudfunctions/database'
import { tick } from '../../cloudfunctions/_areas/clock/tick'
import { recordPurchases } from '../../cloudfunctions/_areas/purchases/record'
import type { StoredAccount } from '../../cloudfunctions/_runtime/stored-account'
import { modelEffects, type ModelEffects } from '../../localcloud/model/effects'
import { memoryStore, type MemoryOptions } from '../../localcloud/model/store'
import { allow } from '../../shared/kit/ruling'
import { auditAccount } from '../../shared/books/audit'
import type { Entry } from '../../shared/books/entry'
import type { Programme } from '../../shared/programme/schema'
import type { ItemResult } from '../../shared/purchases/contract'
import { programmeOf } from '../support/builders'

/** A shop in process whose handlers run in an order that a test arranges exactly. */
export function modelShop(change: Partial<Programme> = {}) {
  const store = memoryStore(database)
  const programme = programmeOf(change)
  const shop = { _id: 'shop' as const, name: '店', brand: null, stores: [{ id: 'S1', name: '一店' }] }
  const start = '2026-06-01T04:00:00.000Z'
  const clock = modelEffects({ store, now: start, identity: { openid: null, appid: null, source: 'timer' } })
  let count = 0

  async function found(): Promise<void> {
    await store.insert('shop', [shop])
    await store.insert('programmes', [
      { _id: 'programme-1', version: 1, effectiveAt: start, programme, withdrawnAt: null, announcement: null },
    ])
  }

  /** One till's request; `hooks` decide when each of its database calls goes on. */
  function till(hooks: MemoryOptions = {}): { send(items: object[]): Promise<ItemResult[]>; effects: ModelEffects } {
    count += 1
    const effects = modelEffects({ store: store.view(hooks), now: start, seed: count })
    const terms = { shop, programme, programmeVersion: 1, announcement: null }
    const key = {
      _id: 'pos-1',
      label: 'till',
      storeIds: ['S1'],
      sealedSecret: '',
      issuedAt: start,
      issuedBy: '',
      revokedAt: null,
    }
    const context = {
      effects: effects.effects,
      now: start,
      language: 'en' as const,
      request: null,
      nonce: `nonce-${count}`,
      entered: Promise.resolve(allow({ key, terms })),
    }
    return {
      effects,
      async send(items) {
        const ruling = await recordPurchases(context, { storeId: 'S1', items })
        if (!ruling.ok) throw new Error(ruling.refusal)
        return ruling.value.results as ItemResult[]
      },
    }
  }

  async function minutes(number: number): Promise<void> {
    for (let passed = 0; passed < number; passed += 1) {
      clock.advance(60_000)
      await tick(clock.effects)
      await clock.settle()
    }
  }

  const documents = <T>(collection: string) =>
    store.dump().flatMap((one) => (one.collection === collection ? [one.document as unknown as T] : []))

  /** What an audit of every account finds. */
  function faults(): string[] {
    const entries = documents<Entry>('entries')
    return documents<StoredAccount>('accounts').flatMap((account) => {
      const own = new Map(entries.filter((entry) => entry.accountId === account._id).map((entry) => [entry._id, entry]))
      for (const { entry } of account.outbox) own.set(entry._id, entry)
      const inOrder = [...own.values()].sort((a, b) => a.seq - b.seq)
      return auditAccount(account, account.balance, inOrder)
    })
  }

  return {
    store,
    found,
    till,
    minutes,
    faults,
    accounts: () => documents<StoredAccount>('accounts'),
    entries: () => documents<Entry>('entries'),
  }
}
