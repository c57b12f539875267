import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine, EngineOptions } from '../../../localcloud/engine/engine'
import { openEngine } from '../../../localcloud/engine/open'
import { schema } from './support'

/** An engine without a gateway, asked in the words of the wire: for many invocations at once and for properties. */
export type Shop = {
  engine: Engine
  file: string
  folder: string
  clock: { now: number; elapsed: number }
  /** The answer of a request; throws what the platform would answer as an error. */
  ask(action: string, request?: object, invocation?: string): Promise<any>
  refusal(action: string, request?: object, invocation?: string): Promise<{ code: string; message: string }>
  /** Closes and opens the same file again, as after a restart. */
  reopen(options?: Partial<EngineOptions>): void
  close(): void
}

export function openShop(options: Partial<EngineOptions> = {}): Shop {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'))
  const file = join(folder, 'shop.db')
  const clock = { now: Date.parse('2026-03-01T08:00:00Z'), elapsed: 0 }
  const open = (changes: Partial<EngineOptions>) =>
    openEngine({
      file,
      schema,
      strict: 'refuse',
      now: () => clock.now,
      elapsed: () => clock.elapsed,
      ...options,
      ...changes,
    })
  const shop: Shop = {
    engine: open({}),
    file,
    folder,
    clock,
    async ask(action, request = {}, invocation = '') {
      const { answer } = await shop.engine.execute({ action: `database.${action}`, ...request }, { id: invocation })
      if ('code' in answer) throw Object.assign(new Error(`${String(answer.code)}: ${String(answer.message)}`), answer)
      return answer
    },
    async refusal(action, request = {}, invocation = '') {
      const { answer } = await shop.engine.execute({ action: `database.${action}`, ...request }, { id: invocation })
      if (!('code' in answer)) throw new Error(`${action} was not refused`)
      return answer as { code: string; message: string }
    },
    reopen(changes = {}) {
      shop.engine.close()
      shop.engine = open(changes)
    },
    close() {
      shop.engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return shop
}

/** The request of `doc(id)`, with more fields. */
export const doc = (collectionName: string, id: string, more: object = {}) => ({
  collectionName,
  queryType: 'DOC',
  query: JSON.stringify({ _id: id }),
  ...more,
})

/** The update fields of a request. */
export const change = (data: object) => ({ data: JSON.stringify(data), merge: true, multi: false, upsert: false })
