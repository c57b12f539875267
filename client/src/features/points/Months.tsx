import { View } from '@tarojs/components'
import type { Instant } from '@shared/kit/time'
import { ListRow } from '@/components/ListRow'
import { changeText, countText } from '@/kit/figures'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { monthWords } from '@/kit/time'
import { entryWords } from './entryWords'
import type { Month, StatementPage } from './useStatement'

export interface MonthsProps {
  months: readonly Month[]
  now: Instant
  tierNames: StatementPage['tierNames']
  /** Where an order's row leads. */
  onOrder?: (entryId: string) => void
}

/** The entries under their months, each with its reason, place, rate and the balance it left. */
export function Months({ months, now, tierNames, onOrder }: MonthsProps) {
  const language = useLanguage()
  return (
    <>
      {months.map((month) => (
        <View key={month.key}>
          <MonthHead month={month} />
          <View className="card">
            {month.entries.map((entry) => (
              <ListRow
                key={entry.id}
                id={`entry-${entry.seq}`}
                height={66}
                {...entryWords(entry, now, { names: tierNames, language })}
                {...(entry.reason.code === 'purchase' && onOrder ? { onPress: () => onOrder(entry.id) } : {})}
                end={<Change points={entry.points} balanceAfter={entry.balanceAfter} />}
              />
            ))}
          </View>
        </View>
      ))}
    </>
  )
}

function MonthHead({ month }: { month: Month }) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <View className="points__month">
      <View className="b1 w600">{monthWords(month.month, language)}</View>
      {month.sums && (
        <View className="s1 c-ink-3 num points__sums">
          {t('points.month.sums', { earned: countText(month.sums.earned), used: countText(month.sums.used) })}
        </View>
      )}
    </View>
  )
}

function Change({ points, balanceAfter }: { points: number; balanceAfter: number }) {
  const t = useTranslate()
  return (
    <View className="points__change">
      {points !== 0 && (
        <View className={`points__figure num w600 ${points > 0 ? 'c-brand' : ''}`}>{changeText(points)}</View>
      )}
      <View className="cap c-ink-3">{t('points.after', { n: countText(balanceAfter) })}</View>
    </View>
  )
}
