import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import { staffInvite } from '@shared/staff/contract'
import { Button } from '@/components/Button'
import { CheckBox } from '@/components/CheckBox'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Region } from '@/components/Region'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'
import type { Grant } from './useGrant'
import './InviteForm.scss'

export type Invitation = OutputOf<typeof staffInvite> & { name: string }

/** Whom a manager invites: a name, what they may do, and the stores they may work in. */
export function InviteForm({ stores, onDone }: { stores: Grant['stores']; onDone: (made: Invitation) => void }) {
  const t = useTranslate()
  const invite = useCommand(staffInvite)
  const [name, setName] = useState('')
  const [role, setRole] = useState<Grant['role']>('staff')
  const [chosen, setChosen] = useState<readonly string[]>(stores.length === 1 ? stores.map(({ id }) => id) : [])
  const [tried, setTried] = useState(false)
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  const submit = async () => {
    setTried(true)
    if (!name.trim() || chosen.length === 0) return
    const answer = await invite.run({ name: name.trim(), role, storeIds: [...chosen] })
    if (answer?.ok) onDone({ ...answer.value, name: name.trim() })
  }
  return (
    <View className="card invite">
      <View className="s1 c-ink-2 invite__body">{t('staff.invite.body')}</View>
      <Field
        id="invite-name"
        label={t('staff.invite.name')}
        maxLength={40}
        value={name}
        error={tried && !name.trim() ? t('staff.invite.needName') : null}
        onText={setName}
      />
      <View className="s1 c-ink-2 invite__label">{t('staff.invite.role')}</View>
      <Chips
        chips={(['staff', 'manager'] as const).map((value) => ({ value, label: t(`staff.role.${value}`) }))}
        chosen={role}
        onChoose={setRole}
      />
      <View className="s1 c-ink-2 invite__label">{t('staff.invite.stores')}</View>
      {stores.map((store) => (
        <View key={store.id} className="invite__store">
          <CheckBox
            id={`invite-store-${store.id}`}
            checked={chosen.includes(store.id)}
            label={store.name}
            onToggle={() => toggle(store.id)}
          />
          <View className="grow b1">{store.name}</View>
        </View>
      ))}
      {tried && chosen.length === 0 && (
        <Region role="alert" live="polite" label={t('staff.invite.needStores')} className="s1 c-danger">
          {t('staff.invite.needStores')}
        </Region>
      )}
      {invite.refusal && <Notice kind="danger" text={invite.refusal.message || t('staff.invite.lost')} />}
      <Button
        id="invite-submit"
        size={52}
        label={t('staff.invite.submit')}
        busyLabel={t('staff.invite.busy')}
        busy={invite.busy}
        className="invite__submit"
        onPress={() => void submit()}
      />
    </View>
  )
}
