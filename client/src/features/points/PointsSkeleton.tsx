import { View } from '@tarojs/components'
import { Skeleton } from '@/components/Skeleton'

/** The points page in grey, in its final layout. */
export function PointsSkeleton() {
  return (
    <View className="points__head points-skeleton">
      <Skeleton className="points-skeleton__label" />
      <Skeleton className="points-skeleton__balance" />
      <Skeleton className="points-skeleton__chips" />
      <View className="card points-skeleton__card">
        {[0, 1, 2, 3].map((index) => (
          <View key={index} className="points-skeleton__row">
            <Skeleton className="points-skeleton__title" />
            <Skeleton className="points-skeleton__note" />
          </View>
        ))}
      </View>
    </View>
  )
}
