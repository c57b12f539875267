import { View } from '@tarojs/components'
import { Region } from './Region'
import './ShopMark.scss'

/** The shop's name with its store; the first character of the name stands for a logo that it has not given. */
export function ShopMark({ name, storeName }: { name: string; storeName: string | null }) {
  return (
    <>
      <Region hidden className="shop-mark">
        {[...name][0] ?? ''}
      </Region>
      <View className="shop-mark__words">
        <View className="shop-mark__name w600">{name}</View>
        {storeName && <View className="cap c-ink-2 ellipsis">{storeName}</View>}
      </View>
    </>
  )
}
