import { withCheckInReminder, withoutCheckInReminder } from '../../../shared/messages/check-in-reminder'
import { nothingTold, type Telling } from '../../../shared/messages/telling'
import type { Notice } from '../../../shared/messages/topics'
import type { Effects } from '../../_runtime/effects'
import type { EnrolledContext } from '../../_runtime/handler'
import { storedAccount, type StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { unspentOf } from './acceptance'
import { remindersOf } from './reminders'

/** How often it is tried again after somebody else was faster. */
const triesMax = 5

/**
 * Makes the account due for its next reminder to check in; false when others were faster each time. It is written even where
 * the account waits for one already, so that a clock which is just about to forget it, as nothing was agreed to, looks again.
 */
export async function awaitCheckIn({ effects, account, terms, now }: EnrolledContext): Promise<boolean> {
  let latest: StoredAccount | null = account
  for (let tries = 0; latest && tries < triesMax; tries += 1) {
    const { programme } = terms
    const telling = withCheckInReminder(latest.telling ?? nothingTold, latest, { programme, now })
    const next = storedAccount(latest, { ...latest, telling }, latest.outbox)
    if (await effects.store.replaceIf('accounts', next, latest.version)) return true
    latest = await effects.store.get<StoredAccount>('accounts', account._id)
  }
  return false
}

/** What remains to be told once these notices are out: no more reminders to check in than were agreed to beside these. */
export async function whileAgreed(
  effects: Effects,
  terms: Terms,
  accountId: string,
  { notices, telling }: { notices: readonly Notice[]; telling: Telling },
): Promise<Telling> {
  const now = notices.filter(({ topic }) => topic === 'check-in').length
  if (now === 0) return telling
  const reminders = remindersOf(terms, await unspentOf(effects, terms.shop, accountId))
  const isAgreed = reminders.some(({ topic, left }) => topic === 'check-in' && left > now)
  return isAgreed ? telling : withoutCheckInReminder(telling)
}
