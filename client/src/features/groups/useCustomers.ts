import { groupsCustomers } from '@shared/groups/contract'
import type { InputOf, OutputOf } from '@shared/kit/contract'
import { useAskPages } from '@/kit/ask-pages'

export type CustomersOf = InputOf<typeof groupsCustomers>['of']
export type CustomerRow = OutputOf<typeof groupsCustomers>['customers'][number]

/** Customers of a list, page by page. */
export function useCustomers(of: CustomersOf) {
  return useAskPages(groupsCustomers, { of }, pages)
}

const pages = {
  rowsOf: ({ customers }: OutputOf<typeof groupsCustomers>) => customers,
  nextAfter: ({ nextAfter }: OutputOf<typeof groupsCustomers>) => nextAfter,
  onFrom: (asked: InputOf<typeof groupsCustomers>, after: string) => ({ ...asked, after }),
}
