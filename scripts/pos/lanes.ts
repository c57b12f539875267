/**
 * Several batches on their way at once, yet all items of one owner strictly in the order in which they were put: an owner
 * has one lane, and a lane sends one batch after the other. `put` waits while the owner's lane is far behind.
 */
export class Lanes<Item> {
  readonly #lanes: Lane<Item>[]
  readonly #send: (items: Item[], lane: number) => Promise<void>

  constructor(count: number, send: (items: Item[], lane: number) => Promise<void>) {
    this.#lanes = Array.from({ length: count }, () => ({ waiting: [], queued: 0, tail: Promise.resolve() }))
    this.#send = send
  }

  laneOf(owner: string): number {
    let hash = 0
    for (const letter of owner) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
    return hash % this.#lanes.length
  }

  async put(owner: string, item: Item): Promise<void> {
    const index = this.laneOf(owner)
    const lane = this.#lanes[index]
    if (!lane) return
    lane.waiting.push(item)
    if (lane.waiting.length < batchMax) return
    this.#dispatch(lane, index)
    if (lane.queued > queuedMax) await lane.tail
  }

  /** Sends what is left and waits for every answer; throws the first failure. */
  async end(): Promise<void> {
    this.#lanes.forEach((lane, index) => this.#dispatch(lane, index))
    const outcomes = await Promise.allSettled(this.#lanes.map((lane) => lane.tail))
    const failure = outcomes.find((outcome) => outcome.status === 'rejected')
    if (failure) throw failure.reason
  }

  #dispatch(lane: Lane<Item>, index: number): void {
    if (lane.waiting.length === 0) return
    const items = lane.waiting
    lane.waiting = []
    lane.queued += 1
    lane.tail = lane.tail.then(() => this.#send(items, index)).finally(() => (lane.queued -= 1))
    // The failure is thrown by whoever awaits the lane; until then it must not count as unhandled.
    lane.tail.catch(() => undefined)
  }
}

type Lane<Item> = { waiting: Item[]; queued: number; tail: Promise<void> }

/** The most that the contract takes at once. */
export const batchMax = 100
const queuedMax = 3
