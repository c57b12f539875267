import type { drawsAll } from '@shared/draws/contract'
import type { OutputOf } from '@shared/kit/contract'
import { addMilliseconds, dayOf } from '@shared/kit/time'
import type { Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { dayWords } from '@/kit/time'

type Listed = OutputOf<typeof drawsAll>['draws'][number]

/** Whether a draw is open, and until when or from when. */
export function stateWords(
  { state, from, until }: Pick<Listed, 'state' | 'from' | 'until'>,
  now: string,
  { t, language }: { t: Translate; language: Language },
): string {
  if (state === 'soon' && from) return t('draws.state.soon', { date: dayWords(dayOf(from), now, language) })
  if (state === 'open' && until)
    return t('draws.state.open', { date: dayWords(dayOf(addMilliseconds(until, -1)), now, language) })
  return state === 'paused' ? t('draws.state.paused') : t('draws.state.closed')
}
