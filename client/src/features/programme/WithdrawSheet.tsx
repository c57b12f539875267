import { View } from '@tarojs/components'
import { programmesWithdraw } from '@shared/programme/contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { momentWords } from '@/kit/time'
import { cloudNow } from './now'
import './Programme.scss'

/** A version that is to come is taken back, once what that does was read. */
export function WithdrawSheet(props: {
  version: { version: number; effectiveAt: string }
  onDone: () => void
  onClose: () => void
}) {
  const { version, onDone, onClose } = props
  const t = useTranslate()
  const language = useLanguage()
  const { run, busy, refusal } = useCommand(programmesWithdraw)
  const n = version.version
  const withdraw = async () => {
    const answer = await run({ version: n })
    if (!answer?.ok) return
    toast(t('programme.withdrawn'))
    onDone()
  }
  return (
    <Sheet title={t('programme.withdraw.title', { n })} locked={busy} onClose={onClose}>
      {refusal && <Notice kind="danger" text={refusal.message || t('programme.unheard')} />}
      <View className="b1 c-ink-2">
        {t('programme.withdraw.body', { n, what: momentWords(version.effectiveAt, cloudNow(), language) })}
      </View>
      <Button
        id="withdraw-confirm"
        kind="danger"
        size={52}
        className="programme-sheet__button"
        label={t('programme.withdraw.confirm')}
        busyLabel={t('programme.withdraw.busy')}
        busy={busy}
        onPress={() => void withdraw()}
      />
    </Sheet>
  )
}
