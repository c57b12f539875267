import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import { messagesDrop, messagesSendAgain, type messagesFailures } from '@shared/messages/failures-contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import './settings.scss'

export type Failure = OutputOf<typeof messagesFailures>['failures'][number]

/** One message that did not go through: what the platform said, and what a manager does about it. */
export function FailureSheet(props: { failure: Failure; onDone: () => void; onClose: () => void }) {
  const { failure, onDone, onClose } = props
  const t = useTranslate()
  const language = useLanguage()
  const again = useCommand(messagesSendAgain)
  const drop = useCommand(messagesDrop)
  const refusal = again.refusal ?? drop.refusal
  const busy = again.busy || drop.busy
  const handle = async (command: typeof again | typeof drop, done: 'again' | 'drop') => {
    const answer = await command.run({ noticeId: failure.id })
    if (!answer?.ok) return
    toast(t(`sending.${done}.done`))
    onDone()
  }
  return (
    <Sheet title={inLanguage(failure.title, language)} locked={busy} onClose={onClose}>
      {refusal && <Notice kind="danger" text={refusal.message} />}
      <View className="b2 c-ink-2">{failure.detail}</View>
      {failure.code !== null && <View className="s1 c-ink-3">{t('sending.code', { n: failure.code })}</View>}
      {!failure.maySendAgain && <Notice text={t('sending.unsure.why')} className="message-setting__notice" />}
      {failure.maySendAgain && (
        <Button
          id="failure-again"
          size={52}
          className="message-setting__agree"
          busy={again.busy}
          disabled={drop.busy}
          label={t('sending.again')}
          onPress={() => void handle(again, 'again')}
        />
      )}
      <Button
        id="failure-drop"
        kind="outline"
        size={52}
        className="message-setting__agree"
        busy={drop.busy}
        disabled={again.busy}
        label={t('sending.drop')}
        onPress={() => void handle(drop, 'drop')}
      />
    </Sheet>
  )
}
