import { View } from '@tarojs/components'
import type { Kept } from '@shared/journeys/contract'
import { Region } from '@/components/Region'
import { useTranslate } from '@/kit/i18n'
import './Kept.scss'

/** How what was promised was kept: a bar of its parts, and each part in words. */
export function KeptRow({ id, title, note, kept }: { id: string; title: string; note?: string; kept: Kept }) {
  const t = useTranslate()
  const parts = [
    { name: 'inTime', n: kept.inTime },
    { name: 'late', n: kept.late },
    { name: 'missed', n: kept.missed },
    { name: 'overdue', n: kept.overdue },
    { name: 'ahead', n: kept.open },
  ] as const
  const some = parts.filter(({ n }) => n > 0)
  const words = some.map(({ name, n }) => t(`kept.${name}`, { n }))
  const told = kept.escalated > 0 ? [t('kept.escalated', { n: kept.escalated })] : []
  const percent = ratio(kept)
  return (
    <Region role="group" label={[title, ...words, ...told].join('，')} className="kept-row">
      <View id={id} className="row between">
        <View className="grow b2 w500 ellipsis">{title}</View>
        <View className="b2 w600 num">{percent === null ? '—' : `${percent}%`}</View>
      </View>
      {note && <View className="s1 c-ink-3">{note}</View>}
      <View className="kept-row__bar">
        {some.map(({ name, n }) => (
          <View key={name} className={`kept-row__part kept-row__part--${name}`} style={{ flexGrow: n }} />
        ))}
      </View>
      <View className="cap c-ink-2 num">{[...words, ...told].join(' · ')}</View>
    </Region>
  )
}

/** Of what was due by now the part that was done in time; null where nothing was. */
export function ratio({ inTime, late, missed, overdue }: Kept): number | null {
  const due = inTime + late + missed + overdue
  return due === 0 ? null : Math.floor((inTime * 100) / due)
}
