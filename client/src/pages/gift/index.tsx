import { useState } from 'react'
import { View } from '@tarojs/components'
import { couponsGift, couponsTakeGift } from '@shared/coupons/contract'
import type { OutputOf } from '@shared/kit/contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { PersonPicker } from '@/features/members/PersonPicker'
import { Joining } from '@/features/members/Joining'
import { GiftEnd, GiftOpen } from '@/features/coupons/Gift'
import { walletChanged } from '@/features/coupons/useWallet'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'
import { open, openTab } from '@/kit/open'
import { useParams } from '@/kit/params'
import { useRead } from '@/kit/read'
import './index.scss'

type GiftSeen = OutputOf<typeof couponsGift>

/** What a friend's link holds. Whoever is no member joins first, and then has it without another tap. */
export default function GiftPage() {
  const t = useTranslate()
  const gift = useParams()['gift'] ?? ''
  const read = useRead(couponsGift, { gift })
  const { value, refusal, loading } = read
  const nobody = process.env.TARO_ENV === 'h5' && refusal?.code === 'identity_missing'
  if (value && refusal?.code !== 'gift_gone')
    return <Seen key={gift} gift={gift} seen={value} onAgain={() => void read.again()} />
  return (
    <Screen back title={t('gift.title')}>
      <View className="gift">
        {nobody && <PersonPicker />}
        {refusal?.code === 'gift_gone' && <GiftEnd kind="gone" onPress={() => openTab('home')} />}
        {refusal && !nobody && refusal.code !== 'gift_gone' && (
          <ReadFailed refusal={refusal} busy={loading} onRetry={() => void read.again()} />
        )}
        {!refusal && <Skeleton className="gift__waiting" />}
      </View>
    </Screen>
  )
}

function Seen({ gift, seen, onAgain }: { gift: string; seen: GiftSeen; onAgain: () => void }) {
  const t = useTranslate()
  const [joining, setJoining] = useState(false)
  const take = useCommand(couponsTakeGift)
  const [taken, setTaken] = useState<string | null>(null)
  const [joined, setJoined] = useState(false)
  const isMember = seen.isMember || joined
  const accept = async () => {
    const answer = await take.run({ gift })
    if (!answer) return
    setJoining(false)
    if (answer.ok) setTaken(answer.value.coupon.couponId)
    if (answer.ok) walletChanged()
    else onAgain()
  }
  const onMember = () => {
    setJoined(true)
    void accept()
  }
  if (joining) return <Joining onMember={onMember} />
  const ended = taken ? 'yours' : seen.state === 'open' ? null : seen.state
  return (
    <Screen back title={t('gift.title')}>
      <View className="gift">
        {take.refusal && take.refusal.code !== 'gift_gone' && (
          <Notice kind="danger" text={take.refusal.message || t('coupon.unheard')} className="gift__notice" />
        )}
        {ended && <GiftEnd kind={ended} seen={seen} onPress={() => leaveFor(ended, taken)} />}
        {!ended && <GiftOpen seen={seen} />}
        {!ended && isMember && (
          <Button
            id="gift-take"
            size={52}
            icon="gift"
            label={t('gift.take')}
            busyLabel={t('gift.taking')}
            busy={take.busy}
            className="gift__button"
            onPress={() => void accept()}
          />
        )}
        {!ended && !isMember && (
          <Button
            id="gift-join"
            size={52}
            icon="gift"
            label={t('gift.join')}
            busyLabel={t('gift.taking')}
            busy={take.busy}
            className="gift__button"
            onPress={() => setJoining(true)}
          />
        )}
      </View>
    </Screen>
  )
}

function leaveFor(ended: 'own' | 'yours' | 'gone', couponId: string | null): void {
  if (ended === 'gone') openTab('home')
  else if (couponId) open('coupon', { coupon: couponId })
  else open('coupons')
}
