import type { OutputOf } from '@shared/kit/contract'
import type { trainingList } from '@shared/training/contract'
import type { Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { shortDay } from '@/kit/time'

export type PieceRow = OutputOf<typeof trainingList>['pieces'][number]

/** What stands under a piece's title: by when it is to be done, or that it changed; nothing once it is done. */
export function dueWords({ state, lastDay, overdue, changed, questions }: PieceRow, t: Translate, language: Language) {
  const asked = questions > 0 ? t('training.questions', { n: questions }) : null
  if (state === 'done') return asked ?? undefined
  const date = lastDay && shortDay(lastDay, language)
  const due = date && (overdue ? t('training.overdue', { date }) : t('training.by', { date }))
  return [changed ? t('training.changed') : null, due, asked].filter(Boolean).join(' · ') || undefined
}
