import { balanceOf, type Account } from '../../../shared/books/account'
import type { Entry } from '../../../shared/books/entry'
import { lotsTotal } from '../../../shared/books/lots'
import type { CardHolder } from '../../../shared/books/shared-card'
import { settlement } from '../../../shared/cards/leave-shared'
import type { cardsHistory } from '../../../shared/cards/shared-contract'
import { mainCard, sharedCardTerms, subCard } from '../../../shared/cards/shared-cards'
import type { OutputOf } from '../../../shared/kit/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import { accountAt } from '../../../shared/points/expiring'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { StoredAccount } from '../../_runtime/stored-account'
import { shownName } from './shown-name'
import { isUse, useOf } from './use-of'

const pageSize = 20
const readSize = 40
type History = OutputOf<typeof cardsHistory>

/** Who holds a card and what each did with it. The entries are the main holder's; a holder is shown their own alone. */
export const readHistory: Handler<typeof cardsHistory, EnrolledContext> = async (context, input) => {
  const { account, effects, terms, now } = context
  const { cardId } = input
  const held = subCard(account, cardId)
  const main = held ? await effects.store.get<StoredAccount>('accounts', held.mainAccountId) : account
  const card = main && mainCard(main, cardId)
  if (!main || !card) return refuse('card_not_held')
  const before = input.before ?? main.seq + 1
  const read = await readUses(context, main, { cardId, before })
  const mine = (holderId: string) => !held || holderId === account._id
  const uses = read
    .filter(isUse)
    .filter((entry) => mine(entry.holderId))
    .slice(0, pageSize)
  const people = new Set([...card.holders.map((one) => one.accountId), ...uses.map((one) => one.holderId)])
  const names = await readNames(context, [...people].filter(mine), account)
  const last = uses.length === pageSize ? uses.at(-1) : read.length >= readSize ? read.at(-1) : null
  const pool = accountAt(card.mode === 'pooled' ? main : account, now)
  return allow({
    serverAt: now,
    card: {
      cardId,
      kind: card.kind,
      mode: card.mode,
      role: held ? 'sub' : 'main',
      title: card.title,
      ownerName: shownName(main),
      points: balanceOf(pool),
      holdersMax: sharedCardTerms(terms.programme, card.kind)?.holdersMax ?? 0,
      people: card.holders.length + 1,
    },
    holders: card.holders
      .filter((one) => mine(one.accountId))
      .map((one) => holderView(one, { pool: accountAt(main, now), name: names.get(one.accountId) ?? null, now })),
    uses: uses.map((entry) => useOf(entry, { terms, name: names.get(entry.holderId) ?? null })),
    nextBefore: last?.seq ?? null,
  })
}

/** What stands in the ledger, and what the main account has written that is not there yet. */
async function readUses(
  { effects }: EnrolledContext,
  main: StoredAccount,
  { cardId, before }: { cardId: string; before: number },
): Promise<Entry[]> {
  const posted = await effects.store.find<Entry>('entries', {
    where: { accountId: main._id, cardId, seq: { lt: before } },
    orderBy: [['seq', 'desc']],
    limit: readSize,
  })
  const known = new Set(posted.map((entry) => entry._id))
  const oldest = posted.length === readSize ? (posted.at(-1)?.seq ?? 0) : 0
  const unposted = main.outbox
    .map((row) => row.entry)
    .filter((entry) => 'cardId' in entry && entry.cardId === cardId && !known.has(entry._id))
    .filter((entry) => entry.seq > oldest && entry.seq < before)
  return [...posted, ...unposted].sort((a, b) => b.seq - a.seq)
}

async function readNames({ effects }: EnrolledContext, ids: readonly string[], account: Account) {
  const others = ids.filter((id) => id !== account.accountId)
  const read = others.length > 0 ? await effects.store.getMany<StoredAccount>('accounts', others) : []
  return new Map([account, ...read].map((one) => [one.accountId, shownName(one)]))
}

function holderView(
  holder: CardHolder,
  { pool, name, now }: { pool: Account; name: string | null; now: string },
): History['holders'][number] {
  const { accountId, since, checked, share } = holder
  const { earned, burned } = share
  const { draws, pendingDraws } = settlement(share, pool, now)
  const left = lotsTotal(draws) + lotsTotal(pendingDraws)
  return { holderId: accountId, name, since, pending: !checked, earned, burned, share: left }
}
