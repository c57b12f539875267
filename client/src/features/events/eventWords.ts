import type { EventView } from '@shared/events/contract'
import { weekdayOf } from '@shared/kit/period'
import { dayOf, type Instant } from '@shared/kit/time'
import { countText, moneyText } from '@/kit/figures'
import { inLanguage, translator } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { clockOf, dayWords, momentWords, shortDay } from '@/kit/time'

/** `14:00–15:30` */
export function hoursWords({ startsAt, endsAt }: EventView): string {
  return `${clockOf(startsAt)}–${clockOf(endsAt)}`
}

export function weekdayWords(at: Instant, language: Language): string {
  return translator(language)(`day.week.${weekdayOf(dayOf(at)) as 1}`)
}

/** `5 月 24 日 周日 14:00–15:30` */
export function whenWords(event: EventView, now: Instant, language: Language): string {
  const day = dayWords(dayOf(event.startsAt), now, language)
  return `${day} ${weekdayWords(event.startsAt, language)} ${hoursWords(event)}`
}

/** `5 月 25 日 10:00`: day and clock, since seats go by the minute. */
export function timeWords(at: Instant, now: Instant, language: Language): string {
  const near = momentWords(at, now, language)
  return near.includes(':') && !near.startsWith(shortDay(dayOf(at), language))
    ? near
    : `${dayWords(dayOf(at), now, language)} ${clockOf(at)}`
}

/** What one person pays. */
export function costWords({ points, fen }: EventView, language: Language): string {
  const t = translator(language)
  const parts = [
    ...(points > 0 ? [t('event.cost.points', { n: countText(points) })] : []),
    ...(fen > 0 ? [moneyText(fen)] : []),
  ]
  return parts.length > 0 ? parts.join(' + ') : t('event.cost.free')
}

export function isFree({ points, fen }: EventView): boolean {
  return points === 0 && fen === 0
}

export function placeWords({ storeName, place }: EventView, language: Language): string {
  return [storeName, place && inLanguage(place, language)].filter(Boolean).join(' · ')
}

export type Tag = { text: string; kind: 'brand' | 'grey' | 'accent' }

/** Whose time it is, or why one cannot sign up now; null where there is nothing to say. */
export function tagOf(event: EventView, now: Instant, language: Language): Tag | null {
  const t = translator(language)
  const tier = (index: number) => inLanguage(event.windows[index]?.tier ?? { zh: '', en: '' }, language)
  const own = event.windows.findIndex(({ mine }) => mine)
  const next = event.windows.find(({ opensAt }) => opensAt > now)
  switch (event.state) {
    case 'over':
      return { text: t('event.tag.over'), kind: 'grey' }
    case 'closed':
      return { text: t('event.tag.closed'), kind: 'grey' }
    case 'barred':
      return {
        text: t('event.tag.barred', { date: dayWords(dayOf(event.barredUntil ?? now), now, language) }),
        kind: 'grey',
      }
    case 'not-your-tier':
      return { text: t('event.tag.from', { t: tier(event.windows.length - 1) }), kind: 'grey' }
    case 'full':
      return { text: t('event.tag.full'), kind: 'accent' }
    case 'to-wait':
      return { text: t('event.tag.to-wait'), kind: 'accent' }
    case 'not-open':
      return event.kind === 'vote' || own < 1
        ? null
        : {
            text: t('event.tag.first-until', {
              t: tier(own - 1),
              time: timeWords(event.opensAt ?? now, now, language),
            }),
            kind: 'grey',
          }
    case 'open':
      if (next && own >= 0 && event.kind !== 'vote')
        return {
          text: t('event.tag.first', { t: tier(own), time: timeWords(next.opensAt, now, language) }),
          kind: 'brand',
        }
      return event.kind === 'trial' ? { text: t('event.tag.trial'), kind: 'brand' } : null
  }
}

/** How one stands with it, or what is left of it. May hold `<b>`. */
export function footWords(event: EventView, now: Instant, language: Language): string {
  const t = translator(language)
  const { mine, seats, free, state, waiting, ballot } = event
  if (ballot) {
    const given = ballot.options.find(({ code }) => code === ballot.given)
    if (given) return t('vote.given', { name: inLanguage(given.name, language) })
    return state === 'over' ? t('event.tag.over') : t('vote.until', { time: timeWords(event.endsAt, now, language) })
  }
  if (mine) return mineWords(mine, now, language)
  if (state === 'not-open') return t('event.opens', { time: timeWords(event.opensAt ?? now, now, language) })
  if (state === 'to-wait' && waiting > 0) return t('event.waiting', { n: countText(waiting) })
  if (seats === null || free === null) return t('event.left.any')
  return t('event.left', { n: countText(free), of: countText(seats) })
}

export function mineWords(mine: NonNullable<EventView['mine']>, now: Instant, language: Language): string {
  const t = translator(language)
  switch (mine.state) {
    case 'came':
      return t('event.mine.came')
    case 'offered':
      return t('event.mine.offered', { time: timeWords(mine.until ?? now, now, language) })
    case 'waiting':
      return mine.ahead ? t('event.mine.waiting', { n: countText(mine.ahead) }) : t('event.mine.next')
    case 'seat':
      return mine.guests > 0 ? t('event.mine.seat.n', { n: mine.guests + 1 }) : t('event.mine.seat')
  }
}

/** What the small button of a card says. */
export function goWords({ mine, state, kind, ballot }: EventView, language: Language): string {
  const t = translator(language)
  if (kind === 'vote')
    return t(
      state === 'over' ? 'event.go.result' : ballot?.given || state !== 'open' ? 'event.go.look' : 'event.go.vote',
    )
  if (mine) return t(mine.state === 'offered' ? 'event.go.take' : 'event.go.look')
  if (state === 'open') return t('event.go')
  if (state === 'not-open') return t('event.go.remind')
  return t(state === 'to-wait' ? 'event.go.wait' : 'event.go.look')
}
