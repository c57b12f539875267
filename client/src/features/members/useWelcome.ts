import { useEffect, useState } from 'react'
import type { OutputOf } from '@shared/kit/contract'
import { shopWelcome } from '@shared/shop/contract'
import { useRead } from '@/kit/read'
import { takeScene } from '@/kit/scene'
import { wearShopFace } from '@/kit/shop'

export type Welcome = OutputOf<typeof shopWelcome>

/** What a visitor may know of the shop, by the code that they came through, if any. */
export function useWelcome(scene?: string) {
  const [came] = useState(() => takeScene(scene))
  const read = useRead(shopWelcome, came.text ? { scene: came.text } : {})
  const shop = read.value?.shop
  useEffect(() => {
    if (shop) wearShopFace(shop)
  }, [shop])
  const known = came.readable && read.value?.sceneKnown !== false
  return { ...read, sceneKnown: known, scene: known ? came.text : null }
}
