import type { Account } from './account'
import type { ActivateFact } from './entry'
import { drawFromLots, putIntoLot, takeDraws, type Lot } from './lots'
import { takePending } from './pending'

/** What waited stands in the lots of its expiry; of what pays a debt the lots that expire first come first. */
export function afterActivation(account: Account, { from, repaid }: ActivateFact, seq: number): Account {
  const active = from.reduce<Lot[]>((lots, { expiresAt, points }) => putIntoLot(lots, { expiresAt, points }), [])
  const left = takeDraws(active, drawFromLots(active, repaid) ?? [])
  const pending = takePending(account.pending ?? [], from)
  return { ...account, seq, debt: account.debt - repaid, pending, lots: left.reduce(putIntoLot, account.lots) }
}
