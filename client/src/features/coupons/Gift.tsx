import { View } from '@tarojs/components'
import type { couponsGift } from '@shared/coupons/contract'
import type { OutputOf } from '@shared/kit/contract'
import { Button } from '@/components/Button'
import { CouponTicket } from '@/components/CouponTicket'
import { OutcomeMark } from '@/components/Outcome'
import { Region } from '@/components/Region'
import { couponFace } from '@/kit/coupon-words'
import { momentWords, untilWords } from '@/kit/coupon-time'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'

type Seen = OutputOf<typeof couponsGift>

/** A gift that may be taken: who sent it, their words, what it is and until when it waits. */
export function GiftOpen({ seen }: { seen: Seen }) {
  const t = useTranslate()
  const language = useLanguage()
  const { fromName, words, until, serverAt, isMember, shopName } = seen
  return (
    <View>
      <View className="gift__head">
        <View className="h1">{fromName ? t('gift.from', { name: fromName }) : t('gift.from.nameless')}</View>
        {words && <View className="b1 c-ink-2 gift__words">{words}</View>}
      </View>
      <GiftTicket seen={seen} />
      {until && (
        <View className="s1 c-ink-2 gift__until">
          {t('gift.until', { time: momentWords(until, serverAt, language) })}
        </View>
      )}
      <View className="s1 c-ink-3 gift__until">{t('gift.name')}</View>
      {!isMember && <View className="s1 c-ink-2 gift__until">{t('gift.join.note', { shop: shopName })}</View>}
    </View>
  )
}

/** What became of it: it is in the wallet, it was sent from here, or nobody can take it any more. */
export function GiftEnd({ kind, seen, onPress }: { kind: 'own' | 'yours' | 'gone'; seen?: Seen; onPress: () => void }) {
  const t = useTranslate()
  const action = { own: t('gift.own.view'), yours: t('gift.yours.use'), gone: t('gift.gone.home') }[kind]
  const looks = { own: 'undone', yours: 'done', gone: 'undone' } as const
  const icons = { own: 'gift', yours: 'check', gone: 'ticket-off' } as const
  return (
    <View className="gift__end">
      <OutcomeMark kind={looks[kind]} icon={icons[kind]} />
      <Region role="status" live="polite" label={`${t(`gift.${kind}`)} ${t(`gift.${kind}.body`)}`}>
        <View className="h1 gift__title">{t(`gift.${kind}`)}</View>
        <View className="b1 c-ink-2 gift__body">{t(`gift.${kind}.body`)}</View>
      </Region>
      {seen && kind !== 'gone' && <GiftTicket seen={seen} />}
      <Button id="gift-next" size={52} label={action} className="gift__button" onPress={onPress} />
    </View>
  )
}

function GiftTicket({ seen: { coupon, serverAt, shopName } }: { seen: Seen }) {
  const language = useLanguage()
  if (!coupon) return null
  return (
    <View className="gift__ticket">
      <CouponTicket
        id="gift-coupon"
        face={couponFace(coupon, language)}
        name={inLanguage(coupon.name, language)}
        note={shopName}
        line={untilWords(coupon, serverAt, language)}
      />
    </View>
  )
}
