import { View } from '@tarojs/components'
import type { JobView } from '@shared/clock/contract'
import { useTranslate } from '@/kit/i18n'
import './JobTotals.scss'

/** The two figures that tell whether somebody has to look closer: what needs a person, and what waits for the clock. */
export function JobTotals({ jobs, findings }: { jobs: readonly JobView[]; findings: number }) {
  const t = useTranslate()
  const bad = jobs.filter(({ state }) => state === 'failing' || state === 'late').length
  const waiting = jobs.reduce((sum, { backlog }) => sum + (backlog ?? 0), 0)
  const late = jobs.some(({ state }) => state === 'late')
  return (
    <View className="job-totals">
      <Figure
        label={t('jobs.needs')}
        value={String(bad + findings)}
        bad={bad + findings > 0}
        note={t(bad + findings > 0 ? 'jobs.needs.some' : 'jobs.needs.none', { n: jobs.length })}
      />
      <Figure
        label={t('jobs.waiting')}
        value={String(waiting)}
        bad={late}
        note={t(late ? 'jobs.waiting.late' : 'jobs.waiting.soon')}
      />
    </View>
  )
}

function Figure({ label, value, note, bad }: { label: string; value: string; note: string; bad: boolean }) {
  return (
    <View className="card job-totals__card">
      <View className="s1 c-ink-2">{label}</View>
      <View className="job-totals__value num">{value}</View>
      <View className={`cap job-totals__note ${bad ? 'job-totals__note--bad' : ''}`}>{note}</View>
    </View>
  )
}
