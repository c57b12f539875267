import { View } from '@tarojs/components'
import { dayOf } from '@shared/kit/time'
import { Region } from '@/components/Region'
import { useLanguage } from '@/kit/i18n'
import { dayWords } from '@/kit/time'
import { historyWords } from './historyWords'
import type { History, HistoryEvent } from './useHistory'

/** One line a happening, newest first; a change of tier stands out by its filled mark. */
export function HistoryEvents({ events, head }: { events: readonly HistoryEvent[]; head: History }) {
  const language = useLanguage()
  return (
    <View className="card history__list">
      {events.map(({ id, at, event }, index) => {
        const { title, note } = historyWords(event, head.counts, language)
        const day = dayWords(dayOf(at), head.serverAt, language)
        return (
          <Region key={id} role="group" label={`${title}，${day}，${note}`} className="history__event">
            <View className={`history__mark ${event.code === 'tier' ? 'history__mark--on' : ''}`} />
            {index < events.length - 1 && <View className="history__thread" />}
            <View className="grow">
              <View className="history__line">
                <View className="b1 w600 grow">{title}</View>
                <View className="s1 c-ink-3 num history__day">{day}</View>
              </View>
              <View className="s1 c-ink-2 num history__note">{note}</View>
            </View>
          </Region>
        )
      })}
    </View>
  )
}
