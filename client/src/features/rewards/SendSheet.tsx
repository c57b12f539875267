import { useState } from 'react'
import { View } from '@tarojs/components'
import { rewardsHaveSent, type ExchangeView } from '@shared/rewards/contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { AddressFields } from './AddressFields'
import { isWhole, nowhere, trimmed } from './useSwap'

type SendSheetProps = { exchange: ExchangeView; onDone: () => void; onClose: () => void }

/** Where a prize that waits in the store is to be sent. */
export function SendSheet({ exchange, onDone, onClose }: SendSheetProps) {
  const t = useTranslate()
  const language = useLanguage()
  const command = useCommand(rewardsHaveSent)
  const [address, setAddress] = useState(nowhere)
  const send = async () => {
    const answer = await command.run({ exchangeNo: exchange.exchangeNo, address: trimmed(address) })
    if (!answer?.ok) return
    toast(t('exchanges.send.done'))
    onDone()
  }
  return (
    <Sheet title={t('exchanges.send')} locked={command.busy} onClose={onClose}>
      {command.refusal && <Notice kind="danger" text={command.refusal.message || t('state.error.body')} />}
      <View className="b1 c-ink-2">{inLanguage(exchange.name, language)}</View>
      <AddressFields address={address} onChange={setAddress} />
      <Button
        id="send-confirm"
        size={52}
        label={isWhole(address) ? t('exchanges.send') : t('swap.address.first')}
        busyLabel={t('exchanges.send.busy')}
        busy={command.busy}
        disabled={!isWhole(address)}
        onPress={() => void send()}
      />
    </Sheet>
  )
}
