import { useState } from 'react'
import { View } from '@tarojs/components'
import { staffMe } from '@shared/staff/contract'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { InvitationMade } from '@/features/staff/InvitationMade'
import { InviteForm, type Invitation } from '@/features/staff/InviteForm'
import { useTranslate } from '@/kit/i18n'
import { useRead } from '@/kit/read'
import '@/i18n/staff'
import './till.scss'

/** A manager brings somebody into the staff; the code is handed over by whatever way they like. */
export default function InvitePage() {
  const t = useTranslate()
  const me = useRead(staffMe, {})
  const [made, setMade] = useState<Invitation | null>(null)
  return (
    <Screen back title={t('staff.invite')}>
      <View className="till">
        {me.value && !made && <InviteForm stores={me.value.stores} onDone={setMade} />}
        {me.value && made && <InvitationMade made={made} now={me.value.serverAt} onNext={() => setMade(null)} />}
        {!me.value && me.refusal && (
          <ReadFailed refusal={me.refusal} busy={me.loading} onRetry={() => void me.again()} />
        )}
        {!me.value && !me.refusal && me.slow && <Skeleton className="till__waiting" />}
      </View>
    </Screen>
  )
}
