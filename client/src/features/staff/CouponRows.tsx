import { View } from '@tarojs/components'
import type { TillCoupon } from '@shared/coupons/contract'
import { needsBill } from '@shared/coupons/off'
import type { Instant } from '@shared/kit/time'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Pick } from '@/components/Pick'
import { Pressable } from '@/components/Pressable'
import { Region } from '@/components/Region'
import { couponFor, couponGives, couponGoods } from '@/kit/coupon-words'
import { dayLeftWords } from '@/kit/coupon-time'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { sheetOf, type Ticked } from './chosenCoupons'
import type { Customer } from './till'
import type { Chosen } from './useChosen'
import './CouponRows.scss'

/**
 * The customer's coupons: what counts with a bill is ticked for it, what is exchanged is taken by itself, and what may not be used
 * says why. The one whose code was shown stands first.
 */
export function CouponRows(props: {
  customer: Customer
  chosen: Chosen
  now: Instant
  onRedeem?: (coupon: TillCoupon) => void
}) {
  const { customer, chosen, now, onRedeem } = props
  const sheet = sheetOf(customer)
  const isShown = ({ couponId }: TillCoupon) => couponId === sheet.shownCouponId
  const coupons = [...sheet.coupons].sort((one, other) => Number(isShown(other)) - Number(isShown(one)))
  const unusable = ({ refused }: TillCoupon) => refused !== null || sheet.proof === 'phone'
  return (
    <View className="card coupon-rows">
      {coupons.map((coupon) =>
        unusable(coupon) ? (
          <Unusable key={coupon.couponId} coupon={coupon} />
        ) : needsBill(coupon) ? (
          <Tickable key={coupon.couponId} coupon={coupon} sheet={sheet} chosen={chosen} now={now} />
        ) : (
          onRedeem && (
            <Exchange
              key={coupon.couponId}
              coupon={coupon}
              shown={isShown(coupon)}
              now={now}
              onRedeem={() => onRedeem(coupon)}
            />
          )
        ),
      )}
    </View>
  )
}

function Tickable(props: { coupon: TillCoupon; sheet: Customer['sheet']; chosen: Chosen; now: Instant }) {
  const { coupon, sheet, chosen, now } = props
  const t = useTranslate()
  const language = useLanguage()
  const on = chosen.ids.includes(coupon.couponId)
  const name = inLanguage(coupon.name, language)
  const why = [couponFor(coupon, language), whyWords(coupon, { sheet, ticked: chosen.ticked, now }, t, language)]
    .filter(Boolean)
    .join(' · ')
  const gives = couponGives(coupon, language)
  return (
    <Pressable
      id={`pick-${coupon.couponId}`}
      role="checkbox"
      checked={on}
      label={`${name}，${gives}，${why}`}
      className="coupon-rows__one"
      onPress={() => chosen.tap(coupon.couponId)}
    >
      <Pick on={on} />
      <Words name={name} note={why} />
      <View className="num w600 c-brand coupon-rows__gives">{gives}</View>
    </Pressable>
  )
}

function Exchange(props: { coupon: TillCoupon; shown: boolean; now: Instant; onRedeem: () => void }) {
  const { coupon, shown, now, onRedeem } = props
  const t = useTranslate()
  const language = useLanguage()
  const until = dayLeftWords(coupon, now, language)
  return (
    <View className="coupon-rows__one">
      <Icon name="gift" size={20} className="c-ink-3 coupon-rows__mark" />
      <Words
        name={inLanguage(coupon.name, language)}
        note={[couponGoods(coupon, language), shown ? t('staff.coupons.shown') : until].filter(Boolean).join(' · ')}
      />
      <Button
        id={`redeem-${coupon.couponId}`}
        kind="soft"
        size={32}
        label={t('staff.coupons.redeem')}
        className="coupon-rows__gives"
        onPress={onRedeem}
      />
    </View>
  )
}

function Unusable({ coupon }: { coupon: TillCoupon }) {
  const t = useTranslate()
  const language = useLanguage()
  const name = inLanguage(coupon.name, language)
  const why = coupon.refused ?? t('staff.coupons.phone')
  return (
    <Region role="group" label={`${name}，${why}`} className="coupon-rows__one">
      <Pick on={false} disabled />
      <Words name={name} note={why} past />
      <View className="num w600 c-ink-3 coupon-rows__gives">—</View>
    </Region>
  )
}

function Words({ name, note, past = false }: { name: string; note: string; past?: boolean }) {
  return (
    <View className="grow">
      <View className={`b1 w500 ${past ? 'c-ink-2' : ''}`}>{name}</View>
      <View className="s1 c-ink-3">{note}</View>
    </View>
  )
}

/** Why it is ticked; of one that is not, what it stands in the way of, or until when there is time. */
function whyWords(
  coupon: TillCoupon,
  { sheet, ticked, now }: { sheet: Customer['sheet']; ticked: Ticked; now: Instant },
  t: Translate,
  language: Language,
): string {
  const until = dayLeftWords(coupon, now, language)
  if (coupon.couponId === sheet.shownCouponId) return t('staff.coupons.shown')
  if (ticked?.couponId === coupon.couponId)
    return ticked.why === 'most' ? t('staff.coupons.most') : t('staff.coupons.first', { until })
  return !coupon.stacks && sheet.tier.discountPercent > 0 ? t('staff.coupons.apart') : until
}
