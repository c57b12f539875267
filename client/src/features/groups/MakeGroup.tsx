import { groupsMake } from '@shared/groups/contract'
import { LineSheet } from '@/components/LineSheet'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'

/** A new group by its name; a name that there is already makes no second one. */
export function MakeGroup({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const t = useTranslate()
  const { run, busy, refusal } = useCommand(groupsMake)
  const make = async (name: string) => {
    const answer = await run({ name })
    if (!answer?.ok) return
    toast(t('funnel.groups.made'))
    onDone()
  }
  return (
    <LineSheet
      title={t('funnel.groups.make')}
      field={{
        id: 'group-name',
        label: t('funnel.groups.name'),
        placeholder: t('funnel.groups.hint'),
        maxLength: 40,
      }}
      button={{ id: 'group-make', label: t('funnel.groups.make'), busyLabel: t('funnel.groups.busy') }}
      busy={busy}
      fault={refusal && (refusal.message || t('groups.unheard'))}
      onSend={(name) => void make(name)}
      onClose={onClose}
    />
  )
}
