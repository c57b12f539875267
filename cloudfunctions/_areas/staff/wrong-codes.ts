import { addMilliseconds } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'

/** Wrong typed codes of a card and at a till in the last ten minutes. Eight digits are only safe if nobody may try many. */
const windowMs = 10 * 60_000
const perCardMax = 5
const perTillMax = 20

type Counter = { id: string; max: number }

/**
 * A try, counted before anything is compared, so that however many are made at once no more are answered. Null when the
 * card, where one was named, or the till has none left. What turns out right is given back.
 */
export async function takeTry(
  effects: Effects,
  cardNo: string | null,
  staffId: string,
): Promise<{ giveBack: () => Promise<void> } | null> {
  const till = { id: `till:${staffId}`, max: perTillMax }
  const counters = cardNo ? [{ id: `card:${cardNo}`, max: perCardMax }, till] : [till]
  const counted = await Promise.all(counters.map((counter) => countOne(effects, counter)))
  const taken = counters.filter((_, index) => counted[index])
  const giveBack = async () => {
    await Promise.all(taken.map((counter) => uncount(effects, counter)))
  }
  if (taken.length === counters.length) return { giveBack }
  await giveBack()
  return null
}

/** Every step is a condition and a write in one; a count that runs is never written over. */
async function countOne(effects: Effects, counter: Counter): Promise<boolean> {
  const { id } = counter
  if (await countOn(effects, counter)) return true
  const now = effects.now()
  const fresh = { count: 1, until: addMilliseconds(now, windowMs) }
  if ((await effects.store.insert('wrongCodes', [{ _id: id, ...fresh }])) === 'inserted') return true
  if ((await effects.store.change('wrongCodes', { _id: id, until: { lte: now } }, { set: fresh })) > 0) return true
  return countOn(effects, counter)
}

async function countOn(effects: Effects, { id, max }: Counter): Promise<boolean> {
  const room = { _id: id, until: { gt: effects.now() }, count: { lt: max } }
  return (await effects.store.change('wrongCodes', room, { increase: { count: 1 } })) > 0
}

async function uncount({ store }: Effects, { id }: Counter): Promise<void> {
  await store.change('wrongCodes', { _id: id, count: { gt: 0 } }, { increase: { count: -1 } })
}
