import { useState } from 'react'
import { groupsMake } from '@shared/groups/contract'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'
import './Funnel.scss'

/** A new group by its name; a name that there is already makes no second one. */
export function MakeGroup({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const t = useTranslate()
  const { run, busy, refusal } = useCommand(groupsMake)
  const [name, setName] = useState('')
  const make = async () => {
    const answer = await run({ name: name.trim() })
    if (!answer?.ok) return
    toast(t('funnel.groups.made'))
    onDone()
  }
  return (
    <Sheet title={t('funnel.groups.make')} locked={busy} onClose={onClose}>
      {refusal && <Notice kind="danger" text={refusal.message || t('groups.unheard')} />}
      <Field
        id="group-name"
        label={t('funnel.groups.name')}
        placeholder={t('funnel.groups.hint')}
        maxLength={40}
        value={name}
        onText={setName}
      />
      <Button
        id="group-make"
        size={52}
        className="funnel__done"
        label={t('funnel.groups.make')}
        busyLabel={t('funnel.groups.busy')}
        busy={busy}
        disabled={name.trim() === ''}
        onPress={() => void make()}
      />
    </Sheet>
  )
}
