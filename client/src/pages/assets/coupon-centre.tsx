import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { couponsOffers } from '@shared/coupons/contract'
import { Notice } from '@/components/Notice'
import { PageState } from '@/components/PageState'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { BirthdayChoice } from '@/features/coupons/BirthdayChoice'
import { OfferTicket } from '@/features/coupons/OfferTicket'
import { useClaim } from '@/features/coupons/useClaim'
import { useTranslate } from '@/kit/i18n'
import { afterPull, useRead } from '@/kit/read'
import './coupons.scss'

/** What may be claimed, how many are left, and what the birthday offers. */
export default function CouponCentrePage() {
  const t = useTranslate()
  const read = useRead(couponsOffers, {})
  const claim = useClaim(() => void read.again())
  usePullDownRefresh(() => void afterPull(read))
  const { value, refusal, loading } = read
  const empty = value?.offers.length === 0 && !value.birthday
  return (
    <Screen back title={t('centre.title')}>
      {!value && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void read.again()} />}
      <View className="wallet__list">
        {!value && !refusal && [1, 2, 3].map((one) => <Skeleton key={one} className="wallet__bone" />)}
        {value && refusal && (
          <View className="wallet__notice">
            <ReadStale refusal={refusal} at={read.at} onRetry={() => void read.again()} />
          </View>
        )}
        {claim.refusal && (
          <Notice kind="danger" text={claim.refusal.message || t('coupon.unheard')} className="wallet__notice" />
        )}
        {value?.birthday && (
          <BirthdayChoice birthday={value.birthday} now={value.serverAt} busy={claim.busy} onChoose={claim.choose} />
        )}
        {value?.offers.map((offer) => (
          <OfferTicket
            key={offer.templateId}
            offer={offer}
            now={value.serverAt}
            busy={claim.busy}
            onClaim={() => void claim.take(offer.templateId)}
          />
        ))}
        {empty && <PageState picture="ticket" title={t('centre.empty')} body={t('centre.empty.body')} />}
      </View>
    </Screen>
  )
}
