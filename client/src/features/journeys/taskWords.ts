import { dayOf, daysBetween, type Instant } from '@shared/kit/time'
import type { TaskRow } from '@shared/journeys/tasks-contract'
import { inLanguage, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { clockOf, momentWords } from '@/kit/time'

const hourMs = 3_600_000

/** How late something is, or how long there is for it: `超时 20 小时`, `还有 3 小时`. */
export function dueWords(dueAt: Instant, now: Instant, t: Translate): string {
  const ms = Date.parse(now) - Date.parse(dueAt)
  const hours = Math.floor(Math.abs(ms) / hourMs)
  const n = hours >= 48 ? Math.floor(hours / 24) : hours
  const unit = hours >= 48 ? 'days' : hours > 0 ? 'hours' : 'soon'
  return t(ms > 0 ? `task.late.${unit}` : `task.left.${unit}`, { n })
}

/** When a task is due, as a list shows it: the time today, otherwise the day with it. */
export function dueShort(dueAt: Instant, now: Instant, language: Language): string {
  return dayOf(dueAt) === dayOf(now) ? clockOf(dueAt) : momentWords(dueAt, now, language)
}

/** Who a task is about: name, and for how long a member. */
export function whoWords(row: TaskRow, now: Instant, t: Translate, language: Language): string {
  const day = daysBetween(dayOf(row.enrolledAt), dayOf(now)) + 1
  const since = day <= 60 ? t('task.day', { n: day }) : inLanguage(row.tier.name, language)
  return [row.memberName ?? row.memberNo, since].join(' · ')
}

/** The first letter of a name, for the disc in front of it. */
export function initialOf(name: string | null, memberNo: string): string {
  return [...(name ?? memberNo)][0] ?? ''
}
