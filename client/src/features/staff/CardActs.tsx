import { useState } from 'react'
import { View } from '@tarojs/components'
import { cardsFreeze, cardsReissue, reissueChecks } from '@shared/cards/contract'
import type { CustomerSheet } from '@shared/staff/contract'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { Pressable } from '@/components/Pressable'
import { Sheet } from '@/components/Sheet'
import type { Refusal } from '@/kit/call'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'
import './CardActs.scss'

type Card = CustomerSheet['card']
type Props = { sheet: CustomerSheet; onDone: (card: Card) => void; onClose: () => void }

/** Freezing the card of a customer who says that it is lost: what it does, before it is done. */
export function FreezeSheet({ sheet, onDone, onClose }: Props) {
  const t = useTranslate()
  const freeze = useCommand(cardsFreeze)
  const { scanId, accountId, card } = sheet
  const confirm = async () => {
    const answer = await freeze.run({ scanId, accountId })
    if (answer?.ok) onDone(answer.value)
  }
  return (
    <Sheet title={t('staff.card.freeze.title')} locked={freeze.busy} onClose={onClose}>
      <Refused refusal={freeze.refusal} />
      <View className="b1 c-ink-2 card-acts__body">{t('staff.card.freeze.body', { tail: card.tail })}</View>
      <Button
        id="freeze-confirm"
        kind="danger"
        size={52}
        label={t('staff.card.freeze.confirm')}
        busyLabel={t('staff.card.busy')}
        busy={freeze.busy}
        onPress={() => void confirm()}
      />
    </Sheet>
  )
}

/** Reissuing a frozen card: the employee says how they made sure who it is, and nothing else is noted. */
export function ReissueSheet({ sheet, onDone, onClose }: Props) {
  const t = useTranslate()
  const reissue = useCommand(cardsReissue)
  const [check, setCheck] = useState<(typeof reissueChecks)[number] | null>(null)
  const { scanId, accountId } = sheet
  const confirm = async () => {
    if (!check) return
    const answer = await reissue.run({ scanId, accountId, check })
    if (answer?.ok) onDone(answer.value)
  }
  return (
    <Sheet title={t('staff.card.reissue.title')} locked={reissue.busy} onClose={onClose}>
      <Refused refusal={reissue.refusal} />
      <View className="b1 c-ink-2">{t('staff.card.reissue.body')}</View>
      <View className="card-acts__checks">
        {reissueChecks.map((one) => (
          <Pressable
            key={one}
            id={`check-${one}`}
            role="radio"
            checked={one === check}
            label={t(`staff.card.check.${one}`)}
            className="card-acts__check"
            onPress={() => setCheck(one)}
          >
            <View className={`grow b1 ${one === check ? 'w600' : ''}`}>{t(`staff.card.check.${one}`)}</View>
            {one === check && <Icon name="check" size={20} className="c-brand" />}
          </Pressable>
        ))}
      </View>
      <Button
        id="reissue-confirm"
        size={52}
        label={t('staff.card.reissue.confirm')}
        busyLabel={t('staff.card.busy')}
        busy={reissue.busy}
        disabled={!check}
        onPress={() => void confirm()}
      />
    </Sheet>
  )
}

function Refused({ refusal }: { refusal: Refusal | null }) {
  const t = useTranslate()
  if (!refusal) return null
  return <Notice kind="danger" text={refusal.message || t('staff.card.unheard')} className="card-acts__refusal" />
}
