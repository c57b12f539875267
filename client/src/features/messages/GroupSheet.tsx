import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Instant } from '@shared/kit/time'
import type { FailureGroup } from '@shared/messages/failures-contract'
import { maySendAgain } from '@shared/messages/may-send-again'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { ProgressBar } from '@/components/ProgressBar'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/components/Toast'
import { countText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'
import { groupWords } from './groupWords'
import { useSettleGroup, type Act } from './useSettleGroup'
import './settings.scss'

export interface GroupSheetProps {
  group: FailureGroup & { count: number }
  /** When the group was counted; what came after it is left alone. */
  until: Instant
  onDone: () => void
  onClose: () => void
}

/** Everything of a group at once: to be sent again, or let be after a second look. */
export function GroupSheet({ group: { count, ...group }, until, onDone, onClose }: GroupSheetProps) {
  const t = useTranslate()
  const [act, setAct] = useState<Act | null>(null)
  const { settle, stop, busy, done, refusal } = useSettleGroup(group, until)
  const n = countText(count)
  const start = async (chosen: Act) => {
    setAct(chosen)
    const settled = await settle(chosen)
    if (settled === null) return
    toast(t(`sending.all.${chosen}.done`, { n: countText(settled) }))
    onDone()
  }
  return (
    <Sheet title={groupWords(group, t)} locked={busy} onClose={done > 0 ? onDone : onClose}>
      {refusal && <Notice kind="danger" text={refusal.message || t('state.error.title')} />}
      {(busy || done > 0) && (
        <>
          <View id="group-done" className="b2 c-ink-2">
            {t('sending.all.progress', { done: countText(done), n })}
          </View>
          <ProgressBar share={done / Math.max(1, count)} className="message-setting__sent" />
        </>
      )}
      {!busy && done === 0 && <View className="b2 c-ink-2">{t('sending.all.count', { n })}</View>}
      {!busy && !maySendAgain(group) && <Notice text={t('sending.unsure.why')} className="message-setting__notice" />}
      {!busy && act === 'drop' && (
        <Notice
          kind="accent"
          icon="alert"
          text={t('sending.all.drop.sure', { n: countText(count - done) })}
          className="message-setting__notice"
        />
      )}
      {busy && (
        <Button
          id="group-stop"
          kind="outline"
          size={52}
          className="message-setting__agree"
          label={t('sending.all.stop')}
          onPress={stop}
        />
      )}
      {!busy && maySendAgain(group) && (
        <Button
          id="group-again"
          size={52}
          className="message-setting__agree"
          label={t('sending.all.again')}
          onPress={() => void start('send-again')}
        />
      )}
      {!busy && (
        <Button
          id="group-drop"
          kind={act === 'drop' ? 'danger' : 'outline'}
          size={52}
          className="message-setting__agree"
          label={t(act === 'drop' ? 'sending.all.drop.yes' : 'sending.all.drop')}
          onPress={() => (act === 'drop' ? void start('drop') : setAct('drop'))}
        />
      )}
    </Sheet>
  )
}
