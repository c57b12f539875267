import { View } from '@tarojs/components'
import { couponsRecall, type CouponView } from '@shared/coupons/contract'
import type { Instant } from '@shared/kit/time'
import { Button } from '@/components/Button'
import { CouponTicket } from '@/components/CouponTicket'
import { Notice } from '@/components/Notice'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import type { Known } from '@/kit/coupon-words'
import { useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { ticketWords } from './ticketWords'
import { walletChanged } from './useWallet'

/** The tickets of one tab. One that may be used leads to its code, one on its way to a friend can be taken back. */
export function Tickets({ coupons, now, known }: { coupons: readonly CouponView[]; now: Instant; known: Known }) {
  const t = useTranslate()
  const recall = useCommand(couponsRecall)
  const takeBack = async (couponId: string) => {
    const answer = await recall.run({ couponId })
    if (answer?.ok) toast(t('coupon.recalled'))
    walletChanged()
  }
  return (
    <>
      {recall.refusal && (
        <Notice kind="danger" text={recall.refusal.message || t('coupon.unheard')} className="wallet__notice" />
      )}
      {coupons.map((coupon) => (
        <CouponTicket
          key={`${coupon.couponId} ${coupon.at}`}
          id={coupon.couponId}
          {...ticketWords(coupon, now, known)}
          {...(coupon.state === 'usable' || coupon.state === 'not-yet'
            ? { onPress: () => open('coupon', { coupon: coupon.couponId }) }
            : {})}
          action={
            coupon.state === 'sent' && (
              <Button
                id={`recall-${coupon.couponId}`}
                kind="soft"
                size={32}
                label={t('coupon.recall')}
                disabled={recall.busy}
                onPress={() => void takeBack(coupon.couponId)}
              />
            )
          }
        />
      ))}
    </>
  )
}

/** What stands below the last ticket: that more is coming, that it failed, or nothing where all is shown. */
export function WalletEnd({ hasMore, failed, onMore }: { hasMore: boolean; failed: boolean; onMore: () => void }) {
  const t = useTranslate()
  if (failed)
    return (
      <View className="wallet__end">
        <View className="s1 c-ink-2">{t('coupon.more.failed')}</View>
        <Button
          id="coupons-more"
          kind="soft"
          size={32}
          label={t('action.retry')}
          className="wallet__retry"
          onPress={onMore}
        />
      </View>
    )
  return hasMore ? <View className="wallet__end s1 c-ink-3">{t('coupon.more')}</View> : null
}
