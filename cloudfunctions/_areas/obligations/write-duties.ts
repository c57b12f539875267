import type { Account } from '../../../shared/books/account'
import type { Duty } from '../../../shared/obligations/duty'
import { obligationId, type Obligation } from '../../../shared/obligations/obligation'
import { dutiesByCalendar, promisesAt } from '../../../shared/obligations/promises'
import { withDuty } from '../../../shared/obligations/with-duty'
import type { Programme } from '../../../shared/programme/schema'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'
import { writeObligation } from './write-obligation'

/** What the account keeps of it: nothing is left to write down, and what calendar and tier promise now. */
export type DutiesWritten = Pick<StoredAccount, 'owing' | 'promised'>

/**
 * Writes down what entries and calendar did to a member's promises, before the account forgets it: a tick that ends in
 * between does it again, which changes nothing. Null when somebody else changed one of them meanwhile; the next tick
 * looks again. `after`: the account as this tick leaves it, whose own entries are left to the next one.
 */
export async function writeDuties(
  effects: Effects,
  stored: StoredAccount,
  after: Account,
  programme: Programme,
): Promise<DutiesWritten | null> {
  const { owing = [], promised = [] } = stored
  const now = effects.now()
  const promises = promisesAt(after, programme, now)
  // The calendar first: what was ticked off since may be of a promise that only now is written down.
  const duties = [...dutiesByCalendar(promised, promises, now), ...owing]
  if (!(await writeAll(effects, after, duties))) return null
  return {
    ...(stored.owing ? { owing: [] } : {}),
    ...(promises.length > 0 || stored.promised ? { promised: promises.map(({ what }) => what) } : {}),
  }
}

async function writeAll(effects: Effects, account: Account, duties: readonly Duty[]): Promise<boolean> {
  if (duties.length === 0) return true
  const { store } = effects
  const { accountId } = account
  const whats = [...new Set(duties.map(({ what }) => what))]
  const ids = whats.map((what) => obligationId(accountId, what))
  const known = new Map((await store.getMany<Obligation>('obligations', ids)).map((one) => [one.what, one]))
  for (const what of whats) {
    const before = known.get(what) ?? null
    const own = duties.filter((duty) => duty.what === what)
    const next = own.reduce<Obligation | null>((so, duty) => withDuty(so, duty, account), before)
    if (next === before) {
      if (!next) effects.log({ event: 'obligation_missing', account: accountId, what })
      continue
    }
    if (next && !(await writeObligation(effects, before, next))) return false
  }
  return true
}
