import { create } from 'zustand'

export type ShopFace = { name: string; storeName: string | null; brand: string | null }

/** The shop's name and colour as last heard, so that every page wears them and not only the one that asked. */
export const useShopFace = create<ShopFace>(() => ({ name: '', storeName: null, brand: null }))

export function wearShopFace(face: ShopFace): void {
  const worn = useShopFace.getState()
  if (face.name !== worn.name || face.storeName !== worn.storeName || face.brand !== worn.brand)
    useShopFace.setState(face)
}
