import type { Account } from '../books/account'
import { isForTier } from '../programme/for-tiers'
import type { OccasionName } from '../programme/parts/messages'
import type { Programme } from '../programme/schema'
import { tierById } from '../tiers/qualify'
import type { Sent } from './occasions/kind'

/** Capital: no message of a programme has such a name. */
const termWarning = 'Term-warning'

/** What the system tells by itself where the programme has no message on the occasion: that a tier's term ends, when the tier says how long before. */
export function builtIn(account: Account, programme: Programme): Sent[] {
  const warnDays = tierById(programme, account.tierId).term?.warnDays
  if (warnDays === undefined || hasOwn(programme, account, 'term-ending')) return []
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

/** Whether the programme has a message of its own on an occasion for a member; then the built-in one is not sent. */
export function hasOwn(programme: Programme, { tierId }: Pick<Account, 'tierId'>, occasion: OccasionName): boolean {
  const { list = [] } = programme.messages ?? {}
  return list.some((one) => one.on.kind === occasion && isForTier(programme, one, tierId))
}
