import { useState } from 'react'
import { View } from '@tarojs/components'
import { clockRunNow, type JobRun, type JobView } from '@shared/clock/contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { useCommand } from '@/kit/command'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { momentWords } from '@/kit/time'
import { JobChip } from './JobChip'
import { backlogWords } from './JobRow'
import './JobSheet.scss'

/** One job in full, and the button that runs it now once that was confirmed. */
export function JobSheet(props: { job: JobView; now: string; onRan: () => void; onClose: () => void }) {
  const { job, now, onRan, onClose } = props
  const t = useTranslate()
  const language = useLanguage()
  const command = useCommand(clockRunNow)
  const [sure, setSure] = useState(false)
  const [ran, setRan] = useState<JobRun | null>(null)
  const at = (instant: string | null | undefined) => (instant ? momentWords(instant, now, language) : t('jobs.none'))
  const run = async () => {
    const answer = await command.run({ job: job.name })
    setSure(false)
    if (!answer?.ok) return
    setRan(answer.value.run)
    onRan()
  }
  const words = ran?.words ?? job.trouble?.words ?? null
  return (
    <Sheet title={language === 'en' ? job.title.en : job.title.zh} locked={command.busy} onClose={onClose}>
      <View className="job-sheet">
        {command.refusal && <Notice kind="danger" text={command.refusal.message || t('jobs.unheard')} />}
        {ran && <Notice text={doneWords(ran)} />}
        <Line label={t('jobs.line.state')} end={<JobChip state={job.state} />} />
        <Line label={t('jobs.line.last')} value={at(job.last?.startedAt)} />
        {job.last && <Line label={t('jobs.line.did')} value={doneWords(job.last)} />}
        <Line label={t('jobs.line.next')} value={at(job.nextAt)} />
        {job.backlog !== null && <Line label={t('jobs.line.backlog')} value={backlogWords(job.backlog)} />}
        {job.failures > 0 && <Line label={t('jobs.line.failures')} value={String(job.failures)} />}
        {words && <View className="job-sheet__words s1">{t('jobs.words', { words })}</View>}
        {sure && <View className="s1 c-ink-2 job-sheet__sure">{t('jobs.sure')}</View>}
        <Button
          id={sure ? 'job-sure' : 'job-run'}
          size={52}
          kind={sure ? 'primary' : 'outline'}
          className="job-sheet__run"
          label={t(sure ? 'jobs.run.sure' : 'jobs.run')}
          busy={command.busy}
          busyLabel={t('jobs.busy')}
          onPress={() => (sure ? void run() : setSure(true))}
        />
      </View>
    </Sheet>
  )

  function doneWords({ due, done, failed, left }: JobRun): string {
    if (due === 0 && failed === 0) return t('jobs.did.nothing')
    const parts = [t('jobs.did', { due, done }), failed > 0 ? t('jobs.did.failed', { n: failed }) : null]
    return [...parts, left ? t('jobs.did.left') : null].filter(Boolean).join(' · ')
  }
}

function Line({ label, value, end }: { label: string; value?: string; end?: React.ReactNode }) {
  return (
    <View className="job-sheet__line">
      <View className="b1 c-ink-2">{label}</View>
      {end ?? <View className="b1 job-sheet__value num">{value}</View>}
    </View>
  )
}
