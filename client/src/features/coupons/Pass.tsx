import { View } from '@tarojs/components'
import type { CouponView } from '@shared/coupons/contract'
import type { Instant } from '@shared/kit/time'
import { Icon } from '@/components/Icon'
import { Region } from '@/components/Region'
import { couponFace, couponGoods, type Known } from '@/kit/coupon-words'
import { fromDayWords, momentWords } from '@/kit/coupon-time'
import { inLanguage, useTranslate, type Translate } from '@/kit/i18n'
import { CouponCodePanel } from './CouponCodePanel'
import type { CouponCode } from './useCouponCode'

/** The coupon as a pass: its name and worth, and under the tear-off line the code, or why there is none. */
export function Pass(props: {
  coupon: CouponView
  known: Known
  now: Instant
  code: CouponCode | null
  secondsLeft: number
  brand: string
  captured: boolean
  loading: boolean
}) {
  const { coupon, known, now, code, secondsLeft, brand, captured, loading } = props
  const t = useTranslate()
  return (
    <View className="card pass__card">
      <View className="pass__head">
        <View className="grow">
          <View className="h2">{inLanguage(coupon.name, known.language)}</View>
          <View className="s1 c-ink-2 pass__what">{whatWords(coupon, known)}</View>
        </View>
        <View className="pass__state">{t(`coupon.state.${coupon.state}`)}</View>
      </View>
      <View className="pass__tear">
        <View className="pass__bite pass__bite--left" />
        <View className="pass__dashes" />
        <View className="pass__bite pass__bite--right" />
      </View>
      {code && <CouponCodePanel code={code} secondsLeft={secondsLeft} brand={brand} />}
      {!code && <View className="b1 c-ink-2 pass__why">{loading ? '' : whyNone(coupon, now, known, t)}</View>}
      {captured && (
        <Region role="alert" live="polite" label={t('coupon.detail.captured')} className="pass__captured s1">
          <Icon name="alert" size={16} className="pass__captured-icon" />
          <View>{t('coupon.detail.captured')}</View>
        </Region>
      )}
    </View>
  )
}

/** What it is exchanged for, or what it takes off and from which amount on. */
function whatWords(coupon: CouponView, known: Known): string {
  const { sign = '', figure, unit = '', note } = couponFace(coupon, known.language)
  const goods = couponGoods(coupon, known.language)
  const exchange = coupon.worth.kind === 'goods' || coupon.worth.kind === 'service' || coupon.worth.kind === 'gift'
  if (exchange && goods) return goods
  return [`${sign}${figure}${unit}`, note, goods].filter(Boolean).join(' · ')
}

function whyNone({ state, sentUntil, ...coupon }: CouponView, now: Instant, { language }: Known, t: Translate) {
  if (state === 'not-yet') return t('coupon.from', { date: fromDayWords(coupon, now, language) })
  if (state === 'sent') return t('coupon.detail.sent', { time: sentUntil ? momentWords(sentUntil, now, language) : '' })
  return t('coupon.detail.nocode')
}
