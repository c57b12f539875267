import { View } from '@tarojs/components'
import { drawsWinners, type drawsRead } from '@shared/draws/contract'
import type { OutputOf } from '@shared/kit/contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Rich } from '@/components/Rich'
import { Sheet } from '@/components/Sheet'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import { useReadPages } from '@/kit/read-pages'
import type { Language } from '@/kit/settings'
import { momentWords } from '@/kit/time'

type Winner = OutputOf<typeof drawsRead>['winners'][number]

/** Everybody who won, masked, the last first. */
export function WinnersSheet({ roundId, now, onClose }: { roundId: string; now: string; onClose: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { pages, refusal, hasMore, more, loadingMore } = useReadPages(drawsWinners, { roundId }, ({ nextBefore }) =>
    nextBefore === null ? null : { roundId, before: nextBefore },
  )
  const winners = pages.flatMap((page) => page.winners)
  return (
    <Sheet title={t('draw.winners')} onClose={onClose}>
      {refusal && <Notice kind="danger" text={refusal.message || t('state.error.title')} />}
      {pages.length > 0 && winners.length === 0 && <View className="s1 c-ink-2">{t('draw.winners.none')}</View>}
      {winners.map((winner) => (
        <View key={winner.place} className="draw__winner">
          <View className="s1 grow">
            <Rich text={winnerWords(winner, language, t)} />
          </View>
          <View className="cap c-ink-3">{momentWords(winner.at, now, language)}</View>
        </View>
      ))}
      {hasMore && <Button kind="text" size={44} label={t('draw.winners.more')} busy={loadingMore} onPress={more} />}
    </Sheet>
  )
}

export function winnerWords({ tail, prize }: Winner, language: Language, t: Translate): string {
  const name = inLanguage(prize, language)
  return tail === null ? t('draw.winner.visitor', { prize: name }) : t('draw.winner', { tail, prize: name })
}
