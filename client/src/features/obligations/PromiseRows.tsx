import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { addDays, dayOf, type Instant } from '@shared/kit/time'
import { Chips } from '@/components/Chips'
import { ListRow } from '@/components/ListRow'
import { ReadFailed } from '@/components/ReadState'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { dayWords } from '@/kit/time'
import { usePromises, type Listed, type PromiseRow } from './usePromises'
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
  const language = useLanguage()
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
          <ListRow
            key={row.obligationId}
            id={`promise-${row.obligationId}`}
            height={66}
            title={inLanguage(row.name, language)}
            note={[t('promises.member', { no: row.memberNo }), standingWords(row, now, t, language)].join(' · ')}
          />
        ))}
      </View>
    </View>
  )
}

function standingWords({ reason, proof, state, dueAt }: PromiseRow, now: Instant, t: Translate, language: Language) {
  if (reason) return t(`promises.reason.${reason}`)
  if (proof && state === 'kept') {
    const done = t('promises.proof', { date: dayWords(dayOf(proof.at), now, language) })
    return proof.note ? `${done}，${proof.note}` : done
  }
  if (dueAt === null) return t('promises.undated')
  const atMidnight = dueAt.slice(11) === '16:00:00.000Z'
  return t('promises.due', { date: dayWords(addDays(dayOf(dueAt), atMidnight ? -1 : 0), now, language) })
}
