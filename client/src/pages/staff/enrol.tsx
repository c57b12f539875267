import { useState } from 'react'
import { View } from '@tarojs/components'
import { staffMe } from '@shared/staff/contract'
import type { Document } from '@/components/Consent'
import { Notice } from '@/components/Notice'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { DocumentSheet } from '@/features/members/DocumentSheet'
import { EnrolForm } from '@/features/staff/EnrolForm'
import { StoreCodeRow, StoreCodeSheet } from '@/features/staff/StoreCode'
import { useTill } from '@/features/staff/till'
import { useTranslate } from '@/kit/i18n'
import { useRead } from '@/kit/read'
import { clockOffset } from '@/kit/ticking'
import '@/i18n/staff'
import './till.scss'

/** A customer becomes a member at the counter: by the employee's hand, or by scanning the store's code themselves. */
export default function EnrolPage() {
  const t = useTranslate()
  const me = useRead(staffMe, {})
  const chosen = useTill((till) => till.storeId)
  const [over, setOver] = useState<'code' | Document | null>(null)
  const stores = me.value?.stores ?? []
  const store = stores.find(({ id }) => id === chosen) ?? stores[0]
  return (
    <Screen
      back
      title={t('staff.enrol')}
      over={
        <>
          {over === 'code' && store && <StoreCodeSheet store={store} onClose={() => setOver(null)} />}
          {over && over !== 'code' && <DocumentSheet document={over} onClose={() => setOver(null)} />}
        </>
      }
    >
      <View className="till">
        {store && (
          <>
            <EnrolForm storeId={store.id} offset={clockOffset(me)} onRead={setOver} />
            <StoreCodeRow onPress={() => setOver('code')} />
          </>
        )}
        {me.value && !store && <Notice text={t('staff.store.none')} />}
        {!me.value && me.refusal && (
          <ReadFailed refusal={me.refusal} busy={me.loading} onRetry={() => void me.again()} />
        )}
        {!me.value && !me.refusal && me.slow && <Skeleton className="till__waiting" />}
      </View>
    </Screen>
  )
}
