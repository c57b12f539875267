import type { Effects } from '../../_runtime/effects'
import type { Transaction } from '../../_runtime/store'
import { StoreDuplicate } from '../../_runtime/store'

/** Whose a number of a shared card is. Written once and never removed, so that a number given back is nobody's ever after. */
export type CardNumber = { _id: string; cardId: string; holderId: string; mainAccountId: string }

/** 2026-11: with a million shared cards one number in nine hundred is taken, so three tries fail once in 700 million. */
const triesMax = 3

/** Hands a number out together with what takes it up; one that somebody has is drawn again. Null when all were taken. */
export async function withNewNumber<T>(draw: () => string, work: (cardNo: string) => Promise<T>): Promise<T | null> {
  for (let attempt = 0; attempt < triesMax; attempt += 1) {
    try {
      return await work(draw())
    } catch (error) {
      if (!(error instanceof StoreDuplicate)) throw error
    }
  }
  return null
}

export async function insertCardNumber(transaction: Transaction, number: CardNumber): Promise<void> {
  await transaction.insert('cardNumbers', number)
}

export function readCardNumber({ store }: Effects, cardNo: string): Promise<CardNumber | null> {
  return store.get<CardNumber>('cardNumbers', cardNo)
}
