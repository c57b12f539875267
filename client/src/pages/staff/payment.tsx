import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { Pressable } from '@/components/Pressable'
import { Region } from '@/components/Region'
import { Rich } from '@/components/Rich'
import { Screen } from '@/components/Screen'
import { BillCard } from '@/features/staff/BillCard'
import { BillCampaigns } from '@/features/staff/BillCampaigns'
import { BillCoupons } from '@/features/staff/BillCoupons'
import { billable, differsSentHome, sheetOf } from '@/features/staff/chosenCoupons'
import { LeftOut } from '@/features/staff/LeftOut'
import { customerName, tierTag } from '@/features/staff/CustomerCard'
import { Gone } from '@/features/staff/Gone'
import { Keypad } from '@/features/staff/Keypad'
import { PickSheet } from '@/features/staff/PickSheet'
import { scanNext } from '@/features/staff/scanNext'
import { useTill, type Customer } from '@/features/staff/till'
import { TimeLeft } from '@/features/staff/TimeLeft'
import { usePayment } from '@/features/staff/usePayment'
import { countText, moneyText } from '@/kit/figures'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { backTo } from '@/kit/open'
import '@/i18n/staff'
import './till.scss'

/** The amount of the receipt, what it comes to for this member, and the one button that books it. */
export default function PaymentPage() {
  const t = useTranslate()
  const { customer, receipt } = useTill()
  useDidShow(() => {
    if (!useTill.getState().customer && useTill.getState().receipt) backTo('till')
  })
  if (customer) return <Paying customer={customer} />
  return (
    <Screen back title={t('staff.pay.title')}>
      {!receipt && <Gone />}
    </Screen>
  )
}

function Paying({ customer }: { customer: Customer }) {
  const t = useTranslate()
  const payment = usePayment(customer)
  const [picking, setPicking] = useState(false)
  const { chosen, now } = payment
  return (
    <Screen
      back
      title={t('staff.pay.title')}
      over={picking && <PickSheet customer={customer} chosen={chosen} now={now} onClose={() => setPicking(false)} />}
    >
      <Payment customer={customer} payment={payment} onPick={() => setPicking(true)} />
    </Screen>
  )
}

function Payment(props: { customer: Customer; payment: ReturnType<typeof usePayment>; onPick: () => void }) {
  const { customer, payment, onPick } = props
  const t = useTranslate()
  const { bill, text, refusal } = payment
  const typing = typeof payment.field === 'object' ? payment.field.of : null
  const onType = (of: string) => payment.setField(typing === of ? 'amount' : { of })
  return (
    <View className="till">
      <Who customer={customer} />
      {payment.leftMs < 60_000 && <TimeLeft leftMs={payment.leftMs} />}
      <View className="s1 c-ink-2 till__label">{t('staff.pay.amount')}</View>
      <View className="till__amount">
        <View className="till__sign">¥</View>
        <Region
          id="amount"
          role="status"
          label={`${t('staff.pay.amount')} ¥${text || '0'}`}
          className={`num till__figure ${text ? '' : 'till__figure--empty'}`}
        >
          {text || '0'}
        </Region>
        <View className="till__caret" />
      </View>
      {customer.sheet.leftOut && (
        <LeftOut
          leftOut={customer.sheet.leftOut}
          text={payment.leftOut}
          chosen={payment.field === 'leftOut' ? 'leftOut' : 'amount'}
          onChoose={payment.setField}
        />
      )}
      <BillCard
        bill={bill}
        sheet={customer.sheet}
        withPoints={payment.withPoints}
        campaigns={
          <BillCampaigns
            bill={bill}
            sheet={customer.sheet}
            byHand={payment.byHand}
            parts={payment.parts}
            typing={typing}
            onType={onType}
          />
        }
        coupons={
          (differsSentHome(customer.sheet) || billable(sheetOf(customer)).length > 0) && (
            <BillCoupons
              bill={bill}
              coupons={payment.coupons}
              parts={payment.parts}
              typing={typing}
              onType={onType}
              onChange={onPick}
            />
          )
        }
        onPoints={payment.setWithPoints}
      />
      <View className="till__earn b2 w500 c-brand">
        <Icon name="coins" size={18} className="till__earn-icon" />
        <Rich text={t('staff.pay.earn', { n: countText(bill.earns) })} />
      </View>
      <View className="till__pad-room" />
      <BottomBar>
        {refusal && <Notice kind="danger" text={refusal.message || t('staff.pay.lost')} className="till__refusal" />}
        <Keypad onKey={payment.press} />
        <Button
          id="pay-confirm"
          size={52}
          label={
            bill.amountFen > 0 ? t('staff.pay.confirm', { amount: moneyText(bill.dueFen, true) }) : t('staff.pay.empty')
          }
          busyLabel={t('staff.pay.busy')}
          busy={payment.busy}
          disabled={bill.amountFen === 0}
          onPress={() => void payment.confirm()}
        />
      </BottomBar>
    </View>
  )
}

function Who({ customer }: { customer: Customer }) {
  const t = useTranslate()
  const language = useLanguage()
  const name = customerName(customer.sheet, t, language)
  return (
    <View className="card till__who">
      <Region hidden className="till__initial">
        {[...name][0]}
      </Region>
      <View className="row grow">
        <View className="b1 w500 ellipsis">{name}</View>
        <View className="s1 c-ink-3 till__tag">{tierTag(customer.sheet, t, language)}</View>
      </View>
      <Pressable
        id="pay-change"
        label={t('staff.pay.change')}
        className="till__change s1 w500 c-brand"
        onPress={() => scanNext()}
      >
        {t('staff.pay.change')}
      </Pressable>
    </View>
  )
}
