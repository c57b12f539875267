import { View } from '@tarojs/components'
import { eventsBoards } from '@shared/events/contract'
import type { OutputOf } from '@shared/kit/contract'
import { PageState } from '@/components/PageState'
import { ProgressBar } from '@/components/ProgressBar'
import { ReadFailed } from '@/components/ReadState'
import { Rich } from '@/components/Rich'
import { Skeleton } from '@/components/Skeleton'
import { countText, moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { useRead } from '@/kit/read'
import { dayWords } from '@/kit/time'
import './Boards.scss'

type Boards = OutputOf<typeof eventsBoards>

/** Leaderboards with the last one that was judged, and challenges with how far one is. */
export function BoardList() {
  const t = useTranslate()
  const { value, refusal, slow, loading, again } = useRead(eventsBoards, {})
  if (!value && refusal) return <ReadFailed refusal={refusal} busy={loading} onRetry={() => void again()} />
  if (!value) return slow ? <Skeleton className="events__waiting" /> : null
  const { boards, challenges, serverAt } = value
  if (boards.length + challenges.length === 0)
    return <PageState inline picture="slip" title={t('events.boards.empty')} body={t('events.boards.empty.body')} />
  return (
    <View>
      {boards.map((board) => (
        <Board key={board.id} board={board} now={serverAt} />
      ))}
      {challenges.length > 0 && <View className="h3 boards__title">{t('challenge.title')}</View>}
      {challenges.map((one) => (
        <Challenge key={one.code} one={one} now={serverAt} />
      ))}
    </View>
  )
}

function Board({ board, now }: { board: Boards['boards'][number]; now: string }) {
  const t = useTranslate()
  const language = useLanguage()
  const { id, by, amount, forMe, winners, judged } = board
  const figure = (n: number) => (by === 'spend' ? moneyText(n) : countText(n))
  const mine =
    by === 'spend'
      ? t('board.mine.spend', { n: moneyText(amount).replace('¥', '') })
      : t(by === 'orders' ? 'board.mine.orders' : 'board.mine.points', { n: countText(amount) })
  return (
    <View id={`board-${id}`} className="card boards__card">
      <View className="h3">{inLanguage(board.name, language)}</View>
      <View className="s1 c-ink-2 boards__line">
        {t('board.until', {
          date: dayWords(board.lastDay, now, language),
          n: countText(winners),
          prize: inLanguage(board.prize, language),
        })}
      </View>
      <View className="b1 num boards__line">{forMe ? <Rich text={mine} /> : t('board.not-mine')}</View>
      <View className="s1 c-ink-3 boards__last">{t('board.last')}</View>
      {!judged && <View className="b2 c-ink-2">{t('board.last.none')}</View>}
      {judged?.places.map((place) => (
        <View key={place.no} className={`row boards__place b2 ${place.mine ? 'w600 c-brand' : ''}`}>
          <View className="num boards__no">{place.no}</View>
          <View className="grow">{place.mine ? t('board.you') : place.name}</View>
          <View className="num">{figure(place.amount)}</View>
        </View>
      ))}
    </View>
  )
}

function Challenge({ one, now }: { one: Boards['challenges'][number]; now: string }) {
  const t = useTranslate()
  const language = useLanguage()
  const { code, of, have, need, done, lastDay, gives, tier } = one
  const figure = (n: number) => (of === 'spend' ? moneyText(n).replace('¥', '') : countText(n))
  const about = [
    gives && t('challenge.gives', { what: inLanguage(gives, language) }),
    tier && t('challenge.tier', { t: inLanguage(tier, language) }),
    lastDay && t('challenge.until', { date: dayWords(lastDay, now, language) }),
  ]
  return (
    <View id={`challenge-${code}`} className="card boards__card">
      <View className="row between">
        <View className="b1 w600 grow">{inLanguage(one.name, language)}</View>
        <View className={`s1 num ${done ? 'c-ok w600' : 'c-ink-2'}`}>
          {done
            ? t('challenge.done')
            : t(`challenge.${of}`, { have: figure(Math.min(have, need)), need: figure(need) })}
        </View>
      </View>
      <ProgressBar share={done ? 1 : have / need} className="boards__bar" />
      <View className="s1 c-ink-2">{about.filter(Boolean).join(' · ')}</View>
    </View>
  )
}
