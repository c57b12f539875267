import { useState } from 'react'
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { couponsSend, type CouponView } from '@shared/coupons/contract'
import type { Instant } from '@shared/kit/time'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { ShareButton } from '@/components/ShareButton'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/components/Toast'
import { Words } from '@/components/Words'
import { useCommand } from '@/kit/command'
import { couponGoods, type Known } from '@/kit/coupon-words'
import { dayWords, lastDay, momentWords } from '@/kit/coupon-time'
import { inLanguage, useTranslate } from '@/kit/i18n'
import { giftLink, keepGift, type Gift } from './gifts'
import { walletChanged } from './useWallet'
import './GiftSheet.scss'

const wordsMax = 60

/**
 * Gives a coupon away. The cloud sets it aside first and names the link's secret; only then is a friend chosen, so no
 * link goes out that leads nowhere.
 */
export function GiftSheet(props: {
  coupon: CouponView
  known: Known
  now: Instant
  gift: Gift | null
  onGift: (gift: Gift) => void
  onClose: () => void
}) {
  const { coupon, known, now, gift, onGift, onClose } = props
  const t = useTranslate()
  const send = useCommand(couponsSend)
  const [words, setWords] = useState('')
  const { couponId } = coupon
  const make = async () => {
    const said = words.trim()
    const answer = await send.run({ couponId, ...(said ? { words: said } : {}) })
    if (!answer?.ok) return
    keepGift(couponId, answer.value)
    onGift(answer.value)
    walletChanged()
  }
  return (
    <Sheet title={t('gift.send')} locked={send.busy} onClose={onClose}>
      <What coupon={coupon} known={known} now={now} />
      {!gift && <Message words={words} onWords={setWords} />}
      <View className="gift-sheet__terms">
        {(['gift.send.back', 'gift.send.gone', 'gift.send.member'] as const).map((key) => (
          <View key={key} className="row gift-sheet__term">
            <Icon name="check" size={16} className="c-brand gift-sheet__tick" />
            <View className="grow b2 c-ink-2">{t(key)}</View>
          </View>
        ))}
      </View>
      {send.refusal && <Notice kind="danger" text={send.refusal.message || t('coupon.unheard')} />}
      {gift && (
        <Notice icon="gift" text={t('gift.send.ready', { time: momentWords(gift.until, now, known.language) })} />
      )}
      {gift ? (
        <Send gift={gift} />
      ) : (
        <Button
          id="gift-make"
          size={52}
          icon="gift"
          label={t('gift.send.make')}
          busyLabel={t('coupon.busy')}
          busy={send.busy}
          className="gift-sheet__button"
          onPress={() => void make()}
        />
      )}
    </Sheet>
  )
}

function What({ coupon, known, now }: { coupon: CouponView; known: Known; now: Instant }) {
  const t = useTranslate()
  const valid = t('gift.send.valid', { date: dayWords(lastDay(coupon.until), now, known.language) })
  return (
    <View className="gift-sheet__what">
      <View className="gift-sheet__icon c-brand">
        <Icon name="gift" size={22} />
      </View>
      <View className="grow">
        <View className="b1 w600">{inLanguage(coupon.name, known.language)}</View>
        <View className="s1 c-ink-2 gift-sheet__note">
          {[valid, couponGoods(coupon, known.language)].filter(Boolean).join(' · ')}
        </View>
      </View>
    </View>
  )
}

function Message({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const t = useTranslate()
  return (
    <View>
      <View className="b2 w500 gift-sheet__label">{t('gift.send.words')}</View>
      <Words
        id="gift-words"
        label={t('gift.send.words')}
        placeholder={t('gift.send.placeholder')}
        maxLength={wordsMax}
        value={words}
        onText={onWords}
      />
    </View>
  )
}

/** In WeChat a friend is chosen from the contacts; a browser has none, so the link is copied there. */
function Send({ gift }: { gift: Gift }) {
  const t = useTranslate()
  if (process.env.TARO_ENV === 'weapp')
    return <ShareButton id="gift-share" label={t('gift.send.choose')} className="gift-sheet__button" />
  const copy = () =>
    void Taro.setClipboardData({ data: giftLink(gift.gift) })
      .then(() => toast(t('gift.send.copied')))
      .catch(() => undefined)
  return (
    <Button
      id="gift-copy"
      size={52}
      icon="send"
      label={t('gift.send.copy')}
      className="gift-sheet__button"
      onPress={copy}
    />
  )
}
