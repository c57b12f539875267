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
  /** Something about it presses: a dot beside the label, and these words where it is spoken. */
  urgent?: string
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

function Figure({ figure, sign, label, urgent }: Asset) {
  return (
    <>
      <View className="assets__figure num">
        {sign && <View className="assets__sign">{sign}</View>}
        <View>{figure}</View>
      </View>
      <View className="row assets__label cap c-ink-3">
        <View>{label}</View>
        {urgent && <View className="assets__dot" />}
      </View>
    </>
  )
}

function spoken({ label, sign = '', figure, urgent }: Asset): string {
  return `${label} ${sign}${figure}${urgent ? `，${urgent}` : ''}`
}
