import { View } from '@tarojs/components'
import { Pressable } from './Pressable'
import { Region } from './Region'
import './AssetRow.scss'

export interface Asset {
  id: string
  label: string
  figure: string
  /** A sign set smaller before the figure, such as ¥. */
  sign?: string
  onPress?: () => void
}

/** Two to four figures side by side, each with its small label below. */
export function AssetRow({ assets }: { assets: readonly Asset[] }) {
  return (
    <View className="assets">
      {assets.map((asset) =>
        asset.onPress ? (
          <Pressable key={asset.id} id={asset.id} label={spoken(asset)} className="assets__one" onPress={asset.onPress}>
            <Figure {...asset} />
          </Pressable>
        ) : (
          <Region key={asset.id} id={asset.id} role="group" label={spoken(asset)} className="assets__one">
            <Figure {...asset} />
          </Region>
        ),
      )}
    </View>
  )
}

function Figure({ figure, sign, label }: Asset) {
  return (
    <>
      <View className="assets__figure num">
        {sign && <View className="assets__sign">{sign}</View>}
        <View>{figure}</View>
      </View>
      <View className="assets__label cap c-ink-3">{label}</View>
    </>
  )
}

function spoken({ label, sign = '', figure }: Asset): string {
  return `${label} ${sign}${figure}`
}
