import { useState } from 'react'
import { View } from '@tarojs/components'
import { cardsCheckRelationship, relationshipChecks } from '@shared/cards/shared-contract'
import type { CustomerSheet } from '@shared/staff/contract'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { Pressable } from '@/components/Pressable'
import { Sheet } from '@/components/Sheet'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'
import './CardActs.scss'

type Waiting = CustomerSheet['toCheck'][number]

/** Holders of this customer's family card who wait for their relationship to be checked. */
export function ToCheck({ waiting, onCheck }: { waiting: readonly Waiting[]; onCheck: (one: Waiting) => void }) {
  const t = useTranslate()
  if (waiting.length === 0) return null
  return (
    <View className="card till__card">
      {waiting.map((one) => (
        <ListRow
          key={one.holderId}
          id={`check-${one.holderId}`}
          title={t('staff.check.row', { name: one.name ?? t('share.nameless') })}
          value={t('staff.check')}
          height={60}
          onPress={() => onCheck(one)}
        />
      ))}
    </View>
  )
}

/** The employee says how they made sure that a holder belongs to the family; nothing else is noted. */
export function CheckSheet(props: { sheet: CustomerSheet; one: Waiting; onDone: () => void; onClose: () => void }) {
  const { sheet, one, onDone, onClose } = props
  const t = useTranslate()
  const command = useCommand(cardsCheckRelationship)
  const [check, setCheck] = useState<(typeof relationshipChecks)[number] | null>(null)
  const confirm = async () => {
    if (!check) return
    const { scanId, accountId } = sheet
    const answer = await command.run({ scanId, accountId, cardId: one.cardId, holderId: one.holderId, check })
    if (answer?.ok) onDone()
  }
  return (
    <Sheet title={t('staff.check')} locked={command.busy} onClose={onClose}>
      {command.refusal && (
        <Notice
          kind="danger"
          text={command.refusal.message || t('staff.card.unheard')}
          className="card-acts__refusal"
        />
      )}
      <View className="b1 c-ink-2">{t('staff.check.body')}</View>
      <View className="card-acts__checks">
        {relationshipChecks.map((way) => (
          <Pressable
            key={way}
            id={`relationship-${way}`}
            role="radio"
            checked={way === check}
            label={t(`staff.check.${way}`)}
            className="card-acts__check"
            onPress={() => setCheck(way)}
          >
            <View className={`grow b1 ${way === check ? 'w600' : ''}`}>{t(`staff.check.${way}`)}</View>
            {way === check && <Icon name="check" size={20} className="c-brand" />}
          </Pressable>
        ))}
      </View>
      <Button
        id="relationship-confirm"
        size={52}
        label={t('staff.check.confirm')}
        busyLabel={t('staff.card.busy')}
        busy={command.busy}
        disabled={!check}
        onPress={() => void confirm()}
      />
    </Sheet>
  )
}
