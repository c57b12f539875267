import { programmesWithdraw } from '@shared/programme/contract'
import { ConfirmSheet } from '@/components/ConfirmSheet'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { momentWords } from '@/kit/time'
import { cloudNow } from './now'

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
    <ConfirmSheet
      title={t('programme.withdraw.title', { n })}
      body={t('programme.withdraw.body', { n, what: momentWords(version.effectiveAt, cloudNow(), language) })}
      button={{
        id: 'withdraw-confirm',
        label: t('programme.withdraw.confirm'),
        busyLabel: t('programme.withdraw.busy'),
      }}
      busy={busy}
      fault={refusal && (refusal.message || t('programme.unheard'))}
      onConfirm={() => void withdraw()}
      onClose={onClose}
    />
  )
}
