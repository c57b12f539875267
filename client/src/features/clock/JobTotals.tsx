import type { JobView } from '@shared/clock/contract'
import { Tiles } from '@/components/Tiles'
import { useTranslate } from '@/kit/i18n'

/** The two figures that tell whether somebody has to look closer: what needs a person, and what waits for the clock. */
export function JobTotals({ jobs, findings }: { jobs: readonly JobView[]; findings: number }) {
  const t = useTranslate()
  const bad = jobs.filter(({ state }) => state === 'failing' || state === 'late').length
  const waiting = jobs.reduce((sum, { backlog }) => sum + (backlog ?? 0), 0)
  const late = jobs.some(({ state }) => state === 'late')
  const needs = bad + findings
  return (
    <Tiles
      tiles={[
        {
          id: 'jobs-needs',
          label: t('jobs.needs'),
          figure: String(needs),
          note: t(needs > 0 ? 'jobs.needs.some' : 'jobs.needs.none', { n: jobs.length }),
          tone: needs > 0 ? 'danger' : 'ok',
        },
        {
          id: 'jobs-waiting',
          label: t('jobs.waiting'),
          figure: jobs.some(({ backlog }) => backlog === 100) ? `${waiting}+` : String(waiting),
          note: t(late ? 'jobs.waiting.late' : waiting > 0 ? 'jobs.waiting.soon' : 'jobs.waiting.none'),
          tone: late ? 'danger' : 'ok',
        },
      ]}
    />
  )
}
