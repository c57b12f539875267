import { useState } from 'react'
import { View } from '@tarojs/components'
import { staffMe, staffUndo } from '@shared/staff/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Facts, OutcomeMark } from '@/components/Outcome'
import { Region } from '@/components/Region'
import { Screen } from '@/components/Screen'
import { Gone } from '@/features/staff/Gone'
import { OrderNo } from '@/features/staff/OrderNo'
import { receiptFacts, receiptSaying } from '@/features/staff/receiptFacts'
import { scanNext } from '@/features/staff/scanNext'
import { changeTill, useTill, type Receipt } from '@/features/staff/till'
import { UndoRow, UndoSheet } from '@/features/staff/Undo'
import { useCommand } from '@/kit/command'
import { moneyText } from '@/kit/figures'
import { useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import { outdated } from '@/kit/read'
import { useTicking } from '@/kit/ticking'
import '@/i18n/staff'
import './till.scss'

/** What was booked and what it changed; for five minutes the way back. */
export default function ReceiptPage() {
  const receipt = useTill((till) => till.receipt)
  if (receipt) return <Paid receipt={receipt} />
  return (
    <Screen back>
      <Gone />
    </Screen>
  )
}

function Paid({ receipt }: { receipt: Receipt }) {
  const t = useTranslate()
  const [asking, setAsking] = useState(false)
  const undo = useCommand(staffUndo)
  const { order, storeId, accountId } = receipt
  const confirm = async () => {
    const answer = await undo.run({ orderId: order.orderId, storeId, accountId })
    if (!answer?.ok) return
    outdated(staffMe)
    changeTill({ receipt: { ...receipt, undone: true } })
    setAsking(false)
  }
  return (
    <Screen
      back
      over={
        asking && (
          <UndoSheet
            receipt={receipt}
            busy={undo.busy}
            refusal={undo.refusal}
            onConfirm={() => void confirm()}
            onClose={() => setAsking(false)}
          />
        )
      }
    >
      <View className="till__outcome">
        {receipt.undone ? <Undone receipt={receipt} /> : <Booked receipt={receipt} onUndo={() => setAsking(true)} />}
        <BottomBar>
          <Button id="receipt-next" size={52} icon="scan" label={t('staff.scan.next')} onPress={() => scanNext()} />
        </BottomBar>
      </View>
    </Screen>
  )
}

function Booked({ receipt, onUndo }: { receipt: Receipt; onUndo: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const now = useTicking(receipt.offset)
  return (
    <View>
      <Head kind="done" icon="check" words={t('staff.done')} receipt={receipt} />
      <Facts facts={[...receiptFacts(receipt, t, language), orderFact(receipt, t)]} />
      <View className="till__say s1">
        <Icon name="say" size={16} className="till__say-icon" />
        <View className="grow">{receiptSaying(receipt, t, language)}</View>
      </View>
      <UndoRow leftMs={Date.parse(receipt.order.undoUntil) - now} onUndo={onUndo} />
    </View>
  )
}

function Undone({ receipt }: { receipt: Receipt }) {
  const t = useTranslate()
  return (
    <View>
      <Head kind="undone" icon="history" words={t('staff.undone')} receipt={receipt} />
      <View className="till__body c-ink-2">{t('staff.undone.body')}</View>
      <Facts facts={[orderFact(receipt, t)]} />
    </View>
  )
}

function orderFact({ order }: Receipt, t: Translate) {
  return { label: t('staff.done.order'), value: <OrderNo orderId={order.orderId} /> }
}

function Head(props: { kind: 'done' | 'undone'; icon: 'check' | 'history'; words: string; receipt: Receipt }) {
  const { kind, icon, words, receipt } = props
  const amount = moneyText(receipt.order.amountFen, true)
  return (
    <View>
      <OutcomeMark kind={kind} icon={icon} />
      <Region role="status" live="polite" label={`${words} ${amount}`}>
        <View className="s1 c-ink-2 till__done">{words}</View>
        <View className="till__paid">
          <View className="till__paid-sign">¥</View>
          <View className="d1 num">{amount.slice(1)}</View>
        </View>
      </Region>
    </View>
  )
}
