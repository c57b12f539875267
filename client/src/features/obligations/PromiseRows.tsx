import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { Instant } from '@shared/kit/time'
import { Chips } from '@/components/Chips'
import { ReadFailed } from '@/components/ReadState'
import { useTranslate } from '@/kit/i18n'
import { PromiseRow } from './PromiseRow'
import { usePromises, type Listed } from './usePromises'
import './Promises.scss'

const states = ['open', 'late', 'kept', 'kept-late', 'dropped'] as const

type Props = {
  place: { month: string; storeId?: string }
  chosen: Omit<Listed, 'after'>
  now: Instant
  onState: (state: Listed['state']) => void
}

/** The promises of one kind, by how they stand. */
export function PromiseRows({ place, chosen, now, onState }: Props) {
  const t = useTranslate()
  const { rows, refusal, loading, again, more } = usePromises(place, chosen)
  useReachBottom(more)
  return (
    <View>
      <View className="b1 w600 promises__heading">{t(`promises.${chosen.kind}`)}</View>
      <View className="promises__chips">
        <Chips
          inset
          chips={states.map((state) => ({ value: state, label: t(`promises.list.${state}`) }))}
          chosen={chosen.state}
          onChoose={onState}
        />
      </View>
      {refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void again()} />}
      <View className="card">
        {rows?.length === 0 && <View className="b1 c-ink-3 promises__none">{t('promises.list.none')}</View>}
        {(rows ?? []).map((row) => (
          <PromiseRow key={row.obligationId} row={row} now={now} />
        ))}
      </View>
    </View>
  )
}
