import { View } from '@tarojs/components'
import type { TaskSheet } from '@shared/journeys/tasks-contract'
import { dayOf, type Instant } from '@shared/kit/time'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { Words } from '@/components/Words'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { clockOf, shortDay } from '@/kit/time'
import './ResultCard.scss'

export type Draft = { answers: { [question: string]: string }; note: string; next: Instant | null }

/** What came of it: one choice of each row, a line in words, and when to speak to them next. */
export function ResultCard(props: {
  sheet: TaskSheet
  draft: Draft
  onChange: (draft: Draft) => void
  onWhen: () => void
}) {
  const { sheet, draft, onChange, onWhen } = props
  const t = useTranslate()
  const language = useLanguage()
  const { next } = draft
  const choose = (question: string, answer: string) => {
    const { [question]: before, ...others } = draft.answers
    onChange({ ...draft, answers: before === answer ? others : { ...others, [question]: answer } })
  }
  const when = next ? `${shortDay(dayOf(next), language)} ${clockOf(next)}` : t('task.next.none')
  return (
    <View className="card result-card">
      <View className="b1 w600">{t('task.result')}</View>
      {sheet.form.map((question) => (
        <View key={question.code} className="result-card__row">
          {question.choices.map(({ code, name }) => (
            <Choice
              key={code}
              id={`result-${code}`}
              label={inLanguage(name, language)}
              chosen={draft.answers[question.code] === code}
              onPress={() => choose(question.code, code)}
            />
          ))}
        </View>
      ))}
      <Words
        id="task-note"
        label={t('task.note')}
        placeholder={t('task.note')}
        maxLength={500}
        value={draft.note}
        className="b2 result-card__note"
        onText={(note) => onChange({ ...draft, note })}
      />
      <Pressable id="task-next" label={`${t('task.next')}，${when}`} className="result-card__next" onPress={onWhen}>
        <View className="b2 c-ink-2">{t('task.next')}</View>
        <View className="row">
          <View className={`b2 num ${next ? 'w500' : 'c-ink-3'}`}>{when}</View>
          <Icon name="chevron-right" size={16} className="c-ink-3" />
        </View>
      </Pressable>
    </View>
  )
}

function Choice(props: { id: string; label: string; chosen: boolean; onPress: () => void }) {
  const { id, label, chosen, onPress } = props
  return (
    <Pressable
      id={id}
      role="radio"
      checked={chosen}
      label={label}
      className={`b2 result-card__choice ${chosen ? 'result-card__choice--on w600' : ''}`}
      onPress={onPress}
    >
      {chosen && <Icon name="check" size={16} className="result-card__tick" />}
      <View>{label}</View>
    </Pressable>
  )
}
