import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { PageState } from '@/components/PageState'
import { useTranslate } from '@/kit/i18n'
import { open, openTab } from '@/kit/open'
import type { CouponTab } from './useWallet'

/** Why a tab is empty, and on the first one where coupons come from. */
export function NoCoupons({ tab, claimable, onCode }: { tab: CouponTab; claimable: number; onCode: () => void }) {
  const t = useTranslate()
  if (tab === 'used') return <PageState picture="ticket" title={t('coupon.empty.used')} body={t('coupon.empty.past')} />
  if (tab === 'over')
    return <PageState picture="ticket" title={t('coupon.empty.over')} body={t('coupon.empty.overBody')} />
  const [body, action] =
    claimable > 0
      ? [
          t('coupon.empty.claimable', { n: claimable }),
          { label: t('coupon.empty.claim'), onPress: () => open('couponCentre') },
        ]
      : [t('coupon.empty.body'), { label: t('coupon.empty.swap'), onPress: () => openTab('mall') }]
  return (
    <View>
      <PageState picture="ticket" title={t('coupon.empty')} body={body} action={action} />
      <Button id="empty-code" kind="text" size={44} label={t('coupon.empty.code')} onPress={onCode} />
    </View>
  )
}
