import type { Entry } from '../../../shared/books/entry'
import { openJournal, type Journal } from '../../../shared/books/journal'
import { refund } from '../../../shared/purchases/refund'
import type { Effects } from '../../_runtime/effects'
import { postEntries } from '../../_runtime/outbox'
import { storedAccount, type OutboxRow, type StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'

/**
 * Two tills sent one order number for two customers in the same instant, and both accounts took it. The number belongs
 * to whose entry reached the ledger first; here the other account keeps its entry under a name of its own and a refund
 * takes back what it gave. Nothing is edited and the books stay whole.
 */
export async function giveUpTakenOrder(
  effects: Effects,
  account: StoredAccount,
  taken: Entry,
  terms: Terms,
): Promise<boolean> {
  const now = effects.now()
  const renamed = { ...taken, _id: `${taken._id}:of:${account._id}` }
  const rows = account.outbox.map((row) => (row.entry._id === taken._id ? { ...row, entry: renamed } : row))
  const after = renamed.kind === 'purchase' ? takeBack(account, renamed, terms, now) : { account, entries: [] }
  const added: OutboxRow[] = after.entries.map((entry) => ({ entry, at: now }))
  const next = storedAccount(after.account, account, [...rows, ...added])
  const written = await effects.store.replaceIf('accounts', next, account.version)
  effects.log({ event: 'order_number_taken', entry: taken._id, account: account._id, written })
  if (written) await postEntries(effects, [...rows.map((row) => row.entry), ...after.entries])
  return written
}

function takeBack(
  account: StoredAccount,
  purchase: Extract<Entry, { kind: 'purchase' }>,
  terms: Terms,
  now: string,
): Journal {
  const held = account.outbox.map((row) => row.entry).filter((entry) => entry.kind === 'burn')
  const isOfOrder = (entry: (typeof held)[number]) =>
    entry.reason === 'order' && entry.orderId === purchase.orderId && entry.storeId === purchase.storeId
  const burn = held.find(isOfOrder) ?? null
  const stamp = { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: `clock-${now}` }
  const { storeId, orderId, amountFen } = purchase
  const request = { storeId, refundId: `taken:${orderId}:${account._id}`, amountFen, at: now, nonce: null }
  // A number that was never this member's cannot be blocked from going back, whatever the programme's refund policy.
  const programme = { ...terms.programme, refundShortfall: 'debt' as const }
  const ruling = refund(openJournal(account, stamp), { purchase, burn, refunds: [] }, request, programme)
  if (!ruling.ok) throw new Error(`the order ${purchase._id} could not be taken back: ${ruling.refusal}`)
  return ruling.value
}
