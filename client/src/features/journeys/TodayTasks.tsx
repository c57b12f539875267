import { View } from '@tarojs/components'
import { tasksMine } from '@shared/journeys/tasks-contract'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { useRead } from '@/kit/read'
import { TaskRows } from './TaskRows'
import './tasks.scss'

/** What is to be followed up today, on the workbench: the first three, and how many are late. Nothing where there is nothing. */
export function TodayTasks({ storeId }: { storeId: string }) {
  const t = useTranslate()
  const { value } = useRead(tasksMine, { storeId, list: 'mine', part: 'now' })
  if (!value) return null
  const { counts, tasks, forHead, serverAt } = value
  if (counts.now + counts.coming + (forHead ?? 0) === 0) return null
  return (
    <View className="today-tasks">
      <Pressable
        id="staff-tasks"
        label={t('task.today.label', { n: counts.now, late: counts.overdue })}
        className="today-tasks__head"
        onPress={() => open('tasks', { store: storeId })}
      >
        <View className="row">
          <View className="h3">{t('task.today')}</View>
          <View className="num today-tasks__count">{counts.now}</View>
        </View>
        <View className="row">
          {counts.overdue > 0 && (
            <View className="today-tasks__late">
              <Icon name="alarm" size={12} className="today-tasks__late-icon" />
              <View>{t('task.late.count', { n: counts.overdue })}</View>
            </View>
          )}
          <Icon name="chevron-right" size={16} className="c-ink-3" />
        </View>
      </Pressable>
      {tasks.length > 0 && <TaskRows tasks={tasks.slice(0, 3)} now={serverAt} />}
    </View>
  )
}
