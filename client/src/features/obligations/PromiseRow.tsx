import { addDays, dayOf, type Instant } from '@shared/kit/time'
import { ListRow } from '@/components/ListRow'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { dayWords } from '@/kit/time'
import type { PromiseRow as Row } from './usePromises'

/** One promise: what, whose, and how it stands. `where` tells two rows of the same promise apart. */
export function PromiseRow({ row, now, where = 'promise' }: { row: Row; now: Instant; where?: string }) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <ListRow
      id={`${where}-${row.obligationId}`}
      height={66}
      title={inLanguage(row.name, language)}
      note={[t('promises.member', { no: row.memberNo }), standingWords(row, now, t, language)].join(' · ')}
    />
  )
}

function standingWords({ reason, proof, state, dueAt }: Row, now: Instant, t: Translate, language: Language) {
  if (reason) return t(`promises.reason.${reason}`)
  if (proof && state === 'kept') {
    const done = t('promises.proof', { date: dayWords(dayOf(proof.at), now, language) })
    return proof.note ? t('promises.proof.note', { done, note: proof.note }) : done
  }
  if (dueAt === null) return t('promises.undated')
  const atMidnight = dueAt.slice(11) === '16:00:00.000Z'
  const date = dayWords(addDays(dayOf(dueAt), atMidnight ? -1 : 0), now, language)
  return t(state === 'late' ? 'promises.was-due' : 'promises.due', { date })
}
