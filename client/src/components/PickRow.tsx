import { View } from '@tarojs/components'
import { Pick } from './Pick'
import { Pressable } from './Pressable'
import './PickRow.scss'

export interface PickRowProps {
  id: string
  title: string
  /** Spoken instead of the title. */
  label?: string
  on: boolean
  /** `radio` where one of the rows is chosen. */
  role?: 'checkbox' | 'radio'
  disabled?: boolean
  onPress: () => void
}

/** One of several rows in a sheet that can be picked. */
export function PickRow(props: PickRowProps) {
  const { id, title, label = title, on, role = 'checkbox', disabled = false, onPress } = props
  return (
    <Pressable
      id={id}
      role={role}
      checked={on}
      label={label}
      disabled={disabled}
      className="pick-row"
      onPress={onPress}
    >
      <Pick on={on} />
      <View className="grow b1 ellipsis">{title}</View>
    </Pressable>
  )
}
