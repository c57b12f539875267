import { View } from '@tarojs/components'
import { Region } from '@/components/Region'
import { changeText, countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import type { Tier, Trial } from './trial'
import './WhatIf.scss'

/** How many members each tier has, now and in the trial, as bars with their figures. */
export function TierBars({ trial: { live, draft }, tiers }: { trial: Trial; tiers: readonly Tier[] }) {
  const t = useTranslate()
  const language = useLanguage()
  const rows = tiers.map(({ id, name }) => {
    const [now, then] = [live.membersPerTier[id] ?? 0, draft.membersPerTier[id] ?? 0]
    return { id, name: inLanguage(name, language), now, then }
  })
  const most = Math.max(1, ...rows.flatMap(({ now, then }) => [now, then]))
  const width = (count: number) => ({ width: count === 0 ? '0' : `${Math.max(2, (count / most) * 100).toFixed(1)}%` })
  return (
    <View className="card whatif__card">
      <View className="row between">
        <View className="b1 w600">{t('whatif.change')}</View>
        <View className="row cap c-ink-2">
          <View className="whatif__key whatif__key--live" />
          <View>{t('whatif.live')}</View>
          <View className="whatif__key whatif__key--draft" />
          <View>{t('whatif.draft')}</View>
        </View>
      </View>
      {rows.map(({ id, name, now, then }) => (
        <Region
          key={id}
          role="group"
          label={t('whatif.tier.spoken', { t: name, live: countText(now), draft: countText(then) })}
          className="whatif__tier"
        >
          <View className="b2 w500 whatif__name">{name}</View>
          <View className="grow">
            <View className="whatif__bar whatif__bar--live" style={width(now)} />
            <View className="whatif__bar whatif__bar--draft" style={width(then)} />
          </View>
          <View className="num whatif__count">
            <View className="b2 w600">{countText(then)}</View>
            <View className={`cap ${toneOf(then - now)}`}>
              {then === now ? t('whatif.unchanged') : changeText(then - now)}
            </View>
          </View>
        </Region>
      ))}
    </View>
  )
}

function toneOf(change: number): string {
  if (change === 0) return 'c-ink-3'
  return change > 0 ? 'c-ok w500' : 'c-danger w500'
}
