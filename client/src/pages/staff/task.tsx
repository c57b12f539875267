import { useState } from 'react'
import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { tasksMine, tasksRead, tasksRecord, type TaskSheet } from '@shared/journeys/tasks-contract'
import { dayOf } from '@shared/kit/time'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { toast } from '@/components/Toast'
import { WhenSheet } from '@/components/WhenSheet'
import { ReassignSheet } from '@/features/journeys/ReassignSheet'
import { Records } from '@/features/journeys/Records'
import { ResultCard, type Draft } from '@/features/journeys/ResultCard'
import { ScriptCard } from '@/features/journeys/ScriptCard'
import { TaskHead } from '@/features/journeys/TaskHead'
import { useAsk } from '@/kit/ask'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { useParams } from '@/kit/params'
import { afterPull, outdated } from '@/kit/read'
import '@/i18n/follow-ups'
import '@/i18n/staff'
import './till.scss'

/** One follow-up: whom to call and why, what to say, and what came of it. */
export default function TaskPage() {
  const t = useTranslate()
  const { task: taskId = '' } = useParams()
  const read = useAsk(tasksRead, { taskId })
  const { value, refusal, loading } = read
  usePullDownRefresh(() => void afterPull(read))
  if (value) return <Task key={value.task.state} sheet={value} onChanged={() => void read.again()} />
  return (
    <Screen back title={t('task.title')}>
      {refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void read.again()} />}
      {!refusal && <Skeleton className="till__waiting" />}
    </Screen>
  )
}

const blank: Draft = { answers: {}, note: '', next: null }

function Task({ sheet, onChanged }: { sheet: TaskSheet; onChanged: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const command = useCommand(tasksRecord)
  const [draft, setDraft] = useState(blank)
  const [over, setOver] = useState<'when' | 'give' | null>(null)
  const { task, member, journey, serverAt } = sheet
  const change = (next: Draft) => setDraft(next)
  const save = async () => {
    const answers = Object.entries(draft.answers).map(([question, answer]) => ({ question, answer }))
    const { note, next } = draft
    const answer = await command.run({ taskId: task.id, answers, note: note.trim(), ...(next ? { next } : {}) })
    if (!answer?.ok) return
    outdated(tasksMine)
    toast(t(answer.value.state === 'done' ? 'task.saved.done' : 'task.saved.open'))
    setDraft(blank)
    onChanged()
  }
  const given = () => {
    setOver(null)
    outdated(tasksMine)
    onChanged()
  }
  return (
    <Screen
      back
      title={t('task.title')}
      over={
        over === 'when' ? (
          <WhenSheet
            title={t('task.next')}
            at={draft.next}
            now={serverAt}
            from={dayOf(serverAt)}
            onChoose={(next) => {
              setDraft({ ...draft, next })
              setOver(null)
            }}
            onClose={() => setOver(null)}
          />
        ) : (
          over === 'give' && <ReassignSheet sheet={sheet} onDone={given} onClose={() => setOver(null)} />
        )
      }
    >
      <View className="till till--task">
        {command.refusal && (
          <Notice kind="danger" text={command.refusal.message || t('task.unheard')} className="till__notice" />
        )}
        <TaskHead sheet={sheet} />
        <ScriptCard script={sheet.script} />
        {task.mayRecord && <ResultCard sheet={sheet} draft={draft} onChange={change} onWhen={() => setOver('when')} />}
        <View className="card till__card">
          <ListRow
            id="task-journey"
            title={inLanguage(journey.name, language)}
            value={t('journey.open')}
            onPress={() => open('journeys', { member: member.accountId })}
          />
          {task.colleagues.length > 0 && (
            <ListRow
              id="task-give"
              title={t('task.give')}
              value={task.assignee?.name ?? t('task.nobody')}
              onPress={() => setOver('give')}
            />
          )}
        </View>
        <Records sheet={sheet} />
        {task.mayRecord && (
          <BottomBar>
            <Button
              id="task-save"
              size={52}
              label={t('task.save')}
              busyLabel={t('task.saving')}
              busy={command.busy}
              onPress={() => void save()}
            />
          </BottomBar>
        )}
      </View>
    </Screen>
  )
}
