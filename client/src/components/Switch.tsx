import { View } from '@tarojs/components'
import './Switch.scss'

/** How a switch stands. Whatever it stands in is what one taps, and tells assistive technology of it. */
export function Switch({ on }: { on: boolean }) {
  return (
    <View className={`switch ${on ? 'switch--on' : ''}`}>
      <View className="switch__knob" />
    </View>
  )
}
