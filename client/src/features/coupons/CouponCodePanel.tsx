import { useMemo } from 'react'
import { Image, View } from '@tarojs/components'
import { stepSeconds } from '@shared/cards/member-code'
import { Region } from '@/components/Region'
import { plain, Rich } from '@/components/Rich'
import { memberNoText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'
import { qrImage } from '@/kit/qr'
import { ringImage } from '@/kit/ring'
import type { CouponCode } from './useCouponCode'

/** The code as QR and digits, with the seconds that it has left. Only the countdown changes each second. */
export function CouponCodePanel(props: { code: CouponCode; secondsLeft: number; brand: string; large?: boolean }) {
  const { code, secondsLeft, brand, large = false } = props
  return (
    <View id={large ? 'coupon-full' : 'coupon-panel'} className={large ? 'pass__code pass__code--large' : 'pass__code'}>
      <Picture code={code} />
      <Countdown secondsLeft={secondsLeft} brand={brand} />
    </View>
  )
}

function Picture({ code: { text, digits } }: { code: CouponCode }) {
  const t = useTranslate()
  return useMemo(
    () => (
      <View className="pass__picture">
        <Region role="img" label={t('coupon.detail.code')} className="pass__qr">
          <Image className="pass__qr-image" src={qrImage(text)} />
        </Region>
        <Region
          role="group"
          label={`${t('coupon.detail.digits')} ${[...digits].join(' ')}`}
          className="num w500 pass__digits"
        >
          {memberNoText(digits)}
        </Region>
      </View>
    ),
    [text, digits, t],
  )
}

/** Spoken when a new code stands there and shortly before it ends: a voice that counts each second would be no help. */
function Countdown({ secondsLeft, brand }: { secondsLeft: number; brand: string }) {
  const t = useTranslate()
  const words = t('coupon.detail.next', { n: secondsLeft })
  const spoken = secondsLeft === stepSeconds || secondsLeft === 10
  return (
    <View className="s1 pass__next">
      <Image className="pass__ring" src={ringImage(secondsLeft / stepSeconds, brand)} />
      <Rich text={words} />
      {spoken && <Region role="status" live="polite" label={plain(words)} />}
    </View>
  )
}
