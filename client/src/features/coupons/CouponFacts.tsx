import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CouponView } from '@shared/coupons/contract'
import { takesMoneyOff } from '@shared/coupons/off'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { couponHours, couponPlace, couponStores, type Known } from '@/kit/coupon-words'
import { spanWords } from '@/kit/coupon-time'
import { countText } from '@/kit/figures'
import { translator, useTranslate, type Translate } from '@/kit/i18n'

/** When, where and at what hours it counts, why the member has it, and the rules in two lines. */
export function CouponFacts({ coupon, known }: { coupon: CouponView; known: Known }) {
  const t = useTranslate()
  const [opened, setOpened] = useState(false)
  const stores = couponStores(coupon, known)
  const place = couponPlace(coupon, known)
  const several = stores.length > 1 && coupon.worth.kind !== 'delivery'
  return (
    <View>
      <View className="card pass__facts">
        <Fact label={t('coupon.detail.valid')} value={spanWords(coupon)} />
        {several ? (
          <Pressable
            id="coupon-stores"
            label={`${t('coupon.detail.stores')} ${place}`}
            className="pass__fact"
            onPress={() => setOpened(!opened)}
          >
            <View className="b2 c-ink-2 pass__fact-label">{t('coupon.detail.stores')}</View>
            <View className="grow b2 pass__fact-value">{place}</View>
            <Icon name={opened ? 'chevron-down' : 'chevron-right'} size={16} className="c-ink-3 pass__fact-chevron" />
          </Pressable>
        ) : (
          <Fact label={t('coupon.detail.stores')} value={place} />
        )}
        {opened && <View className="s1 c-ink-2 pass__stores">{stores.join(t('coupon.and'))}</View>}
        <Fact label={t('coupon.detail.hours')} value={couponHours(coupon, known.language)} />
        {coupon.scope?.exceptDays && (
          <Fact
            label={t('coupon.detail.except')}
            value={coupon.scope.exceptDays.map(dayFigures).join(t('coupon.and'))}
          />
        )}
        <Fact label={t('coupon.detail.source')} value={sourceWords(coupon, t)} />
      </View>
      <View className="s1 c-ink-3 pass__rules">{rulesOf(coupon, translator(known.language))}</View>
    </View>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <View className="pass__fact">
      <View className="b2 c-ink-2 pass__fact-label">{label}</View>
      <View className="grow b2 num pass__fact-value">{value}</View>
    </View>
  )
}

function sourceWords({ source, points }: CouponView, t: Translate): string {
  if (source === 'points' && points !== null) return t('coupon.source.points.n', { n: countText(points) })
  return t(`coupon.source.${source}`)
}

function rulesOf(coupon: CouponView, t: Translate): string {
  if (!takesMoneyOff(coupon) && coupon.worth.kind !== 'delivery') return t('coupon.detail.rules.alone')
  return t(coupon.stacks ? 'coupon.detail.rules.stacks' : 'coupon.detail.rules')
}

function dayFigures(day: string): string {
  return day.slice(5).replace('-', '.')
}
