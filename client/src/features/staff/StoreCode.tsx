import { useEffect, useRef, useState } from 'react'
import { Image, View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import { staffStoreCode } from '@shared/staff/contract'
import { Button } from '@/components/Button'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { Region } from '@/components/Region'
import { Sheet } from '@/components/Sheet'
import { Skeleton } from '@/components/Skeleton'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'
import { showInSimulator } from '@/kit/simulator'
import './StoreCode.scss'

type Code = OutputOf<typeof staffStoreCode>

/** The other way: the customer scans the store's code and joins on their own phone. */
export function StoreCodeRow({ onPress }: { onPress: () => void }) {
  const t = useTranslate()
  return (
    <View className="card store-code__row">
      <ListRow
        id="store-code"
        icon="code"
        tile="brand"
        height={66}
        title={t('staff.enrol.self')}
        note={t('staff.enrol.self.body')}
        onPress={onPress}
      />
    </View>
  )
}

/** The store's code as large as the phone allows; whoever joins by it came through this employee. */
export function StoreCodeSheet({ store, onClose }: { store: { id: string; name: string }; onClose: () => void }) {
  const t = useTranslate()
  const draw = useCommand(staffStoreCode)
  const [code, setCode] = useState<Code | null>(null)
  const load = async () => {
    const answer = await draw.run({ storeId: store.id, mine: true })
    if (answer?.ok) setCode(answer.value)
  }
  const latest = useRef(load)
  useEffect(() => {
    latest.current = load
  })
  useEffect(() => void latest.current(), [store.id])
  useEffect(() => showInSimulator(code && addressOf(code)), [code])
  return (
    <Sheet title={t('staff.enrol.code')} onClose={onClose}>
      <View className="store-code">
        <View className="h2">{store.name}</View>
        {code && (
          <Region role="img" label={`${t('staff.enrol.code')}，${store.name}`} className="store-code__frame">
            <Image
              id="store-code-picture"
              className="store-code__picture"
              src={`data:image/png;base64,${code.picture}`}
            />
          </Region>
        )}
        {!code && !draw.refusal && <Skeleton className="store-code__frame" />}
        {code && <View className="s1 c-ink-3">{t('staff.enrol.self.mine')}</View>}
      </View>
      {draw.refusal && (
        <>
          <Notice kind="danger" text={draw.refusal.message || t('staff.enrol.code.failed')} />
          <Button
            kind="soft"
            label={t('action.again')}
            busy={draw.busy}
            className="store-code__again"
            onPress={() => void load()}
          />
        </>
      )}
    </Sheet>
  )
}

/** What a browser opens where WeChat would open the page of the code. */
function addressOf({ page, scene }: Code): string | null {
  if (process.env.TARO_ENV !== 'h5') return null
  return `${location.origin}/#/${page}?scene=${encodeURIComponent(scene)}`
}
