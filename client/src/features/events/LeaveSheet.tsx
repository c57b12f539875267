import { View } from '@tarojs/components'
import type { EventView } from '@shared/events/contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { countText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'
import type { EventActs } from './useEvent'

type Props = { mine: NonNullable<EventView['mine']>; points: number; acts: EventActs; onClose: () => void }

/** A place that is given up goes to the next: the member is told what comes back, and confirms. */
export function LeaveSheet({ mine, points, acts, onClose }: Props) {
  const t = useTranslate()
  const paid = points > 0 && mine.state === 'seat'
  const back = mine.back > 0 ? t('event.leave.back', { n: countText(mine.back) }) : t('event.leave.none')
  const confirm = async () => {
    if (await acts.leave()) onClose()
  }
  return (
    <Sheet title={t('event.leave')} locked={acts.leaving} onClose={onClose}>
      {acts.refusal && <Notice kind="danger" text={acts.refusal.message || t('event.unheard')} />}
      <View className="b1 c-ink-2 event__sheet">
        {[t('event.leave.next'), paid ? back : null].filter(Boolean).join(' ')}
      </View>
      <Button
        id="leave-confirm"
        size={52}
        kind="danger"
        label={t('event.leave')}
        busyLabel={t('event.leave.busy')}
        busy={acts.leaving}
        onPress={() => void confirm()}
      />
    </Sheet>
  )
}
