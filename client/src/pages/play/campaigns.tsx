import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { campaignsList, type CampaignView } from '@shared/campaigns/contract'
import { PageState } from '@/components/PageState'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { CampaignCard } from '@/features/campaigns/CampaignCard'
import { useTranslate } from '@/kit/i18n'
import { afterPull, useRead } from '@/kit/read'
import './campaigns.scss'

/** What is on for the member now, and what comes in the next weeks. */
export default function CampaignsPage() {
  const t = useTranslate()
  const read = useRead(campaignsList, {})
  const { value, refusal, loading } = read
  const retry = () => void read.again()
  usePullDownRefresh(() => void afterPull(read))
  const now = value?.campaigns.filter(({ isOn }) => isOn) ?? []
  const soon = value?.campaigns.filter(({ isOn }) => !isOn) ?? []
  return (
    <Screen back title={t('campaigns.title')}>
      {!value && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={retry} />}
      <View className="page-pad campaigns">
        {!value && !refusal && [1, 2, 3].map((one) => <Skeleton key={one} className="campaigns__bone" />)}
        {value && refusal && <ReadStale refusal={refusal} at={read.at} onRetry={retry} />}
        {value && now.length > 0 && <Part title={t('campaigns.now')} campaigns={now} at={value.serverAt} />}
        {value && soon.length > 0 && <Part title={t('campaigns.soon')} campaigns={soon} at={value.serverAt} />}
        {value?.campaigns.length === 0 && (
          <PageState picture="slip" title={t('campaigns.empty')} body={t('campaigns.empty.body')} />
        )}
      </View>
    </Screen>
  )
}

function Part({ title, campaigns, at }: { title: string; campaigns: readonly CampaignView[]; at: string }) {
  return (
    <View>
      <View className="h3 campaigns__section">{title}</View>
      {campaigns.map((one) => (
        <CampaignCard key={one.id} campaign={one} now={at} />
      ))}
    </View>
  )
}
