import type { Account } from '../../../shared/books/account'
import type { Journal } from '../../../shared/books/journal'
import type { ByHolder } from '../../../shared/books/shared-card'
import { holderOf, mainCard, subCard } from '../../../shared/cards/shared-cards'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { EnrolledContext } from '../../_runtime/handler'
import { commandOn } from '../../_runtime/own-command'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Decision } from '../../_runtime/unit-of-work'

/** Whose points are meant: the member's own, or those that a card pools on the account of whoever opened it. */
export type Pool = { account: StoredAccount; by: ByHolder | null }
type NoPool = 'card_not_held' | 'card_unchecked'

/** The account that pays: the member's own where no card is named, else the pool of a card that they hold. One read more. */
export async function poolOf(context: EnrolledContext, cardId: string | undefined): Promise<Ruling<Pool, NoPool>> {
  const { effects, account } = context
  if (cardId === undefined) return allow({ account, by: null })
  const card = subCard(account, cardId)
  const main = card && (await effects.store.get<StoredAccount>('accounts', card.mainAccountId))
  if (!main) return refuse('card_not_held')
  const by = { cardId, holderId: account._id }
  const held = holderIn(main, by)
  return held.ok ? allow({ account: main, by }) : held
}

/** A member's command on the pool; who meanwhile left the card, or was let go, is refused under the same condition. */
export function poolCommand<Value, Refusal extends string>(
  context: EnrolledContext,
  { account, by }: Pool,
  decide: (journal: Journal) => Ruling<Decision<Value, Refusal>, Refusal>,
) {
  return commandOn<Value, Refusal | NoPool>(context, account, (opened) => {
    const pool = by ? holderIn(opened.account, by) : allow(null)
    return pool.ok ? decide(opened) : pool
  })
}

/** Of a pool a holder sees and gives up what they swapped for themselves; whoever opened the card all of it. */
export function isTheirs(made: Partial<ByHolder> | null, { by }: Pool): boolean {
  return by === null || made?.holderId === by.holderId
}

function holderIn(account: Account, { cardId, holderId }: ByHolder): Ruling<null, NoPool> {
  const card = mainCard(account, cardId)
  const holder = card && holderOf(card, holderId)
  if (!holder || card.mode !== 'pooled') return refuse('card_not_held')
  return holder.checked ? allow(null) : refuse('card_unchecked')
}
