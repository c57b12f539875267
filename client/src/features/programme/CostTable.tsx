import { View } from '@tarojs/components'
import { Region } from '@/components/Region'
import { moneyText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'
import { changeOf, type Trial } from './trial'
import './WhatIf.scss'

/** What each programme would have cost over the history that was read. */
export function CostTable({ trial: { live, draft } }: { trial: Trial }) {
  const t = useTranslate()
  const rows = [
    { what: t('whatif.discounts'), now: live.discountCostFen, then: draft.discountCostFen },
    { what: t('whatif.rewards'), now: live.rewardCostFen, then: draft.rewardCostFen },
    { what: t('whatif.campaigns'), now: live.campaignCostFen, then: draft.campaignCostFen },
    { what: t('whatif.liability'), now: live.liabilityFen, then: draft.liabilityFen },
  ]
  return (
    <View className="card whatif__table">
      <View className="whatif__line whatif__line--head cap c-ink-3">
        <View className="whatif__what">{t('whatif.costs')}</View>
        <View className="whatif__now">{t('whatif.live')}</View>
        <View className="whatif__then">{t('whatif.draft')}</View>
        <View className="whatif__delta">{t('whatif.delta')}</View>
      </View>
      {rows.map(({ what, now, then }) => {
        const change = changeOf(now, then) ?? t('whatif.unchanged')
        const [before, after] = [moneyText(wholeYuan(now)), moneyText(wholeYuan(then))]
        return (
          <Region
            key={what}
            role="group"
            label={t('whatif.cost.spoken', { what, live: before, draft: after, change })}
            className="whatif__line"
          >
            <View className="b2 c-ink-2 whatif__what">{what}</View>
            <View className="b2 c-ink-2 num whatif__now">{before}</View>
            <View className="b1 w600 num whatif__then">{after}</View>
            <View className={`s1 num whatif__delta ${toneOf(then - now)}`}>{change}</View>
          </Region>
        )
      })}
    </View>
  )
}

/** Four columns leave no room for cents, and nothing hangs on them here. */
function wholeYuan(fen: number): number {
  return Math.round(fen / 100) * 100
}

/** What costs less is good to see; what costs more is no failure. */
function toneOf(change: number): string {
  if (change === 0) return 'c-ink-3'
  return change < 0 ? 'c-ok w600' : 'w600'
}
