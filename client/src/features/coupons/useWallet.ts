import { couponsList, type couponTabs, type CouponView } from '@shared/coupons/contract'
import type { OutputOf } from '@shared/kit/contract'
import { homeRead } from '@shared/members/contract'
import type { Known } from '@/kit/coupon-words'
import { useLanguage } from '@/kit/i18n'
import { outdated } from '@/kit/read'
import { useReadPages } from '@/kit/read-pages'
import { queryClient } from '@/kit/query'
import type { Language } from '@/kit/settings'

export type CouponTab = (typeof couponTabs)[number]
export type Wallet = ReturnType<typeof useWallet>
type Page = OutputOf<typeof couponsList>

/** The member's coupons of one kind, page by page; the first page stands on the phone without a network too. */
export function useWallet(tab: CouponTab) {
  const language = useLanguage()
  const read = useReadPages(couponsList, { tab }, ({ nextBefore }) =>
    nextBefore === null ? null : { tab, before: nextBefore },
  )
  const [head] = read.pages
  const coupons: readonly CouponView[] = read.pages.flatMap((page) => page.coupons)
  return { ...read, head: head ?? null, coupons, known: head ? knownOf(head, language) : null }
}

/** What of a page of coupons their words need. */
export function knownOf({ stores, tierNames }: Pick<Page, 'stores' | 'tierNames'>, language: Language) {
  return { stores, tierNames, language } satisfies Known
}

/** Something was done to the coupons of this phone: what shows them asks again, at once where it is on the screen. */
export function walletChanged(): void {
  void queryClient.invalidateQueries({ queryKey: [couponsList.name] })
  outdated(homeRead)
}
