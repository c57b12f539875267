import { View } from '@tarojs/components'
import type { EventView } from '@shared/events/contract'
import { ProgressBar } from '@/components/ProgressBar'
import { Rich } from '@/components/Rich'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { timeWords } from './eventWords'

/** How many seats are taken, and for whom sign-up is open or opens when. */
export function SeatsCard({ event, now }: { event: EventView; now: string }) {
  const t = useTranslate()
  const language = useLanguage()
  const { seats, free, windows, waiting } = event
  const taken = seats === null ? 0 : seats - (free ?? 0)
  return (
    <View className="card event__card">
      <View className="row between">
        <View className="h3">{t('event.seats')}</View>
        <View className="s1 c-ink-2 num">
          {seats === null ? (
            t('event.left.any')
          ) : (
            <Rich text={t('event.taken', { n: countText(taken), of: countText(seats) })} />
          )}
        </View>
      </View>
      {seats !== null && <ProgressBar share={taken / seats} className="event__bar" />}
      {waiting > 0 && (
        <View className="s1 c-ink-2 num event__waiting">
          <Rich text={t('event.waiting', { n: countText(waiting) })} />
        </View>
      )}
      {windows.length > 1 && (
        <View className="row event__windows">
          {windows.map(({ tier, opensAt, mine }, index) => {
            const name = index === windows.length - 1 ? t('event.window.all') : inLanguage(tier, language)
            const state =
              opensAt > now ? timeWords(opensAt, now, language) : t(mine ? 'event.window.now' : 'event.window.open')
            return (
              <View key={opensAt} className="grow event__window">
                <View className={`s1 ${mine ? 'c-brand w600' : 'c-ink-3'}`}>
                  {mine ? t('event.window.mine', { t: name }) : name}
                </View>
                <View className={`b1 num ${opensAt > now ? 'c-ink-2' : 'w500'}`}>{state}</View>
              </View>
            )
          })}
        </View>
      )}
    </View>
  )
}
