import { View } from '@tarojs/components'
import type { Instant } from '@shared/kit/time'
import type { TaskRow } from '@shared/journeys/tasks-contract'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { dueShort, initialOf, whoWords } from './taskWords'
import './tasks.scss'

/** Tasks in a card, what is due first on top; late ones by word and colour. */
export function TaskRows({ tasks, now, named = false }: { tasks: readonly TaskRow[]; now: Instant; named?: boolean }) {
  return (
    <View className="card task-rows">
      {tasks.map((task) => (
        <Row key={task.id} task={task} now={now} named={named} />
      ))}
    </View>
  )
}

function Row({ task, now, named }: { task: TaskRow; now: Instant; named: boolean }) {
  const t = useTranslate()
  const language = useLanguage()
  const late = task.dueAt <= now
  const due = dueShort(task.dueAt, now, language)
  const whose = named ? (task.assignee?.name ?? t('task.nobody')) : null
  const who = [whoWords(task, now, t, language), whose].filter(Boolean).join(' · ')
  const name = inLanguage(task.name, language)
  return (
    <Pressable
      id={`task-${task.id.split(':').slice(-3).join('-').replace('!', '')}`}
      label={[name, who, late ? t('task.overdue') : '', due].filter(Boolean).join('，')}
      className="task-row"
      onPress={() => open('task', { task: task.id })}
    >
      <View className="task-row__initial">{initialOf(task.memberName, task.memberNo)}</View>
      <View className="grow task-row__words">
        <View className="b1 w500 ellipsis">{name}</View>
        <View className="s1 c-ink-3 ellipsis">{who}</View>
      </View>
      <View className={`s1 num task-row__due ${late ? 'c-danger w600' : 'c-ink-2'}`}>{due}</View>
      <Icon name="chevron-right" size={16} className="c-ink-3" />
    </Pressable>
  )
}
