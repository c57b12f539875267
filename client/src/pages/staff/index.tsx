import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { staffMe } from '@shared/staff/contract'
import { Icon } from '@/components/Icon'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { Pressable } from '@/components/Pressable'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { TodayTasks } from '@/features/journeys/TodayTasks'
import { Counter } from '@/features/staff/Counter'
import { StoreSheet } from '@/features/staff/StoreSheet'
import { TodayCard } from '@/features/staff/TodayCard'
import { changeTill, useTill } from '@/features/staff/till'
import { TypeSheet } from '@/features/staff/TypeSheet'
import type { Grant } from '@/features/staff/useGrant'
import { useScan } from '@/features/staff/useScan'
import { useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { useRead } from '@/kit/read'
import { clockOffset } from '@/kit/ticking'
import '@/i18n/duties'
import '@/i18n/follow-ups'
import '@/i18n/staff'
import './till.scss'

/** The workbench: where one stands, and the scan. */
export default function WorkbenchPage() {
  const t = useTranslate()
  const me = useRead(staffMe, {})
  const retry = () => void me.again()
  if (me.value) return <Workbench me={me.value} read={me} onRetry={retry} />
  return (
    <Screen back title={t('staff.title')}>
      {me.refusal && <ReadFailed refusal={me.refusal} busy={me.loading} onRetry={retry} />}
      {!me.refusal && me.slow && <Skeleton className="till__waiting" />}
    </Screen>
  )
}

type Read = ReturnType<typeof useRead<typeof staffMe>>

function Workbench({ me, read, onRetry }: { me: Grant; read: Read; onRetry: () => void }) {
  const t = useTranslate()
  const [choosing, setChoosing] = useState(false)
  const chosen = useTill((till) => till.storeId)
  const store = me.stores.find(({ id }) => id === chosen) ?? me.stores[0] ?? null
  const scan = useScan(store?.id ?? null, clockOffset(read))
  useDidShow(() => goOn(scan))
  const choose = (storeId: string) => {
    changeTill({ storeId })
    setChoosing(false)
  }
  return (
    <Screen
      back
      lead={<Place me={me} store={store} onChange={() => setChoosing(true)} />}
      over={
        <>
          {choosing && (
            <StoreSheet
              stores={me.stores}
              chosen={store?.id ?? null}
              onChoose={choose}
              onClose={() => setChoosing(false)}
            />
          )}
          {scan.typing && (
            <TypeSheet
              why={scan.typing}
              busy={scan.busy}
              onText={(text) => void scan.submit(text)}
              onClose={scan.close}
            />
          )}
        </>
      }
    >
      <View className="till">
        {read.refusal && (
          <View className="till__notice">
            <ReadStale refusal={read.refusal} at={read.at} onRetry={onRetry} />
          </View>
        )}
        {store ? (
          <Counter busy={scan.busy} onScan={() => void scan.start()} onType={scan.type} onEnrol={() => open('enrol')} />
        ) : (
          <Notice text={t('staff.store.none')} />
        )}
        <TodayCard today={me.today} offset={clockOffset(read)} />
        {store && <TodayTasks key={store.id} storeId={store.id} />}
        {store && (
          <View className="card till__card">
            <ListRow
              id="staff-guests"
              icon="calendar"
              title={t('door.title')}
              onPress={() => open('guests', { store: store.id })}
            />
            <ListRow id="staff-training" icon="receipt" title={t('training.title')} onPress={() => open('training')} />
          </View>
        )}
      </View>
    </Screen>
  )
}

/** The store, and who works there. With several stores it is the way to another. */
function Place({ me, store, onChange }: { me: Grant; store: Grant['stores'][number] | null; onChange: () => void }) {
  const t = useTranslate()
  const name = store?.name ?? me.shopName
  const who = `${me.name} · ${t(`staff.role.${me.role}`)}`
  const words = (
    <>
      <View className="row">
        <View className="till__store ellipsis">{name}</View>
        {me.stores.length > 1 && <Icon name="chevron-down" size={18} className="till__chevron" />}
      </View>
      <View className="cap c-ink-2 ellipsis">{who}</View>
    </>
  )
  if (me.stores.length < 2) return <View className="till__place">{words}</View>
  return (
    <Pressable id="staff-store" label={`${name}，${t('staff.store')}`} className="till__place" onPress={onChange}>
      {words}
    </Pressable>
  )
}

/** Scans or asks for digits at once when another page sent the employee here for it. */
function goOn(scan: ReturnType<typeof useScan>): void {
  const { wanted } = useTill.getState()
  if (wanted) changeTill({ wanted: null })
  if (wanted === 'scan') void scan.start()
  if (wanted === 'type') scan.type()
}
