import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Pressable } from '@/components/Pressable'
import { Sheet } from '@/components/Sheet'
import type { Refusal } from '@/kit/call'
import { countText, moneyText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'
import { leftWords } from '@/kit/time'
import type { Receipt } from './till'

/** The way back out of a mistake, while there is one. */
export function UndoRow({ leftMs, onUndo }: { leftMs: number; onUndo: () => void }) {
  const t = useTranslate()
  if (leftMs <= 0) return <View className="till__undo s1 c-ink-3">{t('staff.undo.over')}</View>
  return (
    <View className="till__undo s1 c-ink-2">
      <View>{t('staff.undo.ask')}</View>
      <Pressable id="undo" label={t('staff.undo')} className="till__undo-word s1 w600 c-ink-1" onPress={onUndo}>
        {t('staff.undo')}
      </Pressable>
      <View id="undo-left" className="num c-ink-3">
        {t('staff.undo.left', { time: leftWords(leftMs) })}
      </View>
    </View>
  )
}

/** What undoing takes back, before it is done. */
export function UndoSheet({
  receipt,
  busy,
  refusal,
  onConfirm,
  onClose,
}: {
  receipt: Receipt
  busy: boolean
  refusal: Refusal | null
  onConfirm: () => void
  onClose: () => void
}) {
  const t = useTranslate()
  const { amountFen, earned } = receipt.order
  return (
    <Sheet title={t('staff.undo.title')} locked={busy} onClose={onClose}>
      {refusal && <Notice kind="danger" text={refusal.message || t('staff.pay.lost')} className="till__refusal" />}
      <View className="b1 c-ink-2 till__undo-body">
        {t('staff.undo.body', { amount: moneyText(amountFen, true), n: countText(earned) })}
      </View>
      <Button
        id="undo-confirm"
        kind="danger"
        size={52}
        label={t('staff.undo.confirm')}
        busyLabel={t('staff.undo.busy')}
        busy={busy}
        onPress={onConfirm}
      />
    </Sheet>
  )
}
