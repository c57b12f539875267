import { useState } from 'react'
import { View } from '@tarojs/components'
import { benefitsTick, benefitsUntick } from '@shared/benefits/contract'
import type { CustomerSheet } from '@shared/staff/contract'
import { Button } from '@/components/Button'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import './CardActs.scss'

export type Entitlement = CustomerSheet['entitlements'][number]
type Changed = (entitlements: Entitlement[]) => void
export type Ticked = { tickId: string; undoUntil: string }

/** What the customer's tier lets them have this month; it is ticked off where a code was shown and some is left. */
export function Entitlements({ sheet, onTick }: { sheet: CustomerSheet; onTick: (one: Entitlement) => void }) {
  const t = useTranslate()
  const language = useLanguage()
  if (sheet.entitlements.length === 0) return null
  return (
    <View className="card till__card">
      {sheet.entitlements.map((one) => {
        const may = one.left > 0 && sheet.proof === 'code'
        return (
          <ListRow
            key={one.code}
            id={`entitlement-${one.code}`}
            title={inLanguage(one.name, language)}
            note={one.left > 0 ? t('staff.tick.left', { left: one.left }) : t('staff.tick.none', { count: one.count })}
            height={60}
            {...(may ? { value: t('staff.tick'), onPress: () => onTick(one) } : {})}
          />
        )
      })}
    </View>
  )
}

type SheetProps = {
  sheet: CustomerSheet
  one: Entitlement
  onDone: (ticked: Ticked, all: Entitlement[]) => void
  onClose: () => void
}

/** What a tick says and does not say, before it is made. */
export function TickSheet({ sheet, one, onDone, onClose }: SheetProps) {
  const t = useTranslate()
  const name = inLanguage(one.name, useLanguage())
  const { run, busy, refusal } = useCommand(benefitsTick)
  const { scanId, accountId } = sheet
  const confirm = async () => {
    const answer = await run({ scanId, accountId, code: one.code })
    if (!answer?.ok) return
    const { tickId, undoUntil, entitlements } = answer.value
    toast(t('staff.tick.done'))
    onDone({ tickId, undoUntil }, entitlements)
  }
  return (
    <Sheet title={t('staff.tick.title')} locked={busy} onClose={onClose}>
      {refusal && (
        <Notice kind="danger" text={refusal.message || t('staff.card.unheard')} className="card-acts__refusal" />
      )}
      <View className="b1 c-ink-2 card-acts__body">{t('staff.tick.body', { name })}</View>
      <Button
        id="tick-confirm"
        size={52}
        label={t('staff.tick.confirm')}
        busyLabel={t('staff.tick.busy')}
        busy={busy}
        onPress={() => void confirm()}
      />
    </Sheet>
  )
}

/** The way back from the last tick, for as long as there is one. */
export function UndoTick({ ticked, accountId, onDone }: { ticked: Ticked; accountId: string; onDone: Changed }) {
  const t = useTranslate()
  const { run, busy, refusal } = useCommand(benefitsUntick)
  const [gone, setGone] = useState(false)
  if (gone) return null
  const undo = async () => {
    const answer = await run({ tickId: ticked.tickId, accountId })
    if (answer && !answer.ok && answer.refusal.code === 'untick_over') setGone(true)
    if (!answer?.ok) return
    toast(t('staff.tick.undone'))
    onDone(answer.value.entitlements)
  }
  return (
    <View className="till__after">
      {refusal && <Notice kind="danger" text={refusal.message || t('staff.card.unheard')} />}
      <Button
        id="tick-undo"
        kind="outline"
        size={44}
        label={t('staff.tick.undo')}
        busyLabel={t('staff.tick.busy')}
        busy={busy}
        onPress={() => void undo()}
      />
    </View>
  )
}
