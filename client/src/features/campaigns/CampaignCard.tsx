import { View } from '@tarojs/components'
import type { CampaignView } from '@shared/campaigns/contract'
import { Region } from '@/components/Region'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { campaignConditions, campaignGives, campaignWhen } from '@/kit/campaign-words'
import './CampaignCard.scss'

/** One campaign: what it gives, large, until when, and what it asks for. */
export function CampaignCard({ campaign, now }: { campaign: CampaignView; now: string }) {
  const t = useTranslate()
  const language = useLanguage()
  const name = inLanguage(campaign.name, language)
  const gives = campaignGives(campaign, language)
  const when = campaign.spent ? t('campaigns.spent') : campaignWhen(campaign, now, language)
  const conditions = campaignConditions(campaign, language)
  return (
    <Region
      role="group"
      label={[name, gives, when, ...conditions].join('，')}
      className={`card campaign ${campaign.isOn && !campaign.spent ? '' : 'campaign--quiet'}`}
    >
      <View className="campaign__head">
        <View className="s1 c-ink-2 grow">{name}</View>
        <View className="cap campaign__when num">{when}</View>
      </View>
      <View className="h2 campaign__gives num">{gives}</View>
      {conditions.length > 0 && <View className="s1 c-ink-3 num">{conditions.join(' · ')}</View>}
    </Region>
  )
}
