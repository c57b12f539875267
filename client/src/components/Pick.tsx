import { View } from '@tarojs/components'
import { Icon } from './Icon'
import './Pick.scss'

/** The round mark before something that can be picked, or behind it: fill and tick say that it is. The row around it is what is tapped. */
export function Pick({ on, disabled = false, behind = false }: { on: boolean; disabled?: boolean; behind?: boolean }) {
  return (
    <View className={`pick ${on ? 'pick--on' : ''} ${disabled ? 'pick--off' : ''} ${behind ? 'pick--behind' : ''}`}>
      {on && <Icon name="check" size={12} />}
    </View>
  )
}
