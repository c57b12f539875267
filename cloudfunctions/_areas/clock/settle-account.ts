import { openJournal } from '../../../shared/books/journal'
import type { Entry } from '../../../shared/books/entry'
import { addMilliseconds, soonest } from '../../../shared/kit/time'
import { giveDue, nextDueAt } from '../../../shared/coupons/due'
import { settleCoupons } from '../../../shared/coupons/settle'
import { nextPromiseAt } from '../../../shared/obligations/promises'
import { giveWithMessages } from '../../../shared/messages/gifts'
import { noticesAt } from '../../../shared/messages/notices'
import { nothingTold } from '../../../shared/messages/telling'
import { expirePoints } from '../../../shared/points/expire'
import { settleReferral } from '../../../shared/referrals/friend'
import { releaseOverdue } from '../../../shared/rewards/release'
import { reviewTiers } from '../../../shared/tiers/retier'
import { chineseCalendar } from '../../_runtime/chinese-calendar'
import type { Effects } from '../../_runtime/effects'
import { postEntries } from '../../_runtime/outbox'
import { holdStock, releaseStock, settleStock } from '../../_runtime/stock'
import { keepRowMs, storedAccount, type OutboxRow, type StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { beginByItself } from '../journeys/begin-by-itself'
import { whileAgreed } from '../messages/check-in'
import { keepNotices } from '../messages/notice'
import { withNames } from '../messages/with-names'
import { writeCustomer } from '../groups/write-customer'
import { writeDuties } from '../obligations/write-duties'
import { giveReferrer } from '../referrals/give-referrer'
import { suspicionsAround } from '../referrals/suspicions-around'
import { stockGivenUp } from '../rewards/stock-of'
import { keepFindings } from './findings'
import { giveUpTakenOrder } from './taken-order'

/**
 * Brings one due account in order: posts the entries that a crash left unposted, writes down the points whose time is
 * over, gives up rewards that nobody picked up, writes down what became of promises, writes down what the member is to be
 * told, and lets go of rows that surely stand in the ledger. `present` tells what stands there already. False when somebody
 * else wrote meanwhile; the next tick looks again.
 */
export async function settleAccount(
  effects: Effects,
  account: StoredAccount,
  present: ReadonlyMap<string, Entry>,
  terms: Terms,
): Promise<boolean> {
  const now = effects.now()
  const [firstTaken] = await postMissing(effects, account, present)
  if (firstTaken) return giveUpTakenOrder(effects, account, firstTaken, terms)

  const stamp = { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: `clock-${now}` }
  const { programme } = terms
  const released = releaseOverdue(expirePoints(openJournal(account, stamp), now), now)
  const reviewed = reviewTiers(released, programme, now)
  const suspicions = await suspicionsAround(effects, account, programme)
  const referred = settleReferral(settleCoupons(reviewed, now), programme, { now, suspicions })
  const given = giveDue(referred, programme, now, account.givingAt ?? now)
  const due = noticesAt(account.telling ?? nothingTold, given.account, { programme, calendar: chineseCalendar, now })
  const journal = giveWithMessages(given, programme, { gifts: due.gifts, now })
  const young = addMilliseconds(now, -keepRowMs)
  const kept = account.outbox.filter((row) => row.at > young)
  const added: OutboxRow[] = journal.entries.map((entry) => ({ entry, at: now }))
  // Before the account forgets them: a tick that ends in between writes them down again, which keeps each once.
  await keepNotices(effects, account._id, await withNames(effects, due.notices))
  const telling = await whileAgreed(effects, terms, account._id, due)
  const promised = await writeDuties(effects, account, journal.account, programme)
  const shown = promised && (await writeCustomer(effects, account, journal.account, programme))
  if (!shown) return false
  const notBegun = await beginByItself(effects, terms, account, account.journeyMarks ?? [])
  if (notBegun.length > 0) await keepFindings(effects, [], notBegun, now)
  const claims = stockGivenUp(account, journal)
  for (const claim of claims) await holdStock(effects, claim)
  const givingAt = soonest([nextDueAt, nextPromiseAt].map((next) => next(journal.account, programme, now)))
  const toReferrer = await giveReferrer(effects, account, terms)
  const journeyMarks = account.journeyMarks ? { journeyMarks: [] } : {}
  const more = { ...journeyMarks, ...promised, ...shown }
  const seen = { telling, givingAt, givenUnder: terms.programmeVersion, toReferrer, ...more }
  const settled = storedAccount(journal.account, { ...account, ...seen }, [...kept, ...added])
  const next = account.putOffAt ? { ...settled, putOffAt: null } : settled
  const written = await effects.store.replaceIf('accounts', next, account.version)
  if (written) await postEntries(effects, journal.entries)
  if (written) await giveReferrer(effects, next, terms)
  for (const claim of claims) await (written ? settleStock : releaseStock)(effects, claim)
  return written
}

/** After it every row of the account stands in the ledger, but for those given back, whose id is another account's. */
async function postMissing(
  effects: Effects,
  account: StoredAccount,
  present: ReadonlyMap<string, Entry>,
): Promise<Entry[]> {
  const rows = account.outbox.map((row) => row.entry)
  const { taken } = await postEntries(
    effects,
    rows.filter((entry) => !present.has(entry._id)),
  )
  const foreign = rows.filter((entry) => (present.get(entry._id)?.accountId ?? account._id) !== account._id)
  return [...taken, ...foreign]
}
