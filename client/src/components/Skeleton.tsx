import { View } from '@tarojs/components'
import './Skeleton.scss'

/** A grey shape of the size that the content will have, in pixels of the 390 drawing. */
export function Skeleton({ className = '' }: { className?: string }) {
  return <View className={`skeleton ${className}`} />
}
