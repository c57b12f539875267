import { View } from '@tarojs/components'
import { dayOf } from '@shared/kit/time'
import { Region } from '@/components/Region'
import { countText, moneyText } from '@/kit/figures'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { useTicking } from '@/kit/ticking'
import { clockOf, momentWords } from '@/kit/time'
import type { Grant } from './useGrant'
import './TodayCard.scss'

/** What this employee has done since midnight by the cloud's clock, and when that was counted. */
export function TodayCard({ today, offset }: { today: Grant['today']; offset: number }) {
  const t = useTranslate()
  const language = useLanguage()
  const now = new Date(useTicking(offset)).toISOString()
  const fresh = dayOf(today.asOf) === dayOf(now)
  const time = fresh ? clockOf(today.asOf) : momentWords(today.asOf, now, language)
  const figures = [
    { label: t('staff.today.served'), figure: countText(today.served) },
    { label: t('staff.today.newMembers'), figure: countText(today.newMembers) },
    { label: t('staff.today.redeemed'), figure: countText(today.redeemed) },
    { label: t('staff.today.taken'), figure: moneyText(today.takenFen) },
  ]
  return (
    <View className="card today">
      <View className="today__head">
        <View className="b1 w600">{t(fresh ? 'day.today' : 'staff.today.that')}</View>
        <View className="s1 c-ink-3 num">{t('staff.today.asOf', { time })}</View>
      </View>
      <View className="today__figures">
        {figures.map(({ label, figure }) => (
          <Region key={label} role="group" label={`${label} ${figure}`} className="today__one">
            <View className="num w600 today__figure">{figure}</View>
            <View className="s1 c-ink-2 today__label">{label}</View>
          </Region>
        ))}
      </View>
    </View>
  )
}
