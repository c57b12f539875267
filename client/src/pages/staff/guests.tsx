import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { eventsGuests } from '@shared/events/contract'
import type { OutputOf } from '@shared/kit/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { PageState } from '@/components/PageState'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { scanNext } from '@/features/staff/scanNext'
import { moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { useParams } from '@/kit/params'
import { afterPull, useRead } from '@/kit/read'
import { clockOf } from '@/kit/time'
import '@/i18n/staff'
import './till.scss'

type Door = OutputOf<typeof eventsGuests>['events'][number]

/** Who comes to today's events of a store: the door's list. Guests are ticked off by scanning their code. */
export default function GuestsPage() {
  const t = useTranslate()
  const { store: storeId = '' } = useParams()
  const read = useRead(eventsGuests, { storeId })
  const { value, refusal, loading } = read
  usePullDownRefresh(() => void afterPull(read))
  return (
    <Screen back title={t('door.title')}>
      {!value && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void read.again()} />}
      {value?.events.length === 0 && <PageState picture="slip" title={t('door.none')} body={t('door.none.body')} />}
      {value && value.events.length > 0 && (
        <View className="till">
          {value.events.map((event) => (
            <DoorList key={event.id} event={event} />
          ))}
          <BottomBar>
            <Button id="guests-scan" size={52} icon="scan" label={t('door.scan')} onPress={() => scanNext()} />
          </BottomBar>
        </View>
      )}
    </Screen>
  )
}

function DoorList({ event }: { event: Door }) {
  const t = useTranslate()
  const language = useLanguage()
  const where = event.place && inLanguage(event.place, language)
  return (
    <View className="card till__card door">
      <View className="h3">{inLanguage(event.name, language)}</View>
      <View className="s1 c-ink-2">
        {[`${clockOf(event.startsAt)}–${clockOf(event.endsAt)}`, where].filter(Boolean).join(' · ')}
      </View>
      <View id={`door-${event.id}`} className="b1 num">
        {t('door.came', { n: event.came, of: event.taken })}
      </View>
      {event.guests.map(({ no, name, memberNo, party, dueFen, state }) => (
        <View key={no} className="row between door__guest">
          <View className="grow">
            <View className="b1 ellipsis">{name ?? memberNo}</View>
            <View className="s1 c-ink-3 num">
              {[t('door.party', { n: party }), dueFen > 0 ? t('door.due', { money: moneyText(dueFen) }) : null]
                .filter(Boolean)
                .join(' · ')}
            </View>
          </View>
          <View className={`s1 ${state === 'came' ? 'c-ok w600' : 'c-ink-2'}`}>{t(`door.state.${state}`)}</View>
        </View>
      ))}
    </View>
  )
}
