import { useState } from 'react'
import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { clockJobs, type JobView } from '@shared/clock/contract'
import type { OutputOf } from '@shared/kit/contract'
import { PageState } from '@/components/PageState'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { Findings } from '@/features/clock/Findings'
import { JobRow } from '@/features/clock/JobRow'
import { JobSheet } from '@/features/clock/JobSheet'
import { JobTotals } from '@/features/clock/JobTotals'
import { useTranslate } from '@/kit/i18n'
import { afterPull, useRead } from '@/kit/read'
import '@/i18n/manager'
import './manager.scss'

/** What happens by itself: each job with its last and next run, what waits, what failed, and a way to run it now. */
export default function JobsPage() {
  const t = useTranslate()
  const board = useRead(clockJobs, {})
  const [chosen, setChosen] = useState<string | null>(null)
  usePullDownRefresh(() => void afterPull(board))
  const retry = () => void board.again()
  const job = board.value?.jobs.find(({ name }) => name === chosen) ?? null
  return (
    <Screen
      back
      title={t('jobs.title')}
      over={
        board.value &&
        job && <JobSheet job={job} now={board.value.serverAt} onRan={retry} onClose={() => setChosen(null)} />
      }
    >
      <View className="manager">
        {!board.value && board.refusal && <ReadFailed refusal={board.refusal} busy={board.loading} onRetry={retry} />}
        {!board.value && !board.refusal && board.slow && <Waiting />}
        {board.value && (
          <>
            {board.refusal && (
              <View className="manager__notice">
                <ReadStale refusal={board.refusal} at={board.at} onRetry={retry} />
              </View>
            )}
            <Board board={board.value} onChoose={setChosen} />
          </>
        )}
      </View>
    </Screen>
  )
}

function Board(props: { board: OutputOf<typeof clockJobs>; onChoose: (name: string) => void }) {
  const { jobs, findings, serverAt } = props.board
  const t = useTranslate()
  if (jobs.every(({ state }) => state === 'never'))
    return <PageState picture="slip" title={t('jobs.empty')} body={t('jobs.empty.body')} />
  return (
    <>
      <JobTotals jobs={jobs} findings={findings.length} />
      {findings.length > 0 && <Findings findings={findings} now={serverAt} />}
      <View className="card manager__card">
        {worstFirst(jobs).map((job) => (
          <JobRow key={job.name} job={job} now={serverAt} onPress={() => props.onChoose(job.name)} />
        ))}
      </View>
    </>
  )
}

/** What needs somebody stands on top; otherwise in the order of the cloud. */
function worstFirst(jobs: readonly JobView[]): JobView[] {
  const needs = ({ state }: JobView) => state === 'failing' || state === 'late'
  return [...jobs.filter(needs), ...jobs.filter((job) => !needs(job))]
}

function Waiting() {
  return (
    <>
      <View className="manager__pair">
        <Skeleton className="manager__waiting-figure" />
        <Skeleton className="manager__waiting-figure" />
      </View>
      <Skeleton className="manager__waiting-list" />
    </>
  )
}
