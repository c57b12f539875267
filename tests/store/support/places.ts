import type { DatabaseSchema } from '../../../cloudfunctions/database'
import type { Store } from '../../../cloudfunctions/_runtime/store'
import { wxEffects } from '../../../cloudfunctions/_runtime/wx'
import { memoryStore } from '../../../localcloud/model/store'
import { useCloud } from '../../support/cloud'

/** Somewhere that keeps the store's promises. Each handler runs as an invocation of its own. */
export interface Place {
  handler<T>(work: (store: Store) => Promise<T>): Promise<T>
  /** Every document that is left, in collection and id order. */
  everything(): Promise<{ collection: string; document: unknown }[]>
  empty(): Promise<void>
}

/** States the same promises for the model in process and for the SDK over the local cloud. */
export function inEveryStore(promises: (place: Place) => void): void {
  describe('in process', () => withPlace(memoryPlace(), promises))
  describe('over the SDK', () => withPlace(cloudPlace(), promises))
}

export function memoryPlace(): Place {
  const store = memoryStore(schema)
  return {
    handler: (work) => work(store.view()),
    everything: async () => store.dump(),
    empty: async () => store.clear(),
  }
}

export function cloudPlace(): Place {
  const cloud = useCloud({ schema })
  return {
    handler: (work) => cloud.run(() => work(wxEffects().store)),
    everything: async () => [...cloud.cloud.engine.dump()],
    empty: async () => cloud.cloud.engine.reset(),
  }
}

function withPlace(place: Place, promises: (place: Place) => void): void {
  beforeEach(() => place.empty())
  promises(place)
}

const asc = (field: string) => ({ field, direction: 'asc' as const })

export const schema: DatabaseSchema = {
  collections: [
    { name: 'plain', indexes: [] },
    {
      name: 'things',
      indexes: [
        { name: 'code', fields: [asc('code')], unique: true },
        { name: 'shelf', fields: [asc('shelf'), asc('rank')], unique: false },
      ],
    },
    { name: 'pairs', indexes: [{ name: 'pair', fields: [asc('left'), asc('right')], unique: true }] },
  ],
}
