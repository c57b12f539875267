import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { TillCoupon } from '@shared/coupons/contract'
import type { CustomerSheet } from '@shared/staff/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { toast } from '@/components/Toast'
import { MemberGroups } from '@/features/groups/MemberGroups'
import { Owed } from '@/features/obligations/Owed'
import { FreezeSheet, ReissueSheet } from '@/features/staff/CardActs'
import { CardRow, type CardAct } from '@/features/staff/CardRow'
import { CheckInSheet, ToCheckIn } from '@/features/staff/ToCheckIn'
import { ToHandOut, HandOutSheet } from '@/features/staff/ToHandOut'
import { CustomerCard } from '@/features/staff/CustomerCard'
import { Entitlements, TickSheet, UndoTick, type Entitlement, type Ticked } from '@/features/staff/Entitlements'
import { CustomerCoupons } from '@/features/staff/CustomerCoupons'
import { DeskScripts } from '@/features/staff/DeskScripts'
import { Gone } from '@/features/staff/Gone'
import { RedeemSheet } from '@/features/staff/RedeemSheet'
import { scanNext } from '@/features/staff/scanNext'
import { changeTill, useTill, type Customer } from '@/features/staff/till'
import { TimeLeft } from '@/features/staff/TimeLeft'
import { CheckSheet, ToCheck } from '@/features/staff/ToCheck'
import { useTranslate } from '@/kit/i18n'
import { backTo, open } from '@/kit/open'
import { useTicking } from '@/kit/ticking'
import '@/i18n/duties'
import '@/i18n/follow-ups'
import '@/i18n/staff'
import './till.scss'
import { useCustomerFile } from './useCustomerFile'

/** The customer whose code was read, for as long as the till may act for them. */
export default function CustomerPage() {
  const t = useTranslate()
  const { customer, receipt } = useTill()
  // Going back from a receipt passes this page by: its customer is served.
  useDidShow(() => {
    if (!useTill.getState().customer && useTill.getState().receipt) backTo('till')
  })
  if (customer) return <Served customer={customer} />
  return (
    <Screen back title={t('staff.customer')}>
      {!receipt && <Gone />}
    </Screen>
  )
}

function Served({ customer }: { customer: Customer }) {
  const t = useTranslate()
  const [act, setAct] = useState<CardAct | null>(null)
  const [checking, setChecking] = useState<CustomerSheet['toCheck'][number] | null>(null)
  const [ticking, setTicking] = useState<Entitlement | null>(null)
  const [ticked, setTicked] = useState<Ticked | null>(null)
  const [redeeming, setRedeeming] = useState<TillCoupon | null>(null)
  const [handing, setHanding] = useState<CustomerSheet['waiting'][number] | null>(null)
  const [coming, setComing] = useState<CustomerSheet['events'][number] | null>(null)
  const { sheet } = customer
  const file = useCustomerFile(sheet)
  const entitled = (entitlements: Entitlement[], last: Ticked | null) => {
    changeTill({ customer: { ...customer, sheet: { ...sheet, entitlements } } })
    setTicking(null)
    setTicked(last)
  }
  const now = useTicking(customer.offset)
  const leftMs = Date.parse(sheet.goodUntil) - now
  const mayAct = leftMs > 0
  const own = mayAct && sheet.shared?.role !== 'sub'
  const done = (card: CustomerSheet['card']) => {
    const renewed = act === 'reissue' && sheet.proof === 'code'
    changeTill({ customer: { ...customer, sheet: { ...sheet, card }, ...(renewed ? { renewed } : {}) } })
    if (act === 'reissue') toast(t('staff.card.new', { tail: card.tail }))
    setAct(null)
  }
  const checked = () => {
    const toCheck = sheet.toCheck.filter((one) => one !== checking)
    changeTill({ customer: { ...customer, sheet: { ...sheet, toCheck } } })
    toast(t('staff.check.done'))
    setChecking(null)
  }
  const handed = () => {
    const waiting = sheet.waiting.filter((one) => one !== handing)
    changeTill({ customer: { ...customer, sheet: { ...sheet, waiting } } })
    toast(t('hand.done'))
    setHanding(null)
  }
  const came = () => {
    const events = sheet.events.filter((one) => one !== coming)
    changeTill({ customer: { ...customer, sheet: { ...sheet, events } } })
    toast(t('door.done'))
    setComing(null)
  }
  const Act = act === 'freeze' ? FreezeSheet : ReissueSheet
  return (
    <Screen
      back
      title={t('staff.customer')}
      over={
        act ? (
          <Act sheet={sheet} onDone={done} onClose={() => setAct(null)} />
        ) : ticking ? (
          <TickSheet
            sheet={sheet}
            one={ticking}
            onDone={(last, all) => entitled(all, last)}
            onClose={() => setTicking(null)}
          />
        ) : redeeming ? (
          <RedeemSheet customer={customer} coupon={redeeming} onClose={() => setRedeeming(null)} />
        ) : handing ? (
          <HandOutSheet sheet={sheet} one={handing} onDone={handed} onClose={() => setHanding(null)} />
        ) : coming ? (
          <CheckInSheet sheet={sheet} one={coming} onDone={came} onClose={() => setComing(null)} />
        ) : checking ? (
          <CheckSheet sheet={sheet} one={checking} onDone={checked} onClose={() => setChecking(null)} />
        ) : (
          file.over
        )
      }
    >
      <View className="till">
        <CustomerCard sheet={sheet} />
        <TimeLeft leftMs={leftMs} />
        {mayAct && <DeskScripts scripts={sheet.scripts} />}
        {mayAct && <CustomerCoupons customer={customer} now={now} onRedeem={setRedeeming} />}
        {mayAct && <ToCheckIn events={sheet.events} onCheckIn={setComing} />}
        {mayAct && <ToHandOut waiting={sheet.waiting} now={new Date(now).toISOString()} onHandOut={setHanding} />}
        {own && <Owed {...file.owed} now={new Date(now).toISOString()} />}
        {own && <Entitlements sheet={sheet} onTick={setTicking} />}
        {ticked && Date.parse(ticked.undoUntil) > now && (
          <UndoTick ticked={ticked} accountId={sheet.accountId} onDone={(all) => entitled(all, null)} />
        )}
        {mayAct && <ToCheck waiting={sheet.toCheck} onCheck={setChecking} />}
        {own && <MemberGroups {...file.groups} />}
        {own && <CardRow card={sheet.card} onAct={setAct} />}
        {own && (
          <View className="card till__card">
            <ListRow
              id="customer-journeys"
              title={t('journey.row')}
              note={t('journey.row.note')}
              height={60}
              onPress={() => open('journeys', { member: sheet.accountId })}
            />
          </View>
        )}
        {customer.renewed && <Notice text={t('staff.card.rescan')} className="till__after" />}
        <BottomBar>
          <Next customer={customer} leftMs={leftMs} onReissue={() => setAct('reissue')} />
        </BottomBar>
      </View>
    </Screen>
  )
}

/** What comes next: the payment, a new card where theirs is frozen, or another scan. */
function Next({ customer, leftMs, onReissue }: { customer: Customer; leftMs: number; onReissue: () => void }) {
  const t = useTranslate()
  const { sheet, renewed } = customer
  if (leftMs <= 0 || renewed)
    return (
      <Button id="customer-rescan" size={52} icon="scan" label={t('staff.scan.again')} onPress={() => scanNext()} />
    )
  if (sheet.card.frozenAt && sheet.proof === 'code')
    return <Button id="customer-renew" size={52} label={t('staff.card.reissue')} onPress={onReissue} />
  return <Button id="customer-pay" size={52} icon="statement" label={t('staff.pay')} onPress={() => open('payment')} />
}
