import { useState } from 'react'
import { View } from '@tarojs/components'
import { referralsDecide } from '@shared/referrals/contract'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { useCommand } from '@/kit/command'
import { useTranslate, type Translate } from '@/kit/i18n'
import type { Review } from './useReviews'

/** A manager's word on one referral, with the reason that will stand in the books. */
export function ReviewSheet(props: { review: Review; onDone: (allowed: boolean) => void; onClose: () => void }) {
  const { review, onDone, onClose } = props
  const t = useTranslate()
  const command = useCommand(referralsDecide)
  const [reason, setReason] = useState('')
  const whole = reason.trim().length >= 2
  const decide = async (allowed: boolean) => {
    const { accountId } = review.friend
    const answer = await command.run({ accountId, allowed, reason: reason.trim() })
    if (answer?.ok) onDone(allowed)
  }
  const buttons = { size: 52, busyLabel: t('reviews.busy'), busy: command.busy, disabled: !whole } as const
  return (
    <Sheet title={t('reviews.title')} locked={command.busy} onClose={onClose}>
      {command.refusal && <Notice kind="danger" text={command.refusal.message || t('reviews.unheard')} />}
      <View className="b1">{reviewWords(review, t)}</View>
      <View className="b2 c-ink-2">{review.suspicions.map((one) => t(`reviews.${one}`)).join('、')}</View>
      <Field
        id="review-reason"
        label={t('reviews.reason')}
        placeholder={t('reviews.reason.hint')}
        maxLength={200}
        value={reason}
        onText={setReason}
      />
      <Button
        id="review-allow"
        {...buttons}
        className="till__confirm"
        label={t('reviews.allow')}
        onPress={() => void decide(true)}
      />
      <Button
        id="review-decline"
        {...buttons}
        kind="outline"
        className="till__confirm"
        label={t('reviews.decline')}
        onPress={() => void decide(false)}
      />
    </Sheet>
  )
}

/** Who was brought by whom. */
export function reviewWords({ friend, referrer }: Review, t: Translate): string {
  const named = ({ name, memberNo }: Review['friend']) => name ?? t('reviews.nameless', { no: memberNo })
  return t('reviews.row', { friend: named(friend), referrer: named(referrer) })
}
