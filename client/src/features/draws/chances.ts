import { randomHex } from '@/kit/random'
import { recall, remember } from '@/kit/storage'
import { hashing } from './hashing'

/** What this phone gives a draw of its own: a salt, and the number that it was given for it. */
export type OwnChance = { salt: string; saltHash: string; roundId?: string; number?: number }

/** What a member was told of a result, kept by themselves: nobody can give it another place later. */
export type Receipt = { roundId: string; number: number; place: number; chain: string; link: string }

const receiptsMax = 60

/**
 * The chance that was begun and not ended, else a new one with a salt of its own. It is stored before anything is sent, so
 * a phone that was cut off goes on with the same salt and the same number.
 */
export async function chanceFor(drawId: string): Promise<OwnChance> {
  const begun = chanceBegun(drawId)
  if (begun) return begun
  const salt = await randomHex(16)
  const chance = { salt, saltHash: hashing.sha256(salt) }
  keepChance(drawId, chance)
  return chance
}

export function chanceBegun(drawId: string): OwnChance | null {
  return recall<{ [drawId: string]: OwnChance }>('draws')?.[drawId] ?? null
}

export function keepChance(drawId: string, chance: OwnChance): void {
  remember('draws', { ...recall<{ [drawId: string]: OwnChance }>('draws'), [drawId]: chance })
}

export function endChance(drawId: string): void {
  const { [drawId]: _ended, ...others } = recall<{ [drawId: string]: OwnChance }>('draws') ?? {}
  remember('draws', others)
}

export function keepReceipt(receipt: Receipt): void {
  const known = recall<Receipt[]>('draw-receipts') ?? []
  const others = known.filter(({ roundId, number }) => roundId !== receipt.roundId || number !== receipt.number)
  remember('draw-receipts', [...others, receipt].slice(-receiptsMax))
}

export function receiptOf(roundId: string, number: number): Receipt | null {
  const known = recall<Receipt[]>('draw-receipts') ?? []
  return known.find((one) => one.roundId === roundId && one.number === number) ?? null
}
