import { addMilliseconds, type Instant } from '../../../../shared/kit/time'
import type { Effects } from '../../../_runtime/effects'
import { errorWords } from '../../../_runtime/error-words'
import { presentEntries } from '../../../_runtime/outbox'
import type { StoredAccount } from '../../../_runtime/stored-account'
import type { Terms } from '../../../_runtime/terms'
import type { Done, Job, Task } from '../job'
import { settleAccount } from '../settle-account'

const pageSize = 50
/** An account that could not be settled waits that long, so that it does not keep the clock awake. */
const putOffMs = 5 * 60_000

/**
 * Members' accounts that are due: entries left unposted, points that begin or end, tiers to be reviewed, coupons and gifts
 * by the calendar, what nobody picked up, what members are to be told of.
 */
export const accounts: Job = {
  name: 'accounts',
  title: { zh: '会员到期事项', en: 'Due dates of members' },
  everyMinutes: 1,
  waits: { collection: 'accounts', field: 'dueAt' },
  run: settleAccounts,
}

/** By index, a page at a time; what failed is put off and told. */
async function settleAccounts(effects: Effects, terms: Terms, { now, until }: Task): Promise<Done> {
  const tried = new Set<string>()
  const total = { done: 0, failed: 0 }
  let words: string | undefined
  for (let from: From = { gt: '' }; ;) {
    const page = await readDue(effects, now, from)
    const fresh = page.filter((account) => !tried.has(account._id))
    for (const account of fresh) tried.add(account._id)
    const outcomes = await settlePage(effects, fresh, terms)
    total.done += outcomes.filter((one) => one === 'settled').length
    const failures = outcomes.flatMap((one) => (typeof one === 'object' ? [one.words] : []))
    total.failed += failures.length
    words = failures.at(-1) ?? words
    const more = page.length === pageSize
    if (!more || effects.now() >= until) return { due: tried.size, ...total, left: more, ...(words ? { words } : {}) }
    // Accounts that share one due time go on at the same time; a page of nothing but known ones is stepped over.
    const last = page.at(-1)?.dueAt ?? ''
    from = fresh.length > 0 ? { gte: last } : { gt: last }
  }
}

type From = { gt: string } | { gte: string }
/** Not settled, but by nobody's fault: somebody else wrote meanwhile. */
type Outcome = 'settled' | 'overtaken' | { words: string }

/** Asks the ledger once for the whole page, then settles its accounts. */
async function settlePage(effects: Effects, page: readonly StoredAccount[], terms: Terms): Promise<Outcome[]> {
  const rows = page.flatMap((account) => account.outbox.map((row) => row.entry))
  const present = rows.length <= 1000 ? await presentEntries(effects, rows) : new Map()
  return Promise.all(page.map((account) => settled(effects, account, present, terms)))
}

async function settled(
  effects: Effects,
  account: StoredAccount,
  present: Parameters<typeof settleAccount>[2],
  terms: Terms,
): Promise<Outcome> {
  try {
    return (await settleAccount(effects, account, present, terms)) ? 'settled' : 'overtaken'
  } catch (error) {
    const words = `${account._id}: ${errorWords(error)}`
    effects.log({ event: 'settle_failed', account: account._id, detail: words })
    await putOff(effects, account).catch(() => undefined)
    return { words }
  }
}

/** Only as it was read: whoever writes the account says anew when it is due. */
async function putOff(effects: Effects, { _id, dueAt, version, putOffAt }: StoredAccount): Promise<void> {
  const now = effects.now()
  const set = { dueAt: addMilliseconds(now, putOffMs), putOffAt: putOffAt ?? now }
  await effects.store.change('accounts', { _id, dueAt, version }, { set })
}

function readDue(effects: Effects, now: Instant, from: From): Promise<StoredAccount[]> {
  return effects.store.find<StoredAccount>('accounts', {
    where: { dueAt: { ...from, lte: now } },
    orderBy: [['dueAt', 'asc']],
    limit: pageSize,
  })
}
