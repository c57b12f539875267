import type { EventView } from '@shared/events/contract'
import { ConfirmSheet } from '@/components/ConfirmSheet'
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
    <ConfirmSheet
      title={t('event.leave')}
      body={[t('event.leave.next'), paid ? back : null].filter(Boolean).join(' ')}
      button={{ id: 'leave-confirm', label: t('event.leave'), busyLabel: t('event.leave.busy') }}
      busy={acts.leaving}
      fault={acts.refusal && (acts.refusal.message || t('event.unheard'))}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  )
}
