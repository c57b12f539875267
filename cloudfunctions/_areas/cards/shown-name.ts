import type { Account } from '../../../shared/books/account'

/** The name by which somebody is shown: an organisation goes by its own, whoever speaks for it. */
export function shownName({ holder, name }: Pick<Account, 'holder' | 'name'>): string | null {
  return holder.kind === 'organisation' ? holder.name : name
}
