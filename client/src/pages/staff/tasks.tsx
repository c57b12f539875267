import { useState } from 'react'
import { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Chips } from '@/components/Chips'
import { PageState } from '@/components/PageState'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { TaskRows } from '@/features/journeys/TaskRows'
import { useTasks, type List, type Part } from '@/features/journeys/useTasks'
import { useTranslate } from '@/kit/i18n'
import { useParams } from '@/kit/params'
import { afterPull } from '@/kit/read'
import '@/i18n/follow-ups'
import '@/i18n/staff'
import './till.scss'

/** What this employee is to do, and for the head what has come to them. */
export default function TasksPage() {
  const t = useTranslate()
  const { store: storeId = '' } = useParams()
  const [shown, setShown] = useState<`${List}-${Part}`>('mine-now')
  const [list, part] = shown.split('-') as [List, Part]
  const tasks = useTasks(storeId, list, part)
  const { answer, refusal, loading } = tasks
  usePullDownRefresh(() => void afterPull(tasks))
  useReachBottom(tasks.more)
  const counts = answer?.counts
  const chips = [
    { value: 'mine-now' as const, label: counted(t('task.list.now'), list === 'mine' ? counts?.now : undefined) },
    {
      value: 'mine-coming' as const,
      label: counted(t('task.list.coming'), list === 'mine' ? counts?.coming : undefined),
    },
    ...(answer && answer.forHead !== null
      ? [{ value: 'head-now' as const, label: counted(t('task.list.head'), answer.forHead) }]
      : []),
  ]
  return (
    <Screen back title={t('task.list')}>
      <View className="till__chips">
        <Chips chips={chips} chosen={shown} onChoose={setShown} />
      </View>
      {!answer && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void tasks.again()} />}
      {answer?.tasks.length === 0 && (
        <PageState picture="slip" title={t(`task.none.${shown}`)} body={t('task.none.body')} />
      )}
      {answer && answer.tasks.length > 0 && (
        <View className="till">
          <TaskRows tasks={answer.tasks} now={answer.serverAt} named={list === 'head'} />
        </View>
      )}
    </Screen>
  )
}

function counted(label: string, n: number | undefined): string {
  return n === undefined || n === 0 ? label : `${label} ${n}`
}
