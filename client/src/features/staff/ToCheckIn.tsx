import { View } from '@tarojs/components'
import { eventsCheckIn } from '@shared/events/contract'
import type { CustomerSheet } from '@shared/staff/contract'
import { Button } from '@/components/Button'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { useCommand } from '@/kit/command'
import { moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import './CardActs.scss'

type Occasion = CustomerSheet['events'][number]

/** Events whose doors are open and to which this customer comes. */
export function ToCheckIn({ events, onCheckIn }: { events: readonly Occasion[]; onCheckIn: (one: Occasion) => void }) {
  const t = useTranslate()
  const language = useLanguage()
  if (events.length === 0) return null
  return (
    <View className="card till__card">
      {events.map((one) => (
        <ListRow
          key={one.id}
          id={`check-in-${one.id}`}
          icon="calendar"
          tile="brand"
          height={66}
          title={inLanguage(one.name, language)}
          note={[
            t('door.party', { n: one.party }),
            one.dueFen > 0 ? t('door.due', { money: moneyText(one.dueFen) }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
          value={t('door.check-in')}
          onPress={() => onCheckIn(one)}
        />
      ))}
    </View>
  )
}

type SheetProps = { sheet: CustomerSheet; one: Occasion; onDone: () => void; onClose: () => void }

/** The employee confirms who has come, and that the money due at the door was taken. */
export function CheckInSheet({ sheet, one, onDone, onClose }: SheetProps) {
  const t = useTranslate()
  const language = useLanguage()
  const command = useCommand(eventsCheckIn)
  const { scanId, accountId } = sheet
  const money = moneyText(one.dueFen)
  const confirm = async () => {
    const answer = await command.run({ scanId, accountId, eventId: one.id, paidFen: one.dueFen })
    if (answer?.ok) onDone()
  }
  return (
    <Sheet title={inLanguage(one.name, language)} locked={command.busy} onClose={onClose}>
      {command.refusal && (
        <Notice kind="danger" text={command.refusal.message || t('door.unheard')} className="card-acts__refusal" />
      )}
      <View className="b1 c-ink-2 card-acts__body">
        {one.dueFen > 0 ? t('door.body.money', { n: one.party, money }) : t('door.body', { n: one.party })}
      </View>
      <Button
        id="check-in-confirm"
        size={52}
        label={one.dueFen > 0 ? t('door.confirm.money', { money }) : t('door.confirm')}
        busyLabel={t('door.busy')}
        busy={command.busy}
        onPress={() => void confirm()}
      />
    </Sheet>
  )
}
