import { View } from '@tarojs/components'
import type { TaskSheet } from '@shared/journeys/tasks-contract'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { momentWords } from '@/kit/time'
import './Records.scss'

/** What was done and said before, the latest first. */
export function Records({ sheet }: { sheet: TaskSheet }) {
  const t = useTranslate()
  const language = useLanguage()
  const { records, serverAt } = sheet
  if (records.length === 0) return null
  return (
    <View className="card records">
      <View className="b1 w600">{t('task.records')}</View>
      {records.map(({ at, kind, by, what, answers, note, why, next }) => (
        <View key={`${at}-${kind}`} className="records__one">
          <View className="row between records__head">
            <View className="b2 w500 grow">{`${t(`task.record.${kind}`)} · ${inLanguage(what, language)}`}</View>
            <View className="s1 c-ink-3 num records__when">{momentWords(at, serverAt, language)}</View>
          </View>
          <View className="s1 c-ink-2">
            {[
              by,
              ...answers.map((one) => inLanguage(one, language)),
              why && why !== 'end' && t(`journey.why.${why}`),
              note,
              next && t('task.next.at', { when: momentWords(next, serverAt, language) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </View>
        </View>
      ))}
    </View>
  )
}
