import { useEffect, useState } from 'react'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { CouponView } from '@shared/coupons/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { PageState } from '@/components/PageState'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { useCards } from '@/features/cards/useCards'
import { useCodeScreen } from '@/features/cards/useCodeScreen'
import { CouponFacts } from '@/features/coupons/CouponFacts'
import { FullCode } from '@/features/coupons/FullCode'
import { giftKept, giftPath, type Gift } from '@/features/coupons/gifts'
import { GiftSheet } from '@/features/coupons/GiftSheet'
import { Pass } from '@/features/coupons/Pass'
import { useCoupon } from '@/features/coupons/useCoupon'
import { useCouponCode } from '@/features/coupons/useCouponCode'
import type { Wallet } from '@/features/coupons/useWallet'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { openInstead } from '@/kit/open'
import { useParams } from '@/kit/params'
import { useShopFace } from '@/kit/shop'
import { clockOffset } from '@/kit/ticking'
import './coupons-detail.scss'

const houseBrand = '#1f5a4c'

/** One coupon: its own changing code, when and where it counts, and the way to a friend. */
export default function CouponPage() {
  const t = useTranslate()
  const { coupon: couponId = '' } = useParams()
  const { wallet, coupon, missing } = useCoupon(couponId)
  if (coupon) return <Shown coupon={coupon} wallet={wallet} />
  return (
    <Screen back title={t('coupon.detail')}>
      {missing && (
        <PageState
          picture="ticket"
          title={t('coupon.detail.gone')}
          body={t('coupon.detail.gone.body')}
          action={{ label: t('coupon.detail.gone.action'), onPress: () => openInstead('coupons') }}
        />
      )}
      {!missing && wallet.refusal && (
        <ReadFailed refusal={wallet.refusal} busy={wallet.loading} onRetry={() => void wallet.again()} />
      )}
      {!missing && !wallet.refusal && <Skeleton className="pass__waiting" />}
    </Screen>
  )
}

function Shown({ coupon, wallet }: { coupon: CouponView; wallet: Wallet }) {
  const t = useTranslate()
  const language = useLanguage()
  const brand = useShopFace((face) => face.brand) ?? houseBrand
  const { read, cards } = useCards()
  const card = cards.find(({ cardId }) => cardId === 'own') ?? cards[0] ?? null
  const shows = coupon.state === 'usable'
  const offset = clockOffset(read)
  const { code, step, secondsLeft } = useCouponCode(card, shows ? coupon.couponId : null, offset)
  const { captured } = useCodeScreen(step)
  const [over, setOver] = useState<'gift' | 'full' | null>(null)
  const [made, setMade] = useState<Gift | null>(null)
  const gift = coupon.state === 'sent' ? (made ?? giftKept(coupon.couponId)) : made
  useGiftShared(coupon, gift)
  const { head, known, refusal } = wallet
  if (!head || !known) return null
  const now = head.serverAt
  const close = () => setOver(null)
  return (
    <Screen
      back
      title={t('coupon.detail')}
      over={
        over === 'gift' ? (
          <GiftSheet coupon={coupon} known={known} now={now} gift={gift} onGift={setMade} onClose={close} />
        ) : (
          over === 'full' &&
          code && (
            <FullCode
              name={inLanguage(coupon.name, language)}
              code={code}
              secondsLeft={secondsLeft}
              brand={brand}
              onClose={close}
            />
          )
        )
      }
    >
      <View className="pass">
        {refusal && !wallet.moreFailed && (
          <View className="pass__stale">
            <ReadStale refusal={refusal} at={wallet.at} onRetry={() => void wallet.again()} />
          </View>
        )}
        <Pass
          coupon={coupon}
          known={known}
          now={now}
          code={code}
          secondsLeft={secondsLeft}
          brand={brand}
          captured={captured && !!code}
          loading={shows && !read.value && !read.refusal}
        />
        <CouponFacts coupon={coupon} known={known} />
      </View>
      <Actions
        coupon={coupon}
        shows={!!code}
        again={gift !== null}
        onGift={() => setOver('gift')}
        onFull={() => setOver('full')}
      />
    </Screen>
  )
}

/** What a friend is sent; the shop's own page while there is no gift. WeChat's menu shares nothing by itself. */
function useGiftShared(coupon: CouponView, gift: Gift | null): void {
  const t = useTranslate()
  const language = useLanguage()
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') void Taro.hideShareMenu({}).catch(() => undefined)
  }, [])
  useShareAppMessage(() => ({
    title: t('gift.send.title', { name: inLanguage(coupon.name, language) }),
    path: gift ? giftPath(gift.gift) : '/pages/home/index',
  }))
}

function Actions(props: {
  coupon: CouponView
  shows: boolean
  again: boolean
  onGift: () => void
  onFull: () => void
}) {
  const { coupon, shows, again, onGift, onFull } = props
  const t = useTranslate()
  const sent = coupon.state === 'sent'
  const gives = sent ? again : coupon.giftable && !coupon.unlimited && coupon.state === 'usable'
  if (!gives && !shows) return null
  return (
    <BottomBar>
      <View className="row">
        {gives && (
          <Button
            id="coupon-gift"
            kind="outline"
            label={t(sent ? 'coupon.detail.again' : 'coupon.detail.gift')}
            className="pass__gift"
            onPress={onGift}
          />
        )}
        {shows && (
          <Button
            id="coupon-full-screen"
            icon="expand"
            label={t('coupon.detail.full')}
            className="pass__full"
            onPress={onFull}
          />
        )}
      </View>
    </BottomBar>
  )
}
