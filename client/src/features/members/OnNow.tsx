import { View } from '@tarojs/components'
import type { MemberHome } from '@shared/members/contract'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { campaignGives, campaignWhen } from '@/kit/campaign-words'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import './OnNow.scss'

/** The offer that is on, as a banner that leads to all of them; nothing when nothing is. */
export function OnNow({ home }: { home: MemberHome }) {
  const t = useTranslate()
  const language = useLanguage()
  const { campaign, serverAt } = home
  if (!campaign) return null
  const name = inLanguage(campaign.name, language)
  const gives = campaignGives(campaign, language)
  const more = campaign.more > 0 ? t('campaigns.home.more', { n: campaign.more }) : ''
  const note = [name, campaignWhen(campaign, serverAt, language), more].filter(Boolean).join(' · ')
  return (
    <Pressable id="home-campaign" label={`${gives}，${note}`} className="card on-now" onPress={() => open('campaigns')}>
      <View className="on-now__tile">
        <Icon name="sparkle" size={22} className="c-brand" />
      </View>
      <View className="grow">
        <View className="b1 w500 num">{gives}</View>
        <View className="s1 c-ink-3 num on-now__note">{note}</View>
      </View>
      <Icon name="chevron-right" size={18} className="c-ink-3" />
    </Pressable>
  )
}
