import { useState } from 'react'
import { View } from '@tarojs/components'
import { groupsAsked, groupsChange, type CustomerStanding } from '@shared/groups/contract'
import type { InputOf } from '@shared/kit/contract'
import { dayOf } from '@shared/kit/time'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { PickRow } from '@/components/PickRow'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { shortDay } from '@/kit/time'
import './Groups.scss'

type Act = InputOf<typeof groupsChange>['act']
type Group = CustomerStanding['all'][number]
type Props = {
  customer: { accountId: string; scanId?: string }
  standing: CustomerStanding
  onChange: () => void
  onClose: () => void
}

/** Where a customer stands: tapping a group adds them to it, tapping one of theirs moves them on or takes them out. */
export function GroupsSheet({ customer, standing, onChange, onClose }: Props) {
  const t = useTranslate()
  const change = useCommand(groupsChange)
  const [leaving, setLeaving] = useState<Group | null>(null)
  const act = async (one: Act) => {
    const answer = await change.run({ ...customer, act: one })
    if (!answer) return
    if (answer.ok) toast(t('groups.done'))
    setLeaving(null)
    onChange()
  }
  return (
    <Sheet title={t('groups.title')} locked={change.busy} onClose={onClose}>
      {change.refusal && <Notice kind="danger" text={change.refusal.message || t('groups.unheard')} />}
      {leaving ? (
        <Leaving group={leaving} standing={standing} busy={change.busy} onAct={act} onBack={() => setLeaving(null)} />
      ) : (
        <>
          <Step customer={customer} standing={standing} onChange={onChange} />
          <All standing={standing} busy={change.busy} onAct={act} onLeave={setLeaving} />
        </>
      )}
    </Sheet>
  )
}

function Step({ customer, standing, onChange }: Omit<Props, 'onClose'>) {
  const t = useTranslate()
  const language = useLanguage()
  const asked = useCommand(groupsAsked)
  const { stage, askedAt, mayAsk } = standing
  if (!stage) return null
  const note = async () => {
    const answer = await asked.run(customer)
    if (answer?.ok) onChange()
  }
  return (
    <View className="groups__step">
      {asked.refusal && <Notice kind="danger" text={asked.refusal.message || t('groups.unheard')} />}
      <View className="row between">
        <View className="b1">{t('groups.stage', { stage: inLanguage(stage.name, language) })}</View>
        {askedAt ? (
          <View className="s1 c-ink-3">{t('groups.asked', { date: shortDay(dayOf(askedAt), language) })}</View>
        ) : (
          mayAsk && (
            <Button
              id="groups-ask"
              kind="soft"
              size={32}
              label={t('groups.ask')}
              busyLabel={t('groups.ask.busy')}
              busy={asked.busy}
              onPress={() => void note()}
            />
          )
        )}
      </View>
    </View>
  )
}

type Acting = { standing: CustomerStanding; busy: boolean; onAct: (act: Act) => void }

function All({ standing, busy, onAct, onLeave }: Acting & { onLeave: (group: Group) => void }) {
  const t = useTranslate()
  const { all, groups, copy } = standing
  if (all.length === 0) return <View className="b1 c-ink-3 groups__none">{t('groups.none')}</View>
  return (
    <View className="groups">
      {all.map((group) => {
        const { groupId, name } = group
        const isIn = groups.some((one) => one.groupId === groupId)
        return (
          <PickRow
            key={groupId}
            id={`group-${groupId}`}
            title={name}
            on={isIn}
            label={`${name}，${isIn ? t('groups.in') : t('groups.add')}`}
            disabled={busy || (!isIn && !copy)}
            onPress={() => (isIn ? onLeave(group) : onAct({ does: 'copy', to: groupId }))}
          />
        )
      })}
    </View>
  )
}

function Leaving({ group, standing, busy, onAct, onBack }: Acting & { group: Group; onBack: () => void }) {
  const t = useTranslate()
  const { groupId: from, name } = group
  const others = standing.cut ? standing.all.filter(({ groupId }) => groupId !== from) : []
  return (
    <View>
      {others.length > 0 && <View className="b1 c-ink-2 groups__step">{t('groups.move', { name })}</View>}
      <View className="groups">
        {others.map((other) => (
          <PickRow
            key={other.groupId}
            id={`group-${other.groupId}`}
            title={other.name}
            on={false}
            disabled={busy}
            onPress={() => onAct({ does: 'cut', from, to: other.groupId })}
          />
        ))}
      </View>
      <Button
        id="groups-out"
        kind="outline"
        size={48}
        className="groups__out"
        label={t(others.length > 0 ? 'groups.out' : 'groups.out.only', { name })}
        disabled={busy}
        onPress={() => onAct({ does: 'out', from })}
      />
      <Button id="groups-back" kind="text" size={44} label={t('groups.back')} disabled={busy} onPress={onBack} />
    </View>
  )
}
