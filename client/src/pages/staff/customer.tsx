import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Screen } from '@/components/Screen'
import { CustomerCard } from '@/features/staff/CustomerCard'
import { Gone } from '@/features/staff/Gone'
import { scanNext } from '@/features/staff/scanNext'
import { useTill, type Customer } from '@/features/staff/till'
import { TimeLeft } from '@/features/staff/TimeLeft'
import { useTranslate } from '@/kit/i18n'
import { backTo, open } from '@/kit/open'
import { useTicking } from '@/kit/ticking'
import './till.scss'

/** The customer whose code was read, for as long as the till may act for them. */
export default function CustomerPage() {
  const t = useTranslate()
  const { customer, receipt } = useTill()
  // Going back from a receipt passes this page by: its customer is served.
  useDidShow(() => {
    if (!useTill.getState().customer && useTill.getState().receipt) backTo('till')
  })
  return (
    <Screen back title={t('staff.customer')}>
      {customer && <Served customer={customer} />}
      {!customer && !receipt && <Gone />}
    </Screen>
  )
}

function Served({ customer }: { customer: Customer }) {
  const t = useTranslate()
  const now = useTicking(customer.offset)
  const leftMs = Date.parse(customer.sheet.goodUntil) - now
  return (
    <View className="till">
      <CustomerCard sheet={customer.sheet} />
      <TimeLeft leftMs={leftMs} />
      <BottomBar>
        {leftMs > 0 ? (
          <Button id="customer-pay" size={52} icon="statement" label={t('staff.pay')} onPress={() => open('payment')} />
        ) : (
          <Button id="customer-rescan" size={52} icon="scan" label={t('staff.scan.again')} onPress={() => scanNext()} />
        )}
      </BottomBar>
    </View>
  )
}
