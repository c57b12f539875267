import { View } from '@tarojs/components'
import { ListRow } from '@/components/ListRow'
import { PageState } from '@/components/PageState'
import { countText } from '@/kit/figures'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { dayWords } from '@/kit/time'
import type { StatementPage } from './useStatement'

/** Points by the day on which they go, soonest first. */
export function Lots({ head }: { head: StatementPage }) {
  const t = useTranslate()
  const language = useLanguage()
  if (head.expiring.length === 0) {
    return <PageState inline picture="slip" title={t('points.empty.expiring')} body={t('points.empty.expiring.body')} />
  }
  return (
    <View className="card points__lots">
      {head.expiring.map(({ points, on }) => (
        <ListRow
          key={on}
          icon="hourglass"
          tile="warn"
          height={66}
          title={t('points.lot', { n: countText(points) })}
          note={t('points.lot.on', { date: dayWords(on, head.serverAt, language) })}
        />
      ))}
    </View>
  )
}
