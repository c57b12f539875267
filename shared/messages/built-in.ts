import type { Account } from '../books/account'
import { isForTier } from '../programme/for-tiers'
import type { Programme } from '../programme/schema'
import { tierById } from '../tiers/qualify'
import type { Sent } from './occasions/kind'

/** Capital: no message of a programme has such a name. */
const termWarning = 'Term-warning'

/** What the system tells by itself where the programme has no message on the occasion: that a tier's term ends, when the tier says how long before. */
export function builtIn(account: Account, programme: Programme): Sent[] {
  const { list = [] } = programme.messages ?? {}
  const warnDays = tierById(programme, account.tierId).term?.warnDays
  const isSaid = list.some((one) => one.on.kind === 'term-ending' && isForTier(programme, one, account.tierId))
  if (warnDays === undefined || isSaid) return []
  return [
    {
      id: termWarning,
      on: { kind: 'term-ending', daysBefore: warnDays },
      purpose: 'service',
      channels: ['subscription', 'inbox'],
      text: { zh: '', en: '' },
      builtIn: true,
    },
  ]
}
