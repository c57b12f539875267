import { useState, type CSSProperties, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useAria, type Aria } from './aria'

export interface PressableProps extends Aria {
  id?: string
  className?: string
  style?: CSSProperties
  disabled?: boolean
  onPress?: (() => void) | undefined
  children?: ReactNode
}

/**
 * The one thing that can be tapped. It owns the press state, the keyboard in a browser and what assistive technology is
 * told, so no page ever makes a bare view tappable.
 */
export function Pressable({ id, className = '', style, disabled = false, onPress, children, ...aria }: PressableProps) {
  const [pressed, setPressed] = useState(false)
  const { ref, attributes } = useAria(
    { role: 'button', disabled, ...aria },
    { focusable: true, onEnter: disabled ? undefined : onPress },
  )
  const release = () => setPressed(false)
  return (
    <View
      {...attributes}
      {...(id ? { id } : {})}
      {...(style ? { style } : {})}
      ref={ref}
      className={`pressable ${pressed && !disabled ? 'pressable--pressed' : ''} ${className}`}
      onClick={() => {
        if (!disabled) onPress?.()
      }}
      onTouchStart={() => setPressed(true)}
      onTouchEnd={release}
      onTouchCancel={release}
    >
      {children}
    </View>
  )
}
