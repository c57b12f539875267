import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './BottomBar.scss'

/** What stays at the foot of a page while its content scrolls: the primary action, above the home indicator. */
export function BottomBar({ tall = false, children }: { tall?: boolean; children: ReactNode }) {
  return (
    <View>
      <View className={`bottom-bar__room ${tall ? 'bottom-bar__room--tall' : ''}`} />
      <View className="bottom-bar">{children}</View>
    </View>
  )
}
