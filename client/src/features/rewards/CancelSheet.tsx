import { cardsMine } from '@shared/cards/contract'
import { homeRead } from '@shared/members/contract'
import { pointsStatement } from '@shared/points/contract'
import { rewardsCancel, rewardsList, type ExchangeView } from '@shared/rewards/contract'
import { ConfirmSheet } from '@/components/ConfirmSheet'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { outdated } from '@/kit/read'

type CancelSheetProps = { exchange: ExchangeView; paid: { cardId?: string }; onDone: () => void; onClose: () => void }

/** Asks before a reward goes to somebody else. */
export function CancelSheet({ exchange, paid, onDone, onClose }: CancelSheetProps) {
  const t = useTranslate()
  const language = useLanguage()
  const command = useCommand(rewardsCancel)
  const confirm = async () => {
    const answer = await command.run({ exchangeNo: exchange.exchangeNo, ...paid })
    if (!answer?.ok) return
    for (const operation of [homeRead, pointsStatement, rewardsList, cardsMine]) outdated(operation)
    toast(t('exchanges.cancelled.done'))
    onDone()
  }
  return (
    <ConfirmSheet
      title={t('exchanges.cancel')}
      body={t('exchanges.cancel.body', { what: inLanguage(exchange.name, language) })}
      button={{ id: 'cancel-confirm', label: t('exchanges.cancel.confirm'), busyLabel: t('exchanges.cancel.busy') }}
      busy={command.busy}
      fault={command.refusal && (command.refusal.message || t('state.error.body'))}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  )
}
