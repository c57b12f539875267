import { useEffect } from 'react'
import { useWallet } from './useWallet'

/** One of the coupons that may be used or are on their way, found on whichever page of the list it stands. */
export function useCoupon(couponId: string) {
  const wallet = useWallet('usable')
  const coupon = wallet.coupons.find((one) => one.couponId === couponId) ?? null
  const goOn = !coupon && wallet.hasMore && !wallet.loadingMore && !wallet.moreFailed
  const { more } = wallet
  useEffect(() => {
    if (goOn) more()
    // Only the next page is waited for, whichever function asks for it.
  }, [goOn])
  return { wallet, coupon, missing: !coupon && wallet.head !== null && !goOn && !wallet.loading && !wallet.loadingMore }
}
