import { View } from '@tarojs/components'
import type { IconName } from './icons'
import './Icon.scss'

export interface IconProps {
  name: IconName
  size?: 12 | 15 | 16 | 18 | 20 | 22 | 24 | 26 | 32 | 36 | 44
  spin?: boolean
  className?: string
}

/** A line icon in the colour of the text around it. Always an ornament: the words beside it carry the meaning. */
export function Icon({ name, size = 24, spin = false, className = '' }: IconProps) {
  return <View className={`icon icon--${name} icon--${size} ${spin ? 'icon--spin' : ''} ${className}`} />
}
