import type { couponsOffers } from '@shared/coupons/contract'
import type { OutputOf } from '@shared/kit/contract'
import type { Instant } from '@shared/kit/time'
import { Button } from '@/components/Button'
import { CouponTicket } from '@/components/CouponTicket'
import { couponFace } from '@/kit/coupon-words'
import { dayWords, lastDay } from '@/kit/coupon-time'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'

export type Offers = OutputOf<typeof couponsOffers>

/** A coupon that may be claimed: how many are left, until when, and why not where the member may not. */
export function OfferTicket(props: {
  offer: Offers['offers'][number]
  now: Instant
  busy: boolean
  onClaim: () => void
}) {
  const { offer, now, busy, onClaim } = props
  const t = useTranslate()
  const language = useLanguage()
  const { state, left, until } = offer
  return (
    <CouponTicket
      id={`offer-${offer.templateId}`}
      face={couponFace(offer, language)}
      name={inLanguage(offer.name, language)}
      note={left === null ? t('centre.open') : t('centre.left', { n: countText(left) })}
      line={state === 'open' && until ? t('centre.until', { date: dayWords(lastDay(until), now, language) }) : ''}
      past={state === 'none-left'}
      {...(state === 'open' ? {} : { word: t(`centre.${state}`) })}
      action={
        state === 'open' && (
          <Button
            id={`claim-${offer.templateId}`}
            kind="soft"
            size={32}
            label={t('coupon.claim')}
            disabled={busy}
            onPress={onClaim}
          />
        )
      }
    />
  )
}
