import { addMilliseconds } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'

/** Wrong typed codes of a card and at a till in the last ten minutes. Eight digits are only safe if nobody may try many. */
type WrongCodes = { _id: string; count: number; until: string }

const windowMs = 10 * 60_000
const perCardMax = 5
const perTillMax = 20

/** Whether a card, where one was named, or a till has used up its wrong tries. */
export async function triesUsedUp(effects: Effects, cardNo: string | null, staffId: string): Promise<boolean> {
  const ids = [...(cardNo ? [cardId(cardNo)] : []), tillId(staffId)]
  const known = await effects.store.getMany<WrongCodes>('wrongCodes', ids)
  const now = effects.now()
  return known.some(
    ({ _id, count, until }) => until > now && count >= (_id === tillId(staffId) ? perTillMax : perCardMax),
  )
}

export async function countWrongCode(effects: Effects, cardNo: string, staffId: string): Promise<void> {
  await Promise.all([countOne(effects, cardId(cardNo)), countOne(effects, tillId(staffId))])
}

/** A try that named nobody. */
export async function countWrongAtTill(effects: Effects, staffId: string): Promise<void> {
  await countOne(effects, tillId(staffId))
}

async function countOne(effects: Effects, id: string): Promise<void> {
  const now = effects.now()
  const counted = await effects.store.change('wrongCodes', { _id: id, until: { gt: now } }, { increase: { count: 1 } })
  if (counted === 0) await effects.store.put('wrongCodes', { _id: id, count: 1, until: addMilliseconds(now, windowMs) })
}

function cardId(cardNo: string): string {
  return `card:${cardNo}`
}

function tillId(staffId: string): string {
  return `till:${staffId}`
}
