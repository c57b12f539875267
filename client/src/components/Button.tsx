import { View } from '@tarojs/components'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { Pressable } from './Pressable'
import './Button.scss'

export interface ButtonProps {
  id?: string
  label: string
  /** The verb shown with a spinner while the answer is awaited. */
  busyLabel?: string
  kind?: 'primary' | 'outline' | 'soft' | 'text' | 'danger'
  size?: 52 | 48 | 44 | 32
  icon?: IconName
  busy?: boolean
  disabled?: boolean
  className?: string
  onPress?: () => void
}

/** A button of one of four heights; the smallest still takes taps over 44. */
export function Button(props: ButtonProps) {
  const {
    id,
    label,
    busyLabel,
    kind = 'primary',
    size = 48,
    icon,
    busy = false,
    disabled = false,
    className = '',
    onPress,
  } = props
  const words = busy ? (busyLabel ?? label) : label
  const shown: IconName | undefined = busy ? 'spinner' : icon
  return (
    <Pressable
      {...(id ? { id } : {})}
      label={words}
      disabled={disabled || busy}
      className={`button button--${kind} button--${size} ${disabled ? 'button--disabled' : ''} ${className}`}
      onPress={onPress}
    >
      {shown && <Icon name={shown} size={20} spin={busy} className="button__icon" />}
      <View>{words}</View>
    </Pressable>
  )
}
