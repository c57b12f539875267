import type { JobView } from '@shared/clock/contract'
import { ListRow } from '@/components/ListRow'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { momentWords } from '@/kit/time'
import { JobChip } from './JobChip'

/** One job: how it is, when it last ran and runs next, or what waits for it. */
export function JobRow({ job, now, onPress }: { job: JobView; now: string; onPress: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { last, backlog, nextAt } = job
  const words = [
    last ? t('jobs.last', { at: momentWords(last.endedAt, now, language) }) : t('jobs.last.none'),
    backlog ? t('jobs.backlog', { n: backlogWords(backlog) }) : nextWords(nextAt),
  ]
  function nextWords(at: string | null) {
    return at === null ? null : t('jobs.next', { at: momentWords(at, now, language) })
  }
  return (
    <ListRow
      id={`job-${job.name}`}
      height={66}
      title={language === 'en' ? job.title.en : job.title.zh}
      note={words.filter(Boolean).join(' · ')}
      end={<JobChip state={job.state} />}
      onPress={onPress}
    />
  )
}

/** A hundred stands for a hundred or more. */
export function backlogWords(backlog: number): string {
  return backlog >= 100 ? '100+' : String(backlog)
}
