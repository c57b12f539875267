import type { Entry } from '../../shared/books/entry'
import type { Journal } from '../../shared/books/journal'
import { allow, refuse, type Ruling } from '../../shared/kit/ruling'
import type { Effects } from './effects'
import type { Transaction } from './store'
import type { StoredAccount } from './stored-account'
import { knownReply, nextAccount, post, type RequestMark } from './unit-of-work'

/**
 * One command that changes several accounts together or not at all. Whoever asks keeps the answer; what the rule writes
 * besides accounts it adds itself, in the same transaction and after it has ruled.
 */
export type TogetherWork<Value, Refusal extends string> = {
  /** The account of whoever asks, as the door has read it. */
  asker: StoredAccount
  request: RequestMark
  /** The entry that keeps the answer, where it has an id of its own; otherwise the first. */
  receiptId?: string
  /** Reads what it needs and rules. May run several times. */
  decide: (transaction: Transaction, asker: StoredAccount) => Promise<Ruling<Agreed<Value>, Refusal>>
}

export type Agreed<Value> = {
  /** The journal of whoever asks. */
  own: Journal
  /** The other account, where one changes too. */
  other?: { before: StoredAccount; journal: Journal }
  reply: Value
  /** What else is written. */
  also?: () => Promise<void>
}

export async function commitTogether<Value, Refusal extends string>(
  effects: Effects,
  { asker, request, receiptId, decide }: TogetherWork<Value, Refusal>,
): Promise<Ruling<Value, Refusal | 'request_reused'>> {
  const known = await knownReply<Value>(effects, { account: asker }, request, receiptId)
  if (known) return known
  const { ruling, entries } = await effects.store.transact(async (transaction) => {
    const none: Entry[] = []
    const before = (await transaction.get<StoredAccount>('accounts', asker._id)) ?? asker
    const meanwhile = recentReply<Value>(before, request)
    if (meanwhile) return { ruling: meanwhile, entries: none }
    const decided = await decide(transaction, before)
    if (!decided.ok) return { ruling: decided, entries: none }
    const { own, other, reply, also } = decided.value
    await also?.()
    const writing = { before, own, other, request, receiptId, reply }
    return { ruling: allow(reply), entries: await write(effects, transaction, writing) }
  })
  if (entries.length > 0) effects.afterReply(() => post(effects, entries))
  return ruling
}

type Writing = Pick<Agreed<unknown>, 'own' | 'reply'> & {
  other: Agreed<unknown>['other'] | undefined
  before: StoredAccount
  request: RequestMark
  receiptId: string | undefined
}

async function write(
  effects: Effects,
  transaction: Transaction,
  { before, own, other, request, receiptId, reply }: Writing,
): Promise<Entry[]> {
  const first = nextAccount(effects, before, own, { request, receiptId, reply })
  await transaction.put('accounts', first.next)
  if (!other) return first.entries
  const second = nextAccount(effects, other.before, other.journal, { request: null, reply: null })
  await transaction.put('accounts', second.next)
  return [...first.entries, ...second.entries]
}

/** The same request that was quicker; the account still carries its answer. */
function recentReply<Value>(account: StoredAccount, { id, inputHash }: RequestMark) {
  const recent = account.recent.find((row) => row.requestId === id)
  if (!recent) return null
  return recent.inputHash === inputHash ? allow(recent.reply as Value) : refuse('request_reused')
}
