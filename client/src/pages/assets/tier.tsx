import { useState } from 'react'
import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { ReminderRow } from '@/features/messages/ReminderRow'
import { Benefits } from '@/features/tiers/Benefits'
import { Carousel } from '@/features/tiers/Carousel'
import { HowCounted } from '@/features/tiers/HowCounted'
import { Steps } from '@/features/tiers/Steps'
import { TierSales } from '@/features/tiers/TierSales'
import { useLadder, type Ladder } from '@/features/tiers/useLadder'
import { useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { afterPull } from '@/kit/read'
import './tier.scss'

const upgrade = ['tier-upgraded'] as const

/** The ladder of tiers: what each asks for, what each gives, how far the member is. */
export default function TierPage() {
  const t = useTranslate()
  const read = useLadder()
  usePullDownRefresh(() => void afterPull(read))
  const retry = () => void read.again()
  return (
    <Screen back title={t('tiers.title')}>
      {!read.value && read.refusal && <ReadFailed refusal={read.refusal} busy={read.loading} onRetry={retry} />}
      {!read.value && !read.refusal && read.slow && <Skeleton className="ladder__waiting" />}
      {read.value && read.refusal && (
        <View className="page-pad">
          <ReadStale refusal={read.refusal} at={read.at} onRetry={retry} />
        </View>
      )}
      {read.value && <LadderView ladder={read.value} onChanged={retry} />}
    </Screen>
  )
}

function LadderView({ ladder, onChanged }: { ladder: Ladder; onChanged: () => void }) {
  const here = Math.max(
    0,
    ladder.ladder.findIndex((step) => step.id === ladder.current.id),
  )
  const [shown, setShown] = useState(here)
  return (
    <View className="ladder">
      <Carousel ladder={ladder} shown={shown} onShow={setShown} />
      <View className="page-pad">
        <Steps ladder={ladder} onShow={setShown} />
        <Benefits ladder={ladder.ladder} shown={shown} />
        <TierSales ladder={ladder} onChanged={onChanged} />
        {ladder.progress && <ReminderRow topics={upgrade} className="ladder__reminder" />}
        <HowCounted onHistory={() => open('tierHistory')} />
      </View>
    </View>
  )
}
