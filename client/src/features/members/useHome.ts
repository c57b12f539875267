import { useEffect } from 'react'
import { homeRead } from '@shared/members/contract'
import { useRead } from '@/kit/read'
import { wearShopFace } from '@/kit/shop'

/** The member's own summary; the shop's face is worn as soon as it is known. */
export function useHome() {
  const home = useRead(homeRead, {})
  const shop = home.value?.shop
  useEffect(() => {
    if (shop) wearShopFace(shop)
  }, [shop])
  return home
}
