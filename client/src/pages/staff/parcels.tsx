import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import { rewardsSend, type rewardsToSend } from '@shared/rewards/contract'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { PageState } from '@/components/PageState'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { useParcels } from '@/features/staff/useParcels'
import '@/i18n/staff'
import './till.scss'

type Parcel = OutputOf<typeof rewardsToSend>['parcels'][number]

/** Rewards that are to be sent, whoever waits longest first. */
export default function ParcelsPage() {
  const t = useTranslate()
  const language = useLanguage()
  const { parcels, refusal, loading, read, more } = useParcels()
  const [chosen, setChosen] = useState<Parcel | null>(null)
  useReachBottom(more)
  const done = () => {
    setChosen(null)
    toast(t('parcels.sent'))
    void read()
  }
  return (
    <Screen
      back
      title={t('parcels.title')}
      over={chosen && <SendSheet parcel={chosen} onDone={done} onClose={() => setChosen(null)} />}
    >
      {refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void read()} />}
      {parcels?.length === 0 && <PageState picture="slip" title={t('parcels.empty')} body={t('parcels.empty.body')} />}
      {parcels && parcels.length > 0 && (
        <View className="till">
          <View className="card till__card">
            {parcels.map((one) => (
              <ListRow
                key={`${one.accountId}-${one.exchangeNo}`}
                id={`parcel-${one.exchangeNo}`}
                icon="truck"
                tile="brand"
                height={66}
                title={`${inLanguage(one.name, language)}${one.count === 1 ? '' : ` × ${one.count}`}`}
                note={[one.address.name, one.address.region].join(' · ')}
                onPress={() => setChosen(one)}
              />
            ))}
          </View>
        </View>
      )}
    </Screen>
  )
}

function SendSheet({ parcel, onDone, onClose }: { parcel: Parcel; onDone: () => void; onClose: () => void }) {
  const t = useTranslate()
  const command = useCommand(rewardsSend)
  const [carrier, setCarrier] = useState('')
  const [trackingNo, setTrackingNo] = useState('')
  const { accountId, exchangeNo, address } = parcel
  const whole = carrier.trim() !== '' && /^[0-9A-Za-z-]{6,40}$/.test(trackingNo.trim())
  const confirm = async () => {
    const answer = await command.run({ accountId, exchangeNo, carrier: carrier.trim(), trackingNo: trackingNo.trim() })
    if (answer?.ok) onDone()
  }
  return (
    <Sheet title={t('parcels.send')} locked={command.busy} onClose={onClose}>
      {command.refusal && <Notice kind="danger" text={command.refusal.message || t('hand.unheard')} />}
      <View className="b1">{[address.name, address.phone].join(' ')}</View>
      <View className="b1 c-ink-2">{[address.region, address.street].join(' ')}</View>
      <Field id="parcel-carrier" label={t('parcels.carrier')} maxLength={40} value={carrier} onText={setCarrier} />
      <Field id="parcel-no" label={t('parcels.no')} maxLength={40} value={trackingNo} onText={setTrackingNo} />
      <Button
        id="parcel-confirm"
        size={52}
        className="till__confirm"
        label={t('parcels.send')}
        busyLabel={t('parcels.busy')}
        busy={command.busy}
        disabled={!whole}
        onPress={() => void confirm()}
      />
    </Sheet>
  )
}
