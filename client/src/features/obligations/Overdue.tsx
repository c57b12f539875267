import { View } from '@tarojs/components'
import type { Instant } from '@shared/kit/time'
import { useTranslate } from '@/kit/i18n'
import { PromiseRow } from './PromiseRow'
import type { Overview } from './usePromises'

/** What is overdue and not kept yet, of whatever month it is; nothing where all is kept. */
export function Overdue({ overdue: { rows, more }, now }: { overdue: Overview['overdue']; now: Instant }) {
  const t = useTranslate()
  if (rows.length === 0) return null
  return (
    <View id="promises-overdue" className="promises__overdue">
      <View className="b1 w600 c-danger promises__heading">{t('promises.overdue')}</View>
      <View className="card">
        {rows.map((row) => (
          <PromiseRow key={row.obligationId} row={row} now={now} where="overdue" />
        ))}
      </View>
      {more && <View className="s1 c-ink-3 promises__more">{t('promises.overdue.more', { n: rows.length })}</View>}
    </View>
  )
}
