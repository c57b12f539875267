import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Skeleton } from '@/components/Skeleton'
import { useTranslate } from '@/kit/i18n'
import './MemberCard.scss'
import './QuickEntries.scss'

/** The home page in grey, in its final layout. The code does not wait for the rest. */
export function HomeSkeleton({ onCode }: { onCode: () => void }) {
  const t = useTranslate()
  return (
    <View id="home-skeleton">
      <View className="member-card home-skeleton">
        <View className="home-skeleton__face">
          <Skeleton className="home-skeleton__name" />
          <Skeleton className="home-skeleton__who" />
          <Skeleton className="home-skeleton__bar" />
        </View>
        <View className="member-card__body">
          <View className="home-skeleton__assets">
            {[0, 1, 2].map((index) => (
              <View key={index} className="home-skeleton__asset">
                <Skeleton className="home-skeleton__figure" />
                <Skeleton className="home-skeleton__label" />
              </View>
            ))}
          </View>
          <Button id="home-code" icon="code" label={t('home.code')} className="member-card__code" onPress={onCode} />
        </View>
      </View>
      <View className="quick">
        <View className="quick__one card" />
        <View className="quick__one card" />
      </View>
    </View>
  )
}
