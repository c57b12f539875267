import { useState } from 'react'
import { View } from '@tarojs/components'
import { addMonths, dayOf } from '@shared/kit/time'
import { obligationsOverview } from '@shared/obligations/contract'
import { staffMe } from '@shared/staff/contract'
import { Chips } from '@/components/Chips'
import { ListRow } from '@/components/ListRow'
import { PageState } from '@/components/PageState'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { Tiles } from '@/components/Tiles'
import { Overdue } from '@/features/obligations/Overdue'
import { PromiseRows } from '@/features/obligations/PromiseRows'
import type { Listed, Overview } from '@/features/obligations/usePromises'
import { useAsk } from '@/kit/ask'
import { countText } from '@/kit/figures'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { useRead } from '@/kit/read'
import { monthName } from '@/kit/time'
import '@/features/obligations/Promises.scss'
import '@/i18n/duties'

/** How far back months are offered. */
const monthsShown = 4

/** What was promised in a month, by store and kind, and what became of it. */
export default function PromisesPage() {
  const t = useTranslate()
  const language = useLanguage()
  const [storeId, setStore] = useState('all')
  const [month, setMonth] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Omit<Listed, 'after'> | null>(null)
  const stores = useRead(staffMe, {}).value?.stores ?? []
  const here = storeId === 'all' ? {} : { storeId }
  const { value, refusal, loading, slow, again } = useAsk(obligationsOverview, { ...here, ...(month ? { month } : {}) })
  const today = value ? dayOf(value.serverAt) : null
  return (
    <Screen back title={t('promises.title')}>
      {!value && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void again()} />}
      {!value && slow && <Skeleton className="promises__waiting" />}
      {value && today && (
        <View className="promises">
          {stores.length > 1 && (
            <View className="promises__chips">
              <Chips
                inset
                chips={[
                  { value: 'all', label: t('promises.stores') },
                  ...stores.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                chosen={storeId}
                onChoose={setStore}
              />
            </View>
          )}
          <View className="promises__chips">
            <Chips
              inset
              chips={Array.from({ length: monthsShown }, (_, back) => addMonths(`${today.slice(0, 7)}-01`, -back)).map(
                (day) => ({ value: day.slice(0, 7), label: monthName(day, language) }),
              )}
              chosen={value.month}
              onChoose={setMonth}
            />
          </View>
          <Totals counts={value.counts} />
          <Overdue overdue={value.overdue} now={value.serverAt} />
          <Kinds counts={value.counts} onChoose={(kind) => setChosen({ kind, state: 'open' })} />
          {chosen && (
            <PromiseRows
              place={{ month: value.month, ...here }}
              chosen={chosen}
              now={value.serverAt}
              onState={(state) => setChosen({ ...chosen, state })}
            />
          )}
        </View>
      )}
    </Screen>
  )
}

type Counts = Overview['counts']

/** The share that was kept in time, of what its time is over for or is kept, and what is overdue. */
function Totals({ counts }: { counts: Counts }) {
  const t = useTranslate()
  const sum = (of: (count: Counts[number]) => number) => counts.reduce((total, one) => total + of(one), 0)
  const kept = sum((one) => one.kept)
  const closed = kept + sum(({ keptLate, late }) => keptLate + late)
  const late = sum((one) => one.late)
  const share = closed === 0 ? '—' : `${Math.round((kept / closed) * 100)}%`
  const all = countText(sum((one) => one.promised))
  return (
    <Tiles
      tiles={[
        { id: 'promises-kept', label: t('promises.kept'), figure: share, note: t('promises.of', { n: all }) },
        {
          id: 'promises-late',
          label: t('promises.late'),
          figure: countText(late),
          note: t(late > 0 ? 'promises.late.some' : 'promises.late.none'),
          tone: late > 0 ? 'danger' : 'ok',
        },
      ]}
    />
  )
}

function Kinds({ counts, onChoose }: { counts: Counts; onChoose: (kind: Counts[number]['kind']) => void }) {
  const t = useTranslate()
  const any = counts.filter(({ promised, dropped }) => promised + dropped > 0)
  if (any.length === 0) return <PageState picture="slip" title={t('promises.none')} body={t('promises.none.body')} />
  return (
    <View className="card">
      {any.map(({ kind, promised, kept, keptLate, open, late }) => (
        <ListRow
          key={kind}
          id={`kind-${kind}`}
          height={66}
          title={t(`promises.${kind}`)}
          note={t('promises.row', { promised, kept: kept + keptLate, open: open + late })}
          {...(late > 0 ? { value: t('promises.row.late', { n: late }) } : {})}
          onPress={() => onChoose(kind)}
        />
      ))}
    </View>
  )
}
