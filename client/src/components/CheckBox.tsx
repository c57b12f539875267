import { View } from '@tarojs/components'
import { Icon } from './Icon'
import { Pressable } from './Pressable'
import './CheckBox.scss'

/** A round box that a person ticks by hand; `label` is the whole sentence that it stands for. */
export function CheckBox({
  id,
  checked,
  label,
  onToggle,
}: {
  id: string
  checked: boolean
  label: string
  onToggle: () => void
}) {
  return (
    <Pressable id={id} role="checkbox" checked={checked} label={label} className="check-box" onPress={onToggle}>
      <View className={`check-box__mark ${checked ? 'check-box__mark--on' : ''}`}>
        {checked && <Icon name="check" size={15} />}
      </View>
    </Pressable>
  )
}
