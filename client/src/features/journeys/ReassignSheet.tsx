import { View } from '@tarojs/components'
import { useState } from 'react'
import { tasksReassign, type TaskSheet } from '@shared/journeys/tasks-contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { PickRow } from '@/components/PickRow'
import { Sheet } from '@/components/Sheet'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'

/** The head gives the task to somebody of the store; alone, or with everything its role has to do in that journey. */
export function ReassignSheet({
  sheet,
  onDone,
  onClose,
}: {
  sheet: TaskSheet
  onDone: () => void
  onClose: () => void
}) {
  const t = useTranslate()
  const command = useCommand(tasksReassign)
  const { task } = sheet
  const [chosen, setChosen] = useState(task.assignee?.id ?? null)
  const give = async (scope: 'task' | 'journey') => {
    if (!chosen) return
    const answer = await command.run({ taskId: task.id, staffId: chosen, scope })
    if (answer?.ok) onDone()
  }
  const buttons = { size: 52, busy: command.busy, disabled: !chosen } as const
  return (
    <Sheet title={t('task.give')} locked={command.busy} onClose={onClose}>
      {command.refusal && <Notice kind="danger" text={command.refusal.message || t('task.unheard')} />}
      <View>
        {task.colleagues.map(({ id, name }) => (
          <PickRow
            key={id}
            id={`give-${id}`}
            role="radio"
            title={name}
            on={id === chosen}
            onPress={() => setChosen(id)}
          />
        ))}
      </View>
      <Button
        id="give-task"
        {...buttons}
        className="till__confirm"
        label={t('task.give.one')}
        onPress={() => void give('task')}
      />
      <Button
        id="give-all"
        {...buttons}
        kind="outline"
        className="till__confirm"
        label={t('task.give.all')}
        onPress={() => void give('journey')}
      />
    </Sheet>
  )
}
