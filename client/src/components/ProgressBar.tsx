import { View } from '@tarojs/components'
import './ProgressBar.scss'

/** How much of the way is done, 0 to 1. A sentence beside it always says the same in figures. */
export function ProgressBar({ share, className = '' }: { share: number; className?: string }) {
  const percent = Math.round(Math.max(0, Math.min(1, share)) * 1000) / 10
  return (
    <View className={`bar ${className}`}>
      <View className="bar__done" style={{ width: `${percent}%` }} />
    </View>
  )
}
