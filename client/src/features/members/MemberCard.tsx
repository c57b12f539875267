import { View } from '@tarojs/components'
import type { MemberHome } from '@shared/members/contract'
import { AssetRow, type Asset } from '@/components/AssetRow'
import { Button } from '@/components/Button'
import { TierCard } from '@/components/TierCard'
import { countText, memberNoText, moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { couponSoon } from './couponSoon'
import { figuresOf, gapWords, shareOf } from '@/kit/tier-words'
import './MemberCard.scss'

/** The card at the head of the home page: tier, figures and the one filled button, which shows the code. */
export function MemberCard({
  home,
  numberOnly = false,
  onCode,
}: {
  home: MemberHome
  /** Without network and card only the member number can be shown, and the button says so. */
  numberOnly?: boolean
  onCode: () => void
}) {
  const t = useTranslate()
  const language = useLanguage()
  const { member, tier, progress } = home
  const number = `No. ${memberNoText(member.memberNo)}`
  return (
    <View className="member-card">
      <TierCard
        slot={tier.slot}
        form="full"
        name={t('tier.name', { t: inLanguage(tier.name, language) })}
        lines={member.name ? [member.name, number] : [number]}
        corner={{ id: 'home-benefits', label: t('tier.benefits'), onPress: () => open('tier') }}
        gap={gapWords(progress, language)}
        share={progress ? shareOf(progress) : null}
        figures={progress ? figuresOf(progress) : undefined}
      />
      <View className="member-card__body">
        <Assets home={home} />
        <Button
          id="home-code"
          icon="code"
          label={t(numberOnly ? 'code.number' : 'home.code')}
          className="member-card__code"
          onPress={onCode}
        />
      </View>
    </View>
  )
}

/** Only what the cloud gave figures for: an asset that this shop does not have is not shown empty. */
function Assets({ home }: { home: MemberHome }) {
  const t = useTranslate()
  const language = useLanguage()
  const soon = couponSoon(home, language)
  const assets: Asset[] = [
    {
      id: 'asset-points',
      label: t('home.points'),
      figure: countText(home.points.balance),
      onPress: () => open('points'),
    },
    { id: 'asset-spend', label: t('home.spend'), sign: '¥', figure: moneyText(home.totals.spendFen).slice(1) },
    {
      id: 'asset-coupons',
      label: t('home.coupons'),
      figure: countText(home.coupons.usable),
      ...(soon ? { urgent: t('home.coupons.soon', { date: soon }) } : {}),
      onPress: () => open('coupons'),
    },
  ]
  return <AssetRow assets={assets} />
}
