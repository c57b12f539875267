import { useState } from 'react'
import { groupsRemove, groupsRename } from '@shared/groups/contract'
import { Button } from '@/components/Button'
import { ConfirmSheet } from '@/components/ConfirmSheet'
import { LineSheet } from '@/components/LineSheet'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { countText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'
import type { Board } from './FunnelCard'
import './Groups.scss'

type Props = { group: Board['groups'][number]; onDone: (isGone: boolean) => void; onClose: () => void }

/** Another name for a group, or none of it any more. */
export function EditGroup({ group, onDone, onClose }: Props) {
  const t = useTranslate()
  const { run, busy, refusal } = useCommand(groupsRename)
  const [removing, setRemoving] = useState(false)
  if (removing) return <Removing group={group} onDone={onDone} onClose={() => setRemoving(false)} />
  const rename = async (name: string) => {
    const answer = await run({ groupId: group.groupId, name })
    if (!answer?.ok) return
    toast(t('funnel.groups.renamed'))
    onDone(false)
  }
  return (
    <LineSheet
      title={t('funnel.groups.edit')}
      field={{ id: 'group-name', label: t('funnel.groups.name'), maxLength: 40, start: group.name }}
      button={{ id: 'group-save', label: t('funnel.groups.rename'), busyLabel: t('funnel.groups.renaming') }}
      busy={busy}
      fault={refusal && (refusal.message || t('groups.unheard'))}
      onSend={(name) => void rename(name)}
      onClose={onClose}
      below={
        <Button
          id="group-remove"
          kind="text"
          size={44}
          className="groups__remove"
          label={t('funnel.groups.remove')}
          disabled={busy}
          onPress={() => setRemoving(true)}
        />
      }
    />
  )
}

/** What is removed cannot be had back, so it is asked for once more with what it does. */
function Removing({ group: { groupId, name, customers }, onDone, onClose }: Props) {
  const t = useTranslate()
  const { run, busy, refusal } = useCommand(groupsRemove)
  const remove = async () => {
    const answer = await run({ groupId })
    if (!answer?.ok) return
    toast(t('funnel.groups.removed'))
    onDone(true)
  }
  return (
    <ConfirmSheet
      title={t('funnel.groups.remove.title', { name })}
      body={t('funnel.groups.remove.body', { n: countText(customers) })}
      button={{
        id: 'group-remove-confirm',
        label: t('funnel.groups.remove.confirm'),
        busyLabel: t('funnel.groups.removing'),
      }}
      busy={busy}
      fault={refusal && (refusal.message || t('groups.unheard'))}
      onConfirm={() => void remove()}
      onClose={onClose}
    />
  )
}
