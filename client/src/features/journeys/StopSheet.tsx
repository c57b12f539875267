import { useState } from 'react'
import { journeysStop } from '@shared/journeys/contract'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'

const reasons = ['cancelled', 'left', 'other'] as const

/** Ends a journey, with the reason that stays written down. */
export function StopSheet({ runId, onDone, onClose }: { runId: string; onDone: () => void; onClose: () => void }) {
  const t = useTranslate()
  const command = useCommand(journeysStop)
  const [why, setWhy] = useState<(typeof reasons)[number]>('cancelled')
  const [note, setNote] = useState('')
  const stop = async () => {
    const answer = await command.run({ runId, why, note: note.trim() })
    if (answer?.ok) onDone()
  }
  return (
    <Sheet title={t('journey.stop')} locked={command.busy} onClose={onClose}>
      {command.refusal && <Notice kind="danger" text={command.refusal.message || t('journey.unheard')} />}
      <Chips
        inset
        chips={reasons.map((value) => ({ value, label: t(`journey.stop.${value}`) }))}
        chosen={why}
        onChoose={setWhy}
      />
      <Field id="stop-note" label={t('journey.stop.note')} maxLength={200} value={note} onText={setNote} />
      <Button
        id="stop-confirm"
        kind="danger"
        size={52}
        className="till__confirm"
        label={t('journey.stop.confirm')}
        busy={command.busy}
        disabled={why === 'other' && note.trim() === ''}
        onPress={() => void stop()}
      />
    </Sheet>
  )
}
