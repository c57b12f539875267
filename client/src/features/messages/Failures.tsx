import { View } from '@tarojs/components'
import type { Instant } from '@shared/kit/time'
import { ListRow } from '@/components/ListRow'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { momentWords } from '@/kit/time'
import type { Failure } from './FailureSheet'
import { groupWords } from './groupWords'

/** Messages that wait for a manager, each with what is known of it. */
export function Failures(props: { failures: readonly Failure[]; now: Instant; onChoose: (failure: Failure) => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const noteOf = (failure: Failure) => {
    const tries = failure.tries > 1 ? [t('sending.tries', { n: failure.tries })] : []
    return [groupWords(failure, t), ...tries, momentWords(failure.since, props.now, language)].join(' · ')
  }
  return (
    <View className="card manager__card">
      {props.failures.map((failure) => (
        <ListRow
          key={failure.id}
          id={failure.id.replace(/[^\w-]/g, '-')}
          icon={failure.state === 'failed' ? 'alert' : 'hourglass'}
          tile="warn"
          height={66}
          title={inLanguage(failure.title, language)}
          note={noteOf(failure)}
          onPress={() => props.onChoose(failure)}
        />
      ))}
    </View>
  )
}
